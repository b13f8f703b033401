import { difference, NOT_LINEAR, ONE, toRange, ZERO, type Amount } from '../amount'
import type { Bill } from '../bill'
import type { Compiled } from '../compile'
import type { Feature } from '../rate-card'
import type { Range, UnitRate } from '../result'
import { explore } from './tries'

/**
 * "12 credits per second": where the bill is linear in the one unread number that has no limits.
 * The number is stood in for by 0 and by 1, marked open; whatever bends an open quantity (rounding, a minimum,
 * tiers, a condition on it) says so, and there is no rate.
 */
export function unitRate(
  feature: Feature,
  compiled: Compiled,
  given: readonly unknown[],
  day: string,
  slot: number,
): UnitRate | undefined {
  const none = totals(compiled, given, day, slot, { ...ZERO, open: true })
  const one = none && totals(compiled, given, day, slot, { ...ONE, open: true })
  if (!none || !one || none.length !== one.length) return undefined
  const slopes = one.map((bill, i) => difference(bill, none[i]!))
  const amount = hull(slopes)
  const base = hull(none)
  if (!amount || !base) return undefined
  const dimension = compiled.names[slot]!
  const unit = [feature.dimensions[dimension]!]
    .flat()
    .map((d) => ('unit' in d ? d.unit : undefined))
    .find(Boolean)
  return { amount, dimension, ...(unit && { unit }), ...(base.high !== '0' && { base }) }
}

function totals(
  compiled: Compiled,
  given: readonly unknown[],
  day: string,
  slot: number,
  amount: Amount,
): Amount[] | undefined {
  try {
    const explored = explore(compiled, given, day, { slot, amount })
    return explored.is === 'bills' ? explored.bills.map((bill: Bill) => bill.total) : undefined
  } catch (thrown) {
    if (thrown === NOT_LINEAR) return undefined
    throw thrown
  }
}

function hull(amounts: Amount[]): Range | undefined {
  const [first, ...rest] = amounts
  const all = rest.reduce((a, b) => {
    const lo = a.lo * b.d <= b.lo * a.d ? a.lo * b.d : b.lo * a.d
    const hi = a.hi * b.d >= b.hi * a.d ? a.hi * b.d : b.hi * a.d
    return { lo, hi, d: a.d * b.d }
  }, first!)
  return toRange(all)
}
