import type { Account } from '../account'
import type { Basis } from '../basis'
import type { Entry } from '../ledger'
import { balanceOf } from '../projections'
import type { RateCard } from '../rate-card'
import { digitsOf, fromUnits } from '../scale'
import { freeIn, walletDecimals, walletOf, type Wallet, type WalletDoubt } from '../wallet'
import { limitDecimals } from '../spend-plan/allowance'
import { courseOf, type Course, type Outset, type Planned } from './course'
import { dayNumber, dayStart, daysOf, type Days } from './days'
import { likelyHabit, habitOf, thinness, type Habit, type Thin } from './habit'
import { budgetOf, paceOf, type Budget, type Pace } from './pace'
import { reachOf, seatOf, type EndedBy, type Seat } from './seat'

export type { Budget, Pace, Planned }

/**
 * `offset`: minutes east of UTC, for the user's days and weekdays. `random`: uniform numbers from 0 up to 1 (core/random.ts).
 * `planned`: tasks that are not in the habit, oldest first.
 */
export type ForecastQuestion = {
  entries: readonly Entry[]
  account: Account
  card: RateCard
  now: number
  offset: number
  random: () => number
  planned?: readonly Planned[]
  horizonDays?: number
  courses?: number
}

/** Four chances in five: one in ten below low, one in ten above high. */
export type Likely = { low: number; likely: number; high: number }
export type Burn = { perDay: Likely; byWeekday?: number[]; basis: Basis; days: number }
/**
 * `undefined`: not before the horizon. `chance` that it happens before the horizon at all; `by`: what mostly ends it; `planned`: mostly a
 * planned task takes the last of it.
 */
export type RunOut = {
  low?: number
  likely?: number
  high?: number
  chance: number
  horizon: number
  by: EndedBy
  planned: boolean
}
/** What of a grant will lapse, and when. */
export type Lapsing = { grant: string; kind: string; at: number; amount: Likely }
export type DayBand = { at: number; low: number; likely: number; high: number }

export type Forecast = {
  /** Exact: known from the account and the card alone. */
  balance?: string
  /** What a cap or a spend limit leaves of the balance, where that is less. */
  allowed?: { amount: string; by: EndedBy }
  pace?: Pace
  budget?: Budget
  doubts: WalletDoubt[]
} & (
  | { status: 'silent'; because: Thin | 'no-charges' | 'no-balance' | 'other-currency'; basis: Basis }
  | { status: 'known'; burn: Burn; runOut: RunOut; lapsing: Lapsing[]; balanceBand: DayBand[] }
)

const HORIZON = 60
const COURSES = 250

/**
 * Where an account's credits go from here, from the charges of its ledger: burn rate, run-out date, credits that will lapse. Many
 * courses are played through the account's own grants with renewals, rollover, expiry and planned tasks taken in; what is told is
 * the middle 80 % of them. Silent where the history is thin. Statistics, in floating point; totals beside them are exact.
 */
export function forecast(question: ForecastQuestion): Forecast {
  const { entries, account, card, now, offset } = question
  const planned = upcoming(question)
  const digits = Math.max(2, digitsOf([...walletDecimals(account, card), ...limitDecimals(account)]))
  const wallet = walletOf(account, card, now, digits)
  const seat = wallet && seatOf(account, wallet)
  const days = daysOf(entries, account.currency, now, offset)
  const base = { ...knownNow(question, planned, seat, days), doubts: wallet?.doubts ?? [] }
  const silent = (because: (Forecast & { status: 'silent' })['because']): Forecast => ({
    ...base,
    status: 'silent',
    because,
    basis: days?.basis ?? { n: 0 },
  })
  if (!seat) return silent('no-balance')
  if (!days) return silent('no-charges')
  const thin = thinness(days)
  if (thin) return silent(thin)
  const habit = habitOf(days)
  const today = dayNumber(now, offset)
  const ends = Array.from({ length: (question.horizonDays ?? HORIZON) + 1 }, (_, i) => dayStart(today + i + 1, offset))
  const outset: Outset = { seat, now, ends, offset, planned }
  const until = ends.at(-1)!
  const courses = Array.from({ length: question.courses ?? COURSES }, () => courseOf(outset, habit, question.random))
  return {
    ...base,
    status: 'known',
    burn: burnOf(days, habit, question.random),
    runOut: runOutOf(courses, until),
    lapsing: lapsingOf(courses, seat.wallet, until),
    balanceBand: bandOf(courses, outset),
  }
}

