import { Account } from '../../core/account'
import type { Entry } from '../../core/ledger'
import { normal } from '../../core/random'
import type { RateCard } from '../../core/rate-card'
import { cardOf } from './sample-card'

// Simulated users whose way of spending is known: sessions come at random, more on some weekdays, each with a few runs.

export const DAY = 86_400_000
export const NOW = Date.parse('2026-11-10T12:00:00Z')

/** `perDay` sessions of `runs` runs each on average. */
export type User = { perDay: number; runs: number; prices: number[]; weekday: number[]; history: number }

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!
const habits = [
  [1, 1, 1, 1, 1, 1, 1],
  [0.3, 1.3, 1.3, 1.3, 1.3, 1.2, 0.3],
  [2, 0.6, 0.6, 0.6, 0.6, 0.6, 2],
]
export const userOf = (random: () => number): User => ({
  perDay: 0.6 + 3 * random(),
  runs: 1 + 4 * random(),
  prices: pick([[60], [5, 60], [12, 24, 48], [160, 320]], random),
  weekday: pick(habits, random),
  history: pick([14, 28, 45, 80], random),
})

/** Charges between two instants, in the order of time. */
export function chargesOf(
  user: User,
  from: number,
  to: number,
  random: () => number,
): { at: number; amount: number }[] {
  const charges: { at: number; amount: number }[] = []
  const most = user.perDay * Math.max(...user.weekday)
  for (let at = from; ;) {
    at -= (Math.log(1 - random()) / most) * DAY
    if (at >= to) return charges.sort((a, b) => a.at - b.at)
    if (random() * Math.max(...user.weekday) > user.weekday[new Date(at).getUTCDay()]!) continue
    for (let run = 0; run === 0 || random() < 1 - 1 / user.runs; run++)
      charges.push({ at: at + run * 60_000 + Math.abs(normal(random)) * 1000, amount: pick(user.prices, random) })
  }
}

export const entriesOf = (charges: readonly { at: number; amount: number }[]): Entry[] =>
  charges.map(({ at, amount }, i) => ({
    id: `c${i}`,
    at: Math.floor(at),
    provider: 'sample',
    account: 'a',
    run: `r${i}`,
    kind: 'charge',
    amount: String(amount),
    currency: 'credits',
    from: 'history',
  }))

export const accountOf = (rest: Partial<Account>): Account =>
  Account.parse({ provider: 'sample', id: 'a', currency: 'credits', readAt: NOW, from: 'session', ...rest })

export const plainCard = (rest: Partial<RateCard> = {}): RateCard =>
  cardOf({ dimensions: {}, charges: [{ name: 'run', amount: '60' }] }, rest)
