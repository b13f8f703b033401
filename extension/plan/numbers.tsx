import type { Plan } from './state'
import type { PlannedTask } from './tasks'

/** How many results, how many tries for each, how urgent and when; behind one click of a task. */
export function Numbers({ plan, task }: { plan: Plan; task: PlannedTask }) {
  const texts = plan.locale.messages.plan
  const { id, runs, attempts, priority, at } = task
  const count = (value: string) => Math.min(10_000, Math.max(1, Math.floor(Number(value)) || 1))
  return (
    <details class="numbers">
      <summary class="button">{texts.change}</summary>
      <div class="boxes">
        <Box id={`runs-${id}`} label={texts.runs} value={runs} set={(v) => plan.edit(id, { runs: count(v) })} />
        <Box
          id={`low-${id}`}
          label={texts.tries}
          value={attempts.low}
          set={(v) => plan.edit(id, { attempts: { low: count(v), high: Math.max(count(v), attempts.high) } })}
        />
        <Box
          id={`high-${id}`}
          label={texts.triesTo}
          value={attempts.high}
          set={(v) => plan.edit(id, { attempts: { low: Math.min(attempts.low, count(v)), high: count(v) } })}
        />
        <label for={`priority-${id}`}>{texts.priority}</label>
        <select
          id={`priority-${id}`}
          value={String(priority)}
          onChange={(event) => void plan.edit(id, { priority: Number(event.currentTarget.value) })}
        >
          {([1, 0, -1] as const).map((n) => (
            <option key={n} value={String(n)}>
              {texts[`priority${n}`]}
            </option>
          ))}
        </select>
        <label for={`at-${id}`}>{texts.day}</label>
        <input
          id={`at-${id}`}
          type="date"
          value={at === undefined ? '' : dayOf(at)}
          onChange={(event) => void plan.edit(id, { at: startOf(event.currentTarget.value) })}
        />
      </div>
    </details>
  )
}

type BoxProps = { id: string; label: string; value: number; set: (value: string) => Promise<void> }

function Box({ id, label, value, set }: BoxProps) {
  return (
    <>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        min="1"
        max="10000"
        value={value}
        onChange={(event) => void set(event.currentTarget.value)}
      />
    </>
  )
}

/** The user's own calendar day, as a date box writes it. */
function dayOf(at: number): string {
  const date = new Date(at)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

const startOf = (day: string): number | undefined => (day ? new Date(`${day}T00:00`).getTime() : undefined)
