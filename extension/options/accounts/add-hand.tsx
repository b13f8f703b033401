import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { loadCards } from '../../../core/rate-cards'
import type { RateCard } from '../../../core/rate-card'
import type { Links } from './state'

type Tool = { value: string; name: string; origin?: string; card: RateCard }

const bundled = signal<RateCard[]>([])
const chosen = signal<string | undefined>(undefined)

/** An account the user writes down: how much is left, of what, and since when that is true. */
export function AddHand({ links }: { links: Links }) {
  const { locale, busy, stating, rows } = links
  const today = dayOf(links.now.value)
  const { accounts: texts } = locale.messages
  useEffect(() => {
    if (bundled.value.length === 0) void loadCards().then((cards) => (bundled.value = cards))
  }, [])
  const known = rows.value.find(([id]) => id === stating.value)?.[1]
  const tools = toolsOf(links)
  const of = known ? (known.origin ?? `card:${known.provider}`) : chosen.value
  const tool = tools.find(({ value }) => value === of) ?? tools[0]
  if (!tool) return null
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void links.addHand({ ...given(event.currentTarget as HTMLFormElement, tool), ...(known && { id: stating.value }) })
    stating.value = undefined
  }
  return (
    <form class="fields" onSubmit={submit} key={stating.value ?? 'new'}>
      <label>
        {texts.tool}
        <select value={tool.value} disabled={!!known} onChange={(event) => (chosen.value = event.currentTarget.value)}>
          {tools.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div class="pair">
        <label>
          {texts.left}
          <input name="balance" required inputMode="decimal" pattern="\d{1,30}([.]\d{1,18})?" autocomplete="off" />
        </label>
        <label>
          {texts.unit}
          <input name="currency" required maxLength={40} key={tool.value} defaultValue={tool.card.currency} />
        </label>
        <label>
          {texts.asOf}
          <input name="asOf" type="date" required defaultValue={today} max={today} />
        </label>
      </div>
      <div class="pair">
        <label>
          {texts.plan}
          <select name="plan" key={tool.value} defaultValue={known?.account?.plan}>
            <option value="">{locale.messages.widget.noPlan}</option>
            {Object.entries(tool.card.plans ?? {}).map(([id, plan]) => (
              <option key={id} value={id}>
                {plan.name ?? id}
              </option>
            ))}
          </select>
        </label>
        <label>
          {texts.resetsOn}
          <input name="resets" type="date" min={today} />
        </label>
        <label>
          {texts.label}
          <input name="label" maxLength={100} placeholder={texts.labelHint} defaultValue={known?.label ?? ''} />
        </label>
      </div>
      <p class="form-acts">
        <button type="submit" class="primary" disabled={busy.value !== undefined}>
          {known ? texts.save : texts.addHand}
        </button>
      </p>
    </form>
  )
}

/** Tools of the sites that are on come first: their pages then show what is left. */
function toolsOf({ sites }: Links): Tool[] {
  const own = sites.value.flatMap(({ origin, card }) =>
    card ? [{ value: origin, name: `${card.name} (${new URL(origin).host})`, origin, card }] : [],
  )
  return [...own, ...bundled.value.map((card) => ({ value: `card:${card.provider}`, name: card.name, card }))]
}

function given(form: HTMLFormElement, { card, origin }: Tool) {
  const typed = new FormData(form)
  const of = (name: string) => String(typed.get(name) ?? '').trim()
  // Noon: the day then is the same one in every time zone the user is likely to be in.
  const day = (name: string) => (of(name) ? Date.parse(`${of(name)}T12:00:00`) : undefined)
  const [label, plan, resets] = [of('label'), of('plan'), day('resets')]
  return {
    provider: card.provider,
    tool: card.name,
    ...(origin && { origin }),
    ...(label && { label }),
    ...(plan && { plan }),
    ...(resets !== undefined && { resets }),
    currency: of('currency'),
    balance: of('balance'),
    asOf: of('asOf') === dayOf(Date.now()) ? Date.now() : day('asOf')!,
  }
}

function dayOf(instant: number): string {
  const day = new Date(instant)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
