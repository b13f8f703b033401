import { Box } from '../../widget/components/box'
import { Select } from '../../widget/components/choice-field'
import { Labelled } from '../../widget/components/labelled'
import { useTyped } from '../pages/typed'
import type { Plan } from './state'
import type { PlannedTask } from './tasks'

const MOST = 10_000
const count = (value: string): number => Math.min(MOST, Math.max(1, Math.floor(Number(value)) || 1))

/** How many results, how many tries for each, how urgent and when; behind one click of a task. */
export function Numbers({ plan, task }: { plan: Plan; task: PlannedTask }) {
  const texts = plan.locale.messages.plan
  const { id, runs, attempts, priority, at } = task
  const edit = (part: Partial<PlannedTask>) => plan.edit(id, part)
  return (
    <details class="numbers">
      <summary class="button">{texts.change}</summary>
      <div class="boxes">
        <Count id={`runs-${id}`} label={texts.runs} kept={runs} changed={(n) => edit({ runs: n })} />
        <Count
          id={`low-${id}`}
          label={texts.tries}
          kept={attempts.low}
          changed={(n) => edit({ attempts: { low: n, high: Math.max(n, attempts.high) } })}
        />
        <Count
          id={`high-${id}`}
          label={texts.triesTo}
          kept={attempts.high}
          changed={(n) => edit({ attempts: { low: Math.min(attempts.low, n), high: n } })}
        />
        <Select
          id={`priority-${id}`}
          label={texts.priority}
          value={priority}
          options={([1, 0, -1] as const).map((n) => ({ value: String(n), text: texts[`priority${n}`] }))}
          onChange={(n) => void edit({ priority: Number(n) })}
        />
        <Labelled id={`at-${id}`} label={texts.day}>
          <input
            id={`at-${id}`}
            type="date"
            value={at === undefined ? '' : dayOf(at)}
            onChange={(event) => void edit({ at: startOf(event.currentTarget.value) })}
          />
        </Labelled>
      </div>
    </details>
  )
}

type CountProps = { id: string; label: string; kept: number; changed: (n: number) => unknown }

function Count({ id, label, kept, changed }: CountProps) {
  const typed = useTyped(String(kept), (field) => changed(count(field.value)))
  return <Box id={id} label={label} min="1" max={String(MOST)} {...typed} />
}

/** The user's own calendar day, as a date box writes it. */
function dayOf(at: number): string {
  const date = new Date(at)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

const startOf = (day: string): number | undefined => (day ? new Date(`${day}T00:00`).getTime() : undefined)
