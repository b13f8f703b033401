import { signal } from '@preact/signals'
import type { Locale } from '../../core/locales'
import { isCredits } from '../../core/locales/format'
import { fill } from '../../core/locales/message'
import { watchedAccounts, type Watched } from '../alerts/accounts'
import { alertChoices, type AlertChoices } from '../alerts/kept'
import { browser } from '../browser'
import { useTyped } from '../pages/typed'
import { change, changePart, type PartOf } from '../storage'

const choices = signal<AlertChoices>(alertChoices.initial())
const accounts = signal<Watched[]>([])
const refused = signal(false)

/** Reads what was chosen, and the accounts that can be watched. */
export async function readAlertChoices(): Promise<void> {
  accounts.value = await watchedAccounts()
  // In turn: behind what this page is storing.
  choices.value = await change(alertChoices, (was) => was)
}

async function edit(part: PartOf<AlertChoices>): Promise<void> {
  choices.value = await changePart(alertChoices, part)
}

/** Notifications are asked for at this press, and not before. Without them alerts stand in the popup and on the icon. */
function askNotify(wanted: boolean): void {
  if (!wanted) return void edit({ notify: false })
  void browser.permissions.request({ permissions: ['notifications'] }).then((granted) => {
    refused.value = !granted
    return edit({ notify: granted })
  })
}

/** What to be told of, when, and how. */
export function Alerts({ locale }: { locale: Locale }) {
  const { alerts: texts } = locale.messages
  const { on, notify, lapseDays } = choices.value
  return (
    <div class="alert-choices">
      <label>
        <input type="checkbox" checked={on} onChange={(event) => void edit({ on: event.currentTarget.checked })} />
        {texts.on}
      </label>
      <p class="quiet">{texts.what}</p>
      <fieldset disabled={!on}>
        <label>
          <input
            type="checkbox"
            name="notify"
            checked={notify}
            onChange={(event) => askNotify(event.currentTarget.checked)}
          />
          {texts.notify}
        </label>
        <p class="quiet" role="status">
          {refused.value ? texts.notifyRefused : texts.notifyWhy}
        </p>
        <div class="choices">
          <label for="lapse-days">{texts.lapseWithin}</label>
          <select
            id="lapse-days"
            value={String(lapseDays)}
            onChange={(event) => void edit({ lapseDays: Number(event.currentTarget.value) })}
          >
            {[1, 3, 7, 14].map((n) => (
              <option key={n} value={String(n)}>
                {fill(texts.days, { n }, locale)}
              </option>
            ))}
          </select>
        </div>
        <Quiet locale={locale} />
        {accounts.value.map((one) => (
          <Low key={one.key} one={one} locale={locale} />
        ))}
      </fieldset>
    </div>
  )
}

function Quiet({ locale }: { locale: Locale }) {
  const { alerts: texts } = locale.messages
  const { quiet } = choices.value
  const set = (part: 'from' | 'to') => (event: { currentTarget: HTMLInputElement }) => {
    const minutes = minutesOf(event.currentTarget.value)
    if (minutes !== undefined) void edit((was) => ({ quiet: was.quiet && { ...was.quiet, [part]: minutes } }))
  }
  return (
    <div class="choices">
      <label>
        <input
          type="checkbox"
          name="quiet"
          checked={quiet !== undefined}
          onChange={(event) =>
            void edit({ quiet: event.currentTarget.checked ? { from: 22 * 60, to: 8 * 60 } : undefined })
          }
        />
        {texts.quiet}
      </label>
      {quiet && (
        <span class="hours">
          <input type="time" aria-label={texts.from} value={clockOf(quiet.from)} onChange={set('from')} />
          {' – '}
          <input type="time" aria-label={texts.to} value={clockOf(quiet.to)} onChange={set('to')} />
        </span>
      )}
    </div>
  )
}

function Low({ one: { key, title, account }, locale }: { one: Watched; locale: Locale }) {
  const { alerts: texts } = locale.messages
  const { low } = choices.value
  const unit = account.currency
  const typed = useTyped(low[key] === undefined ? '' : String(low[key]), ({ value }) => {
    if (!/^(\d{1,15}(\.\d{1,9})?)?$/.test(value)) return false
    return edit(({ low: { [key]: _before, ...others } }) => ({
      low: value === '' ? others : { ...others, [key]: value },
    }))
  })
  const name = account.name && !title.includes(account.name) ? `${title} · ${account.name}` : title
  return (
    <div class="choices">
      <label for={`low ${key}`}>
        {fill(isCredits(unit) ? texts.lowBelowCredits : texts.lowBelow, { name, unit }, locale)}
      </label>
      <input id={`low ${key}`} class="low" inputMode="decimal" placeholder={texts.never} {...typed} />
    </div>
  )
}

const clockOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0')).join(':')

function minutesOf(clock: string): number | undefined {
  const parts = /^(\d{2}):(\d{2})/.exec(clock)
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : undefined
}

export const alertsStyle = `
.alert-choices, .alert-choices fieldset { display: grid; gap: 12px; }
.alert-choices fieldset:disabled { opacity: .55; }
.alert-choices .low { inline-size: 9em; padding: 6px 8px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); }
.hours input { padding: 5px 8px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); }
`
