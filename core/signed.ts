import { add, parseDecimal, span, toRange, ZERO, type Amount } from './amount'
import type { Range } from './result'

// Differences of totals. A total's low belongs to the cheapest case and its high to the dearest.

/** A total as an amount; decimals that do not read count as nothing. */
export function amountOf({ low, high }: Range): Amount {
  const lo = parseDecimal(low) ?? ZERO
  const hi = low === high ? lo : (parseDecimal(high) ?? ZERO)
  return lo.d === hi.d ? { lo: lo.lo, hi: hi.hi, d: lo.d } : span(lo, hi)
}

export const rangeOf = (amount: Amount): Range => toRange(amount)!

/** b less a, case by case: what the cheapest case changes by, and the dearest. The first may be the greater. */
export function casesLess(b: Range, a: Range): Range {
  const from = amountOf(a)
  return rangeOf(add(amountOf(b), { lo: -from.lo, hi: -from.hi, d: from.d }))
}

/** b less a as an interval: it contains the difference whatever the unread turns out to be. */
export function less(b: Range, a: Range): Range {
  const from = amountOf(a)
  return rangeOf(add(amountOf(b), { lo: -from.hi, hi: -from.lo, d: from.d }))
}

export function sumOfRanges(ranges: readonly Range[]): Range {
  return rangeOf(ranges.reduce((sum, range) => add(sum, amountOf(range)), ZERO))
}

/** A total times a whole number of runs, end by end. */
export function timesRange(range: Range, low: number, high = low): Range {
  const each = amountOf(range)
  return rangeOf({ lo: each.lo * BigInt(low), hi: each.hi * BigInt(high), d: each.d })
}
