import type { Account } from '../account'
import { later } from '../calendar'
import type { RateCard } from '../rate-card'
import { digitsOf, fromUnits, toUnits } from '../scale'
import { DAY, dayNumber } from './days'

/**
 * Use of the plan's monthly credits against an even pace. `used` and `allotted` are exact; `elapsed` and `share` are parts of 1;
 * `daysAhead` above zero: faster than even.
 */
export type Pace = {
  from: number
  to: number
  allotted: string
  used: string
  elapsed: number
  share: number
  daysAhead: number
}

/** Pace in the billing period; undefined where plan, reset date or the plan's own grant is not known. */
export function paceOf(account: Account, card: RateCard, now: number): Pace | undefined {
  const { plan, resets: to } = account
  const monthly =
    plan === undefined ? [] : (card.plans?.[plan]?.grants ?? []).filter((grant) => grant.every === 'month')
  const [grant] = monthly
  const own = account.grants?.filter(({ kind }) => kind === grant?.kind) ?? []
  if (
    !to ||
    to <= now ||
    monthly.length !== 1 ||
    !grant ||
    grant.perSeat ||
    own.length !== 1 ||
    String(grant.amount).includes('..')
  )
    return undefined
  const digits = digitsOf([grant.amount, own[0]!.amount])
  const allotted = toUnits(grant.amount, digits)
  const left = toUnits(own[0]!.amount, digits)
  if (allotted <= 0n || left > allotted) return undefined
  const from = later(to, { count: -1, unit: 'month' })
  const elapsed = Math.min(1, Math.max(0, (now - from) / (to - from)))
  const share = Number(allotted - left) / Number(allotted)
  const daysAhead = ((share - elapsed) * (to - from)) / DAY
  return {
    from,
    to,
    allotted: fromUnits(allotted, digits),
    used: fromUnits(allotted - left, digits),
    elapsed,
    share,
    daysAhead,
  }
}

/** What may be spent today so that the rest lasts, evenly, until `until`: exact, rounded down to the cent. */
export type Budget = { until: number; days: number; today: string; spentToday: string; left: string }

/**
 * Today's budget: what is free and what today has taken already, less what is planned, over the days that are left.
 * `left` is what of it remains; never below zero.
 */
export function budgetOf(
  free: string,
  spentToday: string,
  planned: readonly string[],
  now: number,
  until: number,
  offset: number,
): Budget | undefined {
  const days = dayNumber(until - 1, offset) - dayNumber(now, offset) + 1
  if (days < 1) return undefined
  const digits = Math.max(2, digitsOf([free, spentToday, ...planned]))
  const all = toUnits(free, digits)
  const spent = toUnits(spentToday, digits)
  const reserved = planned.reduce((sum, amount) => sum + toUnits(amount, digits), 0n)
  const share = cents(positive(all + spent - reserved) / BigInt(days), digits)
  const left = positive(share - spent)
  return { until, days, today: fromUnits(share, digits), spentToday, left: fromUnits(left, digits) }
}

const positive = (n: bigint): bigint => (n < 0n ? 0n : n)
const cents = (n: bigint, digits: number): bigint => n - (n % 10n ** BigInt(digits - 2))
