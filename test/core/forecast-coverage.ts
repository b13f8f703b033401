import { forecast } from '../../core/forecast'
import { seeded } from '../../core/random'
import { endOf, kinds, type Held, type KindName } from './forecast-kinds'
import { chargesOf, DAY, entriesOf, NOW, userOf, type User } from './forecast-users'

/**
 * Of so many users, how many were told silence, how many an interval of the run-out date with two ends, and how many of these it held,
 * missed early or missed late; `edge`: in how many the truth was an end itself, which is where a planned task or a lapse is it; `burn`:
 * how many were told an interval that held the rate they really spend at.
 */
export type Coverage = Record<'users' | 'silent' | 'told' | 'held' | 'early' | 'late' | 'edge' | 'burn', number>

/** Simulated users of one kind: their next charges decide when the credits run out, and the rate they really spend at is known. */
export function coverage(kind: KindName, users: number, seed: number): Coverage {
  const random = seeded(seed)
  const found: Coverage = { users, silent: 0, told: 0, held: 0, early: 0, late: 0, edge: 0, burn: 0 }
  for (let i = 0; i < users; i++) count(found, kind, random, seeded(seed * 100_000 + i))
  return found
}

/** Shares of those who were told something. An end that is itself a moment with a chance of its own is half inside. */
export const shares = ({ users, silent, told, held, early, late, edge, burn }: Coverage) => ({
  runOut: (held - edge / 2) / told,
  early: early / told,
  late: late / told,
  burn: burn / (users - silent),
})

export const summed = (all: readonly Coverage[]): Coverage =>
  all.reduce(
    (a, b) => Object.fromEntries(Object.entries(a).map(([k, n]) => [k, n + b[k as keyof Coverage]])) as Coverage,
  )

function count(found: Coverage, kind: KindName, random: () => number, own: () => number): void {
  const user = { ...userOf(random), ...(kind.includes('working days') && { weekday: [0, 1, 1, 1, 1, 1, 0] }) }
  const wants = wantsOf(user)
  const held = kinds[kind](wants, random)
  const past = allowed(held, chargesOf(user, NOW - user.history * DAY, NOW, random))
  const answer = forecast({
    entries: entriesOf(past),
    account: withToday(held, past),
    card: held.card,
    now: NOW,
    offset: 0,
    random: own,
    // So far that nearly every interval has two ends.
    horizonDays: held.purse.turns.length > 0 ? 120 : 60,
    courses: 120,
    ...(held.planned && { planned: held.planned }),
  })
  if (answer.status === 'silent') return void found.silent++
  const next = allowed(held, [...past, ...chargesOf(user, NOW, NOW + 200 * DAY, random)]).filter(({ at }) => at >= NOW)
  const tasks = (held.planned ?? []).map(({ at, amount }) => ({ at, amount: Number(amount) }))
  const truth = endOf(held, [...next, ...tasks])
  const { low, high } = answer.runOut
  if (low !== undefined && high !== undefined) {
    found.told++
    found[truth < low ? 'early' : truth > high ? 'late' : 'held']++
    if (truth === low || truth === high) found.edge++
  }
  const perDay = held.daily === undefined ? wants : rateUnder(held, user, random)
  const { perDay: said } = answer.burn
  if (perDay >= said.low && perDay <= said.high) found.burn++
}

const average = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length
const wantsOf = ({ perDay, runs, prices, weekday }: User) => perDay * runs * average(prices) * average(weekday)

/** What a day really comes to under a limit: over eleven years. */
const rateUnder = (held: Held, user: User, random: () => number) =>
  allowed(held, chargesOf(user, NOW, NOW + 4000 * DAY, random)).reduce((sum, { amount }) => sum + amount, 0) / 4000

/** The account, with what today has taken of a limit by the day. */
function withToday({ account }: Held, past: readonly { at: number; amount: number }[]): Held['account'] {
  const used = past.filter(({ at }) => at >= NOW - DAY / 2).reduce((sum, { amount }) => sum + amount, 0)
  return {
    ...account,
    ...(account.limits && { limits: account.limits.map((limit) => ({ ...limit, used: String(used) })) }),
  }
}

/** What a limit by the day lets through: a run that would pass it is not made. */
function allowed<C extends { at: number; amount: number }>({ daily = Infinity }: Held, charges: readonly C[]): C[] {
  let day = -1
  let spent = 0
  return charges.filter(({ at, amount }) => {
    if (Math.floor(at / DAY) !== day) spent = 0
    day = Math.floor(at / DAY)
    if (spent + amount > daily) return false
    spent += amount
    return true
  })
}
