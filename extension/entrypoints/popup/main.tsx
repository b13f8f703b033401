import { render } from 'preact'
import { answersStyle } from '../../../widget/components/answers'
import { runAnswersStyle } from '../../answers/run-answers'
import { browser } from '../../browser'
import { openPage } from '../../pages/page'
import { alertLinesStyle } from '../../popup/alert-lines'
import { readHereStyle } from '../../popup/read-here'
import { createPopup } from '../../popup/state'
import { notReadStyle } from '../../popup/not-read'
import { PopupPage, popupStyle } from '../../popup/popup'

const popup = createPopup(
  await openPage(answersStyle, runAnswersStyle, popupStyle, notReadStyle, readHereStyle, alertLinesStyle),
)
await popup.readKept()
render(<PopupPage popup={popup} />, document.body)
browser.storage.onChanged.addListener(() => void popup.read())
browser.permissions.onAdded.addListener(() => void popup.read())
// What is kept is on the screen; now it is read again behind it.
void popup.read()
void popup.refresh()