/** What is planned and overdue is due now: it is not made yet. */
const upcoming = ({ planned = [], now }: ForecastQuestion): Planned[] =>
  planned.map(({ at: due, amount }) => ({ at: Math.max(due, now), amount })).sort((a, b) => a.at - b.at)

function knownNow(
  { account, card, now, offset }: ForecastQuestion,
  planned: readonly Planned[],
  seat: Seat | undefined,
  days: Days | undefined,
) {
  const pace = paceOf(account, card, now)
  if (!seat) return { ...(pace && { pace }) }
  const { units, by, resets = account.resets } = reachOf(seat)
  const amount = fromUnits(units, seat.wallet.digits)
  const balance = fromUnits(freeIn(seat.wallet).lo - seat.wallet.owed, seat.wallet.digits)
  const until = resets && resets > now ? resets : undefined
  const reserved = planned.filter(({ at: due }) => until && due < until).map((task) => task.amount)
  const budget = until && budgetOf(amount, days?.today ?? '0', reserved, now, until, offset)
  return {
    balance,
    ...(by !== 'balance' && { allowed: { amount, by } }),
    ...(pace && { pace }),
    ...(budget && { budget }),
  }
}

function burnOf(days: Days, habit: Habit, random: () => number): Burn {
  const rates = Array.from({ length: 400 }, () => habit.overall * likelyHabit(habit, random).rate)
  const perDay = { ...middle(rates), likely: habit.overall }
  return { perDay, ...(habit.weekly && { byWeekday: habit.mean }), basis: days.basis, days: days.spent.length }
}

/** The middle four fifths of a sample. */
function middle(sample: readonly number[]): Likely {
  const sorted = [...sample].sort((a, b) => a - b)
  return { low: at(sorted, 0.1), likely: at(sorted, 0.5), high: at(sorted, 0.9) }
}

/** A quantile of what the sample was drawn from, between two neighbours; beside an endless one it is endless. */
function at(sorted: readonly number[], share: number): number {
  const place = Math.min(sorted.length - 1, Math.max(0, share * (sorted.length + 1) - 1))
  const low = sorted[Math.floor(place)]!
  const high = sorted[Math.ceil(place)]!
  return low === high ? low : low + (place % 1) * (high - low)
}

function runOutOf(courses: readonly Course[], horizon: number): RunOut {
  const { low, likely, high } = middle(courses.map(({ runsOut }) => runsOut ?? Number.POSITIVE_INFINITY))
  const ended = courses.filter(({ runsOut }) => runsOut !== undefined)
  const chance = ended.length / courses.length
  const known = (n: number) => (Number.isFinite(n) ? Math.round(n) : undefined)
  const times = (what: EndedBy) => ended.filter(({ by }) => by === what).length
  const by = (['cap', 'spend'] as const).reduce<EndedBy>((a, b) => (times(b) > times(a) ? b : a), 'balance')
  const planned = ended.filter((course) => course.planned).length * 2 > ended.length
  return { low: known(low), likely: known(likely), high: known(high), chance, horizon, by, planned }
}

/** Grants held now whose time is up before the horizon. */
function lapsingOf(courses: readonly Course[], wallet: Wallet, until: number): Lapsing[] {
  return wallet.pockets.flatMap(({ grant, lo }) => {
    const ends = grant.expires ?? (grant.id === 'balance' ? undefined : planEnd(wallet, grant.kind))
    if (!ends || ends > until || lo === 0n) return []
    const amount = middle(courses.map(({ lapsed }) => lapsed.get(grant.id) ?? 0))
    return amount.high > 0 ? [{ grant: grant.id, kind: grant.kind, at: ends, amount }] : []
  })
}

const planEnd = ({ renewals }: Wallet, kind: string): number | undefined => {
  const own = renewals.find(({ renewal }) => renewal.grant.kind === kind && renewal.grant.refill === 'reset')
  return own && own.renewal.at(own.nth)
}

const bandOf = (courses: readonly Course[], { ends }: Outset): DayBand[] =>
  ends.map((at, i) => ({ at, ...middle(courses.map(({ left }) => left[i]!)) }))

/** The account's balance as its ledger has it, where the account itself gives none. */
export const withLedgerBalance = (account: Account, entries: readonly Entry[]): Account => {
  if (account.grants || (account.balance !== undefined && account.balance !== null)) return account
  const balance = balanceOf(entries)?.balance
  return balance === undefined ? account : { ...account, balance }
}
