import type { Account } from '../../core/account'
import type { Planned } from '../../core/forecast'
import type { PlanGrant, RateCard } from '../../core/rate-card'
import { accountOf, DAY, NOW, plainCard } from './forecast-users'

// What simulated users spend from, and when it ends: played charge by charge by rules written here, with nothing of the product's.

type Charge = { at: number; amount: number }
/** Credits in burn order, each until `ends`. */
type Pot = { name: string; left: number; ends: number }
type Purse = { pots: Pot[]; under: number; turns: { at: number; act: (purse: Purse) => void }[] }
export type Held = { account: Account; card: RateCard; planned?: Planned[]; purse: Purse; daily?: number }
type Kind = (perDay: number, random: () => number) => Held

const whole = (n: number) => Math.max(1, Math.round(n))
const span = (random: () => number, low: number, high: number) => low + (high - low) * random()
const pot = (name: string, left: number, ends = Infinity): Pot => ({ name, left, ends })
const leftOf = ({ pots, under }: Purse) =>
  Math.min(
    under,
    pots.reduce((sum, { left }) => sum + left, 0),
  )

/** When nothing is left to spend, or a charge is asked that is not covered; Infinity: never. */
export function endOf({ purse }: Held, wanted: readonly Charge[]): number {
  const turns = [...purse.turns, ...purse.pots.map(({ ends }) => ({ at: ends, act: () => {} }))]
  const moments = [
    ...turns.map(({ at, act }) => ({ at, act, amount: 0 })),
    ...wanted.map(({ at, amount }) => ({ at, act: undefined, amount })),
  ].sort((a, b) => a.at - b.at)
  for (let i = 0; i < moments.length; i++) {
    const { at, act, amount } = moments[i]!
    if (at === Infinity) break
    act?.(purse)
    purse.pots = purse.pots.filter(({ ends }) => ends > at)
    if (amount > leftOf(purse)) return at
    take(purse, amount)
    // All that comes at one moment comes before it is over.
    if (leftOf(purse) === 0 && moments[i + 1]?.at !== at) return at
  }
  return Infinity
}

function take(purse: Purse, amount: number): void {
  purse.under -= amount
  let owed = amount
  for (const one of purse.pots) {
    const part = Math.min(one.left, owed)
    one.left -= part
    owed -= part
  }
}

const bare: Kind = (perDay, random) => {
  const balance = whole(perDay * span(random, 4, 20))
  return {
    account: accountOf({ balance: String(balance) }),
    card: plainCard(),
    purse: { pots: [pot('all', balance)], under: Infinity, turns: [] },
  }
}

const MONTHS = ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04', '2027-05']
/** The same day of each month from now on. */
function monthly(random: () => number): number[] {
  const day = String(1 + Math.floor(random() * 28)).padStart(2, '0')
  return MONTHS.map((month) => Date.parse(`${month}-${day}T08:00:00Z`)).filter((at) => at > NOW)
}

/** A month's credits that do not last a month, renewed; what is left lapses, or is banked up to `most`. */
const renewed = (banks: boolean): Kind => {
  return (perDay, random) => {
    const resets = monthly(random)
    const allotted = whole(perDay * span(random, 8, 20))
    const days = (resets[0]! - NOW) / DAY
    const left = Math.min(allotted, whole(perDay * days * span(random, 0.4, 1.4)))
    const most = whole(allotted * span(random, 0.2, 1.5))
    const banked = banks ? Math.min(most, whole(perDay * span(random, 0, 6))) : 0
    const grant: PlanGrant = {
      kind: 'plan',
      amount: String(allotted),
      every: 'month',
      expires: 'period-end',
      refill: banks ? 'add' : 'reset',
      ...(banks && { rollover: { cap: String(most) } }),
    }
    const renew = (purse: Purse) => {
      const [plan, bank] = [
        purse.pots.find(({ name }) => name === 'plan')!,
        purse.pots.find(({ name }) => name === 'bank'),
      ]
      if (bank) bank.left = Math.min(most, bank.left + plan.left)
      plan.left = allotted
    }
    return {
      account: accountOf({
        plan: 'pro',
        resets: resets[0]!,
        grants: [
          { id: 'p', kind: 'plan', amount: String(left), expires: resets[0]! },
          ...(banks ? [{ id: 'r', kind: 'rollover' as const, amount: String(banked), expires: null }] : []),
        ],
      }),
      card: plainCard({ plans: { pro: { name: 'Pro', grants: [grant] } } }),
      purse: {
        pots: [pot('plan', left), ...(banks ? [pot('bank', banked)] : [])],
        under: Infinity,
        turns: resets.map((at) => ({ at, act: renew })),
      },
    }
  }
}

const capped: Kind = (perDay, random) => {
  const resets = monthly(random)
  const max = whole(perDay * span(random, 8, 20))
  const left = Math.min(max, whole((perDay * (resets[0]! - NOW) * span(random, 0.4, 1.4)) / DAY))
  const pool = whole(perDay * 300)
  return {
    account: accountOf({
      grants: [{ id: 'pool', kind: 'pool', amount: String(pool), expires: null }],
      cap: { max: String(max), used: String(max - left), resets: resets[0]! },
    }),
    card: plainCard(),
    purse: { pots: [pot('pool', pool)], under: left, turns: resets.map((at) => ({ at, act: (p) => (p.under = max) })) },
  }
}

/** Whoever may spend only so much a day has never spent more. */
const daily: Kind = (perDay, random) => {
  const held = bare(perDay, random)
  const most = Math.max(320, whole(perDay * span(random, 0.8, 2.5)))
  const limit = { kind: 'spend', max: String(most), used: '0', window: 'day', resets: NOW + DAY / 2 } as const
  return { ...held, account: { ...held.account, limits: [limit] }, daily: most }
}

const topped: Kind = (perDay, random) => {
  const grants = [
    { kind: 'promo', left: whole(perDay * span(random, 1, 5)), ends: NOW + whole(span(random, 24, 240)) * 3_600_000 },
    { kind: 'plan', left: whole(perDay * span(random, 2, 8)), ends: NOW + whole(span(random, 240, 480)) * 3_600_000 },
    { kind: 'top-up', left: whole(perDay * span(random, 2, 12)), ends: Infinity },
  ] as const
  return {
    account: accountOf({
      grants: grants.map(({ kind, left, ends }) => ({
        id: kind,
        kind,
        amount: String(left),
        expires: ends === Infinity ? null : ends,
      })),
    }),
    card: plainCard(),
    purse: { pots: grants.map(({ kind, left, ends }) => pot(kind, left, ends)), under: Infinity, turns: [] },
  }
}

const tasked: Kind = (perDay, random) => {
  const balance = whole(perDay * span(random, 6, 24))
  const tasks = Array.from({ length: 1 + Math.floor(random() * 4) }, () => ({
    at: NOW + Math.floor(span(random, 0, 480)) * 3_600_000,
    amount: String(whole(balance * span(random, 0.05, 0.3))),
  })).sort((a, b) => a.at - b.at)
  return {
    account: accountOf({ balance: String(balance) }),
    card: plainCard(),
    planned: tasks,
    purse: { pots: [pot('all', balance)], under: Infinity, turns: [] },
  }
}

export const kinds = {
  'a balance': bare,
  'a plan that renews': renewed(false),
  'a plan that rolls over': renewed(true),
  'a seat under a cap': capped,
  'a limit by the day': daily,
  'top-ups that expire': topped,
  'planned tasks': tasked,
  'a balance, on working days alone': bare,
} satisfies Record<string, Kind>
export type KindName = keyof typeof kinds
export const kindNames = Object.keys(kinds) as KindName[]
