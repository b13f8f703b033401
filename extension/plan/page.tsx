import { fill } from '../../core/locales/message'
import { AddForm, type DraftState } from './add-form'
import { Cheapest } from './cheapest'
import { focusOn, TaskList } from './list'
import type { Plan } from './state'

/** The spend plan: what the user means to make, what it comes to, where the money ends and what to buy. */
export function PlanPage({ plan, draft }: { plan: Plan; draft: DraftState }) {
  const { locale, tasks, said, lost } = plan
  const texts = locale.messages.plan
  return (
    <main class="planning">
      <header>
        <h1>
          <img src="/icon/48.png" width="28" height="28" alt="" /> {texts.title}
        </h1>
        <p class="quiet">{texts.lead}</p>
      </header>
      <p role="status" class="said quiet">
        {said}
      </p>
      <Removed plan={plan} />
      {tasks.value.length === 0 ? (
        <section class="nothing">
          <p>
            <strong>{texts.empty}</strong>
          </p>
          <p class="quiet">{texts.emptyHow}</p>
        </section>
      ) : (
        <TaskList plan={plan} />
      )}
      {lost.value.map((task) => (
        <p class="row quiet" key={task.id}>
          <span>
            {plan.nameOf(task)}: {texts.gone}
          </span>
          <button type="button" class="button" onClick={() => void plan.remove(task.id)}>
            {texts.remove}
          </button>
        </p>
      ))}
      <AddForm state={draft} />
      <Cheapest plan={plan} />
    </main>
  )
}

function Removed({ plan }: { plan: Plan }) {
  const { locale, removed } = plan
  const texts = locale.messages.plan
  if (!removed.value) return null
  const { id } = removed.value.task
  const undo = () => plan.undo().then(() => focusOn(`[data-task="${CSS.escape(id)}"] .handle`))
  return (
    <p class="undo row" role="status">
      <span>{fill(texts.removed, { name: plan.nameOf(removed.value.task) }, locale)}</span>
      <button type="button" class="button" onClick={() => void undo()}>
        {texts.undo}
      </button>
    </p>
  )
}

export const planStyle = `
.planning { max-inline-size: 760px; margin-inline: auto; padding: 32px 20px 72px; display: grid; gap: 20px; }
.planning header { display: grid; gap: 4px; }
.planning h1 { display: flex; align-items: center; gap: 10px; font-size: 1.5em; }
.said:empty { display: none; }
.undo, .nothing { padding: 12px 16px; border: 1px solid var(--line); border-radius: var(--radius); background: var(--sunken); }
.nothing { display: grid; gap: 4px; padding: 32px 20px; text-align: center; }
.planning .plan ol { gap: 8px; }
.planning .plan li[data-task] { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 8px 16px; padding: 12px; border: 1px solid var(--line); border-radius: var(--radius); }
.planning .plan li[data-task] .controls { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 8px; align-items: start; justify-content: end; }
.planning .task small::first-letter { text-transform: uppercase; }
.planning .plan .event { padding-inline-start: 12px; }
.planning .plan .end { padding-block: 6px; }
.numbers { flex: 1 1 auto; text-align: end; }
.numbers[open] { flex-basis: 100%; }
.numbers > summary, .add-task > summary { display: inline-block; list-style: none; cursor: pointer; }
.boxes { display: grid; grid-template-columns: repeat(auto-fit, minmax(96px, 1fr)); gap: 8px 12px; align-items: end; padding-block: 8px; text-align: start; }
.boxes .field > * { inline-size: 100%; }
.boxes .field:has([type=date]) { grid-column: span 2; }
.boxes input[type=date] { max-inline-size: 220px; padding: 5px 8px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); }
.handle { cursor: grab; touch-action: none; }
.planning .plan [data-drag=dragged] { opacity: .5; cursor: grabbing; }
.planning .plan [data-drag=over] { outline: 2px solid var(--accent); }
.add-task form { display: grid; gap: 14px; margin-block-start: 14px; padding: 16px; border: 1px solid var(--line); border-radius: var(--radius); }
.cheapest { display: grid; gap: 8px; padding: 16px; border: 1px solid var(--line); border-radius: var(--radius); }
.cheapest li:first-child { font-weight: 600; }
.cheapest li > :first-child { flex: none; }
`
