import { render } from 'preact'
import { answersStyle } from '../../widget/components/answers'
import { forecastLineStyle } from '../answers/forecast-line'
import { runAnswersStyle } from '../answers/run-answers'
import { browser } from '../browser'
import { onLedgerChange } from '../ledger/read'
import { openPage } from '../pages/page'
import { alertLinesStyle } from './alert-lines'
import { footStyle } from './foot'
import { notReadStyle } from './not-read'
import { PopupPage, popupStyle } from './popup'
import { readHereStyle } from './read-here'
import { createPopup, readKept, type Popup } from './state'

const styles = [
  answersStyle,
  runAnswersStyle,
  forecastLineStyle,
  popupStyle,
  notReadStyle,
  readHereStyle,
  alertLinesStyle,
  footStyle,
]

/** Shows what the toolbar has to say, as a popup or in the side panel: what is kept at once, what is read behind it when it is there. */
export async function showPopup(place: 'popup' | 'side'): Promise<Popup> {
  const [locale, kept] = await Promise.all([openPage(...styles), readKept()])
  const popup = createPopup(locale)
  document.body.dataset['place'] = place
  popup.take(kept)
  render(<PopupPage popup={popup} />, document.body)
  browser.storage.onChanged.addListener(() => void popup.read())
  browser.permissions.onAdded.addListener(() => void popup.read())
  onLedgerChange(() => void popup.read(), new AbortController().signal)
  // What is kept is on the screen before it is read again behind it.
  void painted().then(() => {
    void popup.read()
    void popup.refresh()
  })
  return popup
}

/** After the next painted frame; a page that nobody sees paints none, and goes on all the same. */
const painted = (): Promise<unknown> =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done))
    setTimeout(done, 200)
  })
