import { render } from 'preact'
import { answersStyle } from '../../../widget/components/answers'
import { browser } from '../../browser'
import { HistoryPage } from '../../history/page'
import { createHistory } from '../../history/state'
import { historyStyle } from '../../history/style'
import { onLedgerChange } from '../../ledger/open'
import { openPage } from '../../pages/page'

const history = createHistory(await openPage(answersStyle, historyStyle))
document.title = `${history.locale.messages.history.title} – Forecost`
render(<HistoryPage history={history} />, document.body)
const life = new AbortController()
onLedgerChange(() => void history.read(), life.signal)
browser.storage.onChanged.addListener(() => void history.readNames())
await history.readNames()
await history.read()
