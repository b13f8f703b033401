import type { Account, Grant } from './account'
import { add, compareAmounts, parseDecimal, span, toRange, ZERO, type Amount } from './amount'
import { drain, freePots, remainder, sumOf, type Pot } from './grants'
import { bindingsOf, type Binding } from './limits'
import type { RateCard } from './rate-card'
import { endingsOf, type Ending } from './refunds'
import type { Estimate, Range } from './result'
import { less } from './signed'
import { tightest, type Under } from './spendable'

/** What a run does to an account. Amounts in the account's currency; `age` in milliseconds. */
export type Standing = {
  /** `short`, `limit`, `not-permitted` stop the run (or may, where its total is a range); `low`: not enough for another like it. */
  status: 'enough' | 'low' | 'short' | 'limit' | 'not-permitted' | 'unknown'
  /** Why unknown. */
  because?: 'unpriced' | 'no-account' | 'no-balance' | 'other-currency'
  /** Free now: what is held by runs in flight is taken off. */
  balance?: string
  after?: Range
  /** What this person can still spend, and what of it a run that goes through leaves; only where a limit leaves less than the balance. */
  spendable?: { left: string; under: Under; after?: Range }
  /** How much is missing; low "0" where only the dearest case is not covered. */
  short?: Range
  drains: { grant: Grant; amount: Range }[]
  binding?: Binding
  queue?: { running: number; slots?: number; waits: boolean; wait?: { low: number; high: number } }
  /** What is taken if the run does not end well, where the card says so. */
  endings?: Ending[]
  age: number
  stale: boolean
  /** A new reading is under way, and until it is there the account may be that of whoever was signed in before. */
  pending?: true
}

/** Readings older than this are shown with their age. */
export const STALE_AFTER = 15 * 60_000

/**
 * Balance after, grants drained in burn order, the first limit that binds, permission, shortfall and queue.
 * Pure: `now` in milliseconds since 1970. An account in another currency or without a balance is unknown, never 0.
 */
export function standing(estimate: Estimate, account: Account | undefined, card: RateCard, now: number): Standing {
  if (!account) return { status: 'unknown', because: 'no-account', drains: [], age: 0, stale: false }
  const age = Math.max(0, now - account.readAt)
  const endings = endingsOf(card, estimate)
  const base = {
    drains: [],
    age,
    stale: age > STALE_AFTER,
    ...queueOf(account),
    ...(endings.length > 0 && { endings }),
  }
  const because = unknown(estimate, account)
  const pots = because === 'other-currency' ? undefined : freePots(account, card, estimate.feature, now)
  const least = pots && tightest(account, estimate.feature, pots)
  const balance = pots && { balance: toRange(sumOf(pots))!.low, ...(least && { spendable: least }) }
  const total = amountOf(estimate)
  const [first] = bindingsOf(account, card, estimate, total ?? ZERO, pots)
  if (first?.kind === 'role' || first?.kind === 'status')
    return { ...base, ...balance, status: 'not-permitted', binding: first }
  if (because || !pots || !total) return { ...base, ...balance, status: 'unknown', because: because ?? 'no-balance' }
  const outcome = settle(pots, total)
  if (first) return { ...base, ...balance, ...outcome.shown, ...blocked(first, outcome.missing) }
  const spendable = least && estimate.status !== 'unpriced' ? leaving(least, estimate.total) : undefined
  const rest = spendable ? parseDecimal(spendable.after.low)! : outcome.rest
  return {
    ...base,
    ...balance,
    ...outcome.shown,
    ...(spendable && { spendable }),
    status: lasts(rest, total) ? 'enough' : 'low',
  }
}

/** What a limit leaves, with what of it a run leaves. */
export const leaving = <L extends { left: string }>(least: L, total: Range): L & { after: Range } => ({
  ...least,
  after: less({ low: least.left, high: least.left }, total),
})

function unknown(estimate: Estimate, account: Account): Standing['because'] {
  if (account.currency !== estimate.currency) return 'other-currency'
  return estimate.status === 'unpriced' ? 'unpriced' : undefined
}

function amountOf(estimate: Estimate): Amount | undefined {
  if (estimate.status === 'unpriced') return undefined
  const low = parseDecimal(estimate.total.low)!
  const high = parseDecimal(estimate.total.high)!
  return span(low, high)
}

function settle(pots: Pot[], total: Amount) {
  const low = drain(pots, { lo: total.lo, hi: total.lo, d: total.d })
  const high = total.lo === total.hi ? low : drain(pots, { lo: total.hi, hi: total.hi, d: total.d })
  const free = sumOf(pots)
  const missing = remainder(total, free)
  const named = pots.map(({ grant }, i) => ({ grant, amount: toRange(span(low.taken[i]!, high.taken[i]!))! }))
  const drains = named.filter(({ grant, amount }) => amount.high !== '0' && grant.id !== 'balance')
  const after = add(free, { lo: -total.hi, hi: -total.lo, d: total.d })
  return { rest: sumOf(high.rest), missing, shown: { drains, after: toRange(after)! } }
}

function blocked(binding: Binding, missing: Amount): Pick<Standing, 'status' | 'binding' | 'short'> {
  const short = missing.hi > 0n ? { short: toRange(missing)! } : {}
  return { status: binding.kind === 'balance' ? 'short' : 'limit', binding, ...short }
}

/** Whether what remains at the dearest pays for another run like this one. */
function lasts(rest: Amount, total: Amount): boolean {
  return compareAmounts(rest, { lo: total.hi, hi: total.hi, d: total.d }) >= 0
}

function queueOf({ queue, limits }: Account): Pick<Standing, 'queue'> {
  if (!queue) return {}
  const concurrent = limits?.find(({ kind, feature }) => kind === 'concurrent' && !feature)
  const slots = queue.slots ?? (concurrent?.max == null ? undefined : Number(concurrent.max))
  const waits = slots !== undefined && queue.running >= slots
  return {
    queue: {
      running: queue.running,
      ...(slots !== undefined && { slots }),
      waits,
      ...(queue.wait && { wait: queue.wait }),
    },
  }
}
