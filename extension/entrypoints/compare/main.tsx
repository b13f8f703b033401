import { render } from 'preact'
import { answersStyle } from '../../../widget/components/answers'
import { ComparePage, comparePageStyle, readComparison } from '../../answers/compare-page'
import { openPage } from '../../pages/page'

const locale = await openPage(answersStyle, comparePageStyle)
document.title = locale.messages.answer.compareAll
render(<ComparePage {...await readComparison(location.hash, locale, new Date())} locale={locale} />, document.body)
