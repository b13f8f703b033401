import { render } from 'preact'
import { answersStyle } from '../../../widget/components/answers'
import { browser } from '../../browser'
import { openPage } from '../../pages/page'
import { createDraft } from '../../plan/add-form'
import { PlanPage, planStyle } from '../../plan/page'
import { createPlan } from '../../plan/state'

const plan = createPlan(await openPage(answersStyle, planStyle))
document.title = plan.locale.messages.plan.title
await plan.read()
render(<PlanPage plan={plan} draft={createDraft(plan)} />, document.body)
browser.storage.onChanged.addListener(() => void plan.read())
