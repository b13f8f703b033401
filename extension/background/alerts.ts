import { alertsFor, idOf, type AlertRules } from '../../core/alerts'
import { watchedAccounts } from '../alerts/accounts'
import { alertChoices, toldAlerts, type AlertChoices, type Told } from '../alerts/kept'
import { risksOf } from '../alerts/risks'
import { riskText } from '../alerts/words'
import { browser } from '../browser'
import { entriesOf } from '../ledger/read'
import { chosenLocale } from '../locale'
import { plannedBy } from '../plan/planned'
import { change, load } from '../storage'

/** How far back the ledger is looked at: what a forecast learns from. */
const LOOK_BACK = 60 * 86_400_000
const permission = { permissions: ['notifications'] } as const

let running: Promise<void> | undefined
let again = false

/**
 * Looks at every account for what is worth a word, and tells what is new: one alert an episode. Calls that come while one look is under
 * way are answered by one more after it: something may have been chosen since.
 */
export function lookForRisks(now: () => number): Promise<void> {
  again = true
  running ??= lookOn(now)
  return running
}

async function lookOn(now: () => number): Promise<void> {
  try {
    while (again) {
      again = false
      await look(now())
    }
  } finally {
    running = undefined
  }
}

/** At least this long lies between two looks that readings ask for, in milliseconds: each goes through every ledger. */
const REST = 10_000
let looked = -Infinity
let waiting = false

/** Looks for risks after a reading: at once, or a little later where that was done just now; several readings share one look. */
export async function lookAfterReading(now: () => number, pause = wait): Promise<void> {
  if (waiting) return
  waiting = true
  await pause(Math.max(0, looked + REST - now()))
  waiting = false
  looked = now()
  await lookForRisks(now)
}

const wait = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms))

async function look(now: number): Promise<void> {
  const [choices, accounts, planned, locale] = await Promise.all([
    load(alertChoices),
    watchedAccounts(),
    plannedBy(now),
    chosenLocale(),
  ])
  const day = new Date(now)
  const found = await Promise.all(
    accounts.map(async (account) => {
      const entries = await entriesOf(account.whose, now - LOOK_BACK).catch(() => [])
      return risksOf(account, entries, choices, now, planned.get(account.holder) ?? []).map((risk) => ({
        risk,
        account,
      }))
    }),
  )
  const texts = new Map(found.flat().map(({ risk, account }) => [idOf(risk), riskText(risk, account, locale, now)]))
  const risks = found.flat().map(({ risk }) => risk)
  const fresh: Told[] = []
  await change(toldAlerts, (was) => {
    const minute = day.getHours() * 60 + day.getMinutes()
    const { tell, told } = alertsFor(risks, was, rulesOf(choices), now, minute)
    const ids = new Set(tell.map(idOf))
    const next = told.map(({ id, since }) => ({ ...was.find((one) => one.id === id), id, since, text: texts.get(id)! }))
    fresh.push(...next.filter(({ id }) => ids.has(id)))
    return JSON.stringify(next) === JSON.stringify(was) ? was : next
  })
  if (choices.notify) await notify(fresh, locale.messages.alerts.title)
  await markIcon()
}

const rulesOf = ({ on, lapseDays, quiet }: AlertChoices): AlertRules => ({
  on,
  lapseWithin: lapseDays * 86_400_000,
  ...(quiet && { quiet }),
})

async function notify(fresh: Told[], title: string): Promise<void> {
  if (fresh.length === 0 || !(await browser.permissions.contains({ permissions: [...permission.permissions] }))) return
  const iconUrl = browser.runtime.getURL('/icon/128.png')
  await Promise.allSettled(
    fresh.map(({ id, text }) => browser.notifications.create(id, { type: 'basic', iconUrl, title, message: text })),
  )
}

/** The user has seen an alert in the popup: it is not shown again while this episode lasts. */
export async function putAway(id: string): Promise<void> {
  await change(toldAlerts, (was) => was.map((one) => (one.id === id ? { ...one, seen: true } : one)))
  await markIcon()
}

/** Tabs without a balance of their own show that there is something to read; those that have one show that. */
export async function markIcon(): Promise<void> {
  const [{ on }, told] = await Promise.all([load(alertChoices), load(toldAlerts)])
  const open = on && told.some(({ seen }) => !seen)
  await browser.action.setBadgeText({ text: open ? '!' : '' })
  if (open) await browser.action.setBadgeBackgroundColor({ color: '#8a5a00' })
}
