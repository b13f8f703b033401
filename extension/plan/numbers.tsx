import type { TargetedEvent } from 'preact'
import { Box } from '../../widget/components/box'
import { Select } from '../../widget/components/choice-field'
import { Labelled } from '../../widget/components/labelled'
import type { Plan } from './state'
import type { PlannedTask } from './tasks'

const MOST = 10_000
const counted = { min: '1', max: String(MOST) }
const count = (value: string): number => Math.min(MOST, Math.max(1, Math.floor(Number(value)) || 1))

/** How many results, how many tries for each, how urgent and when; behind one click of a task. */
export function Numbers({ plan, task }: { plan: Plan; task: PlannedTask }) {
  const texts = plan.locale.messages.plan
  const { id, runs, attempts, priority, at } = task
  const to = (part: (n: number) => Partial<PlannedTask>) => (event: TargetedEvent<HTMLInputElement>) =>
    void plan.edit(id, part(count(event.currentTarget.value)))
  return (
    <details class="numbers">
      <summary class="button">{texts.change}</summary>
      <div class="boxes">
        <Box {...counted} id={`runs-${id}`} label={texts.runs} value={runs} onChange={to((n) => ({ runs: n }))} />
        <Box
          {...counted}
          id={`low-${id}`}
          label={texts.tries}
          value={attempts.low}
          onChange={to((n) => ({ attempts: { low: n, high: Math.max(n, attempts.high) } }))}
        />
        <Box
          {...counted}
          id={`high-${id}`}
          label={texts.triesTo}
          value={attempts.high}
          onChange={to((n) => ({ attempts: { low: Math.min(attempts.low, n), high: n } }))}
        />
        <Select
          id={`priority-${id}`}
          label={texts.priority}
          value={priority}
          options={([1, 0, -1] as const).map((n) => ({ value: String(n), text: texts[`priority${n}`] }))}
          onChange={(n) => void plan.edit(id, { priority: Number(n) })}
        />
        <Labelled id={`at-${id}`} label={texts.day}>
          <input
            id={`at-${id}`}
            type="date"
            value={at === undefined ? '' : dayOf(at)}
            onChange={(event) => void plan.edit(id, { at: startOf(event.currentTarget.value) })}
          />
        </Labelled>
      </div>
    </details>
  )
}

/** The user's own calendar day, as a date box writes it. */
function dayOf(at: number): string {
  const date = new Date(at)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

const startOf = (day: string): number | undefined => (day ? new Date(`${day}T00:00`).getTime() : undefined)
