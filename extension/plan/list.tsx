import { wordsOf } from '../../core/labels'
import { reasonTexts } from '../../core/locales/reasons'
import { settingsText } from '../../core/locales/settings'
import { apart, fill } from '../../core/locales/message'
import type { PlanLine } from '../../core/spend-plan'
import { SpendPlanList } from '../../widget/components/answers'
import { Numbers } from './numbers'
import type { Plan } from './state'
import { holderOf, type PlannedTask } from './tasks'

/** What was pressed is gone: the focus goes where one goes on. */
export const focusOn = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus()

/** The tasks in the order they are paid, each with what moves, changes and removes it. */
export function TaskList({ plan }: { plan: Plan }) {
  const { locale, now, tasks, holdings } = plan
  const found = plan.plan.value
  const taskOf = ({ id }: PlanLine) => tasks.value.find((task) => task.id === id)!
  const accountOf = (line: PlanLine) => found.accounts.find(({ provider }) => provider === holderOf(taskOf(line)))
  return (
    <SpendPlanList
      plan={found}
      locale={locale}
      now={now.value}
      account={accountOf}
      title={({ provider }) => holdings.value.get(provider)?.card.name ?? provider}
      name={(line) => nameIn(plan, taskOf(line), line)}
      controls={(line) => controlsOf(plan, taskOf(line), found.lines.indexOf(line))}
      row={(line) => plan.dragging.row(line.id)}
    />
  )
}

/** What a task is: the tool, the settings it is made with, and why it has no price where it has none. */
function nameIn(plan: Plan, task: PlannedTask, { estimate: quote }: PlanLine) {
  const { locale, holdings } = plan
  const { card } = holdings.value.get(holderOf(task))!
  const settings = settingsText({ card, feature: task.feature, locale }, task.request)
  return (
    <>
      <b>{plan.nameOf(task)}</b>
      <small class="quiet">{[apart(card.name, locale), settings].filter(Boolean).join(' · ')}</small>
      {quote.status === 'unpriced' &&
        reasonTexts(quote.reasons, wordsOf(card, task.feature), locale).map((text) => <small key={text}>{text}</small>)}
    </>
  )
}

function controlsOf(plan: Plan, task: PlannedTask, at: number) {
  const { locale } = plan
  const texts = locale.messages.plan
  const name = plan.nameOf(task)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') plan.dragging.end()
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by === 0) return
    event.preventDefault()
    const handle = event.currentTarget as HTMLElement
    // The row is drawn at its new place with the same nodes, which may lose the focus on the way.
    void plan.move(task.id, at + by).then(() => handle.focus())
  }
  return (
    <span class="controls">
      <Numbers plan={plan} task={task} />
      <button
        type="button"
        class="button handle"
        aria-label={fill(texts.move, { name }, locale)}
        title={texts.moveHow}
        onKeyDown={onKeyDown}
        {...plan.dragging.handle(task.id)}
      >
        ⠿
      </button>
      <button
        type="button"
        class="button"
        aria-label={`${texts.remove} ${name}`}
        title={texts.remove}
        onClick={() => void plan.remove(task.id).then(() => focusOn('.undo button'))}
      >
        ✕
      </button>
    </span>
  )
}
