import { decimal, divide, multiply, parseDecimal, round, span, toRange, type Amount } from './amount'
import { remainder } from './grants'
import type { MoneyValue } from './rate-card'
import type { Range } from './result'

const SMALLEST: Amount = { lo: 1n, hi: 1n, d: 10n ** 12n }

const amountOf = ({ low, high }: Range): Amount => span(parseDecimal(low)!, parseDecimal(high)!)

/** What a total in the card's own currency is worth in money, to the twelfth decimal (the published value may not divide evenly). */
export function worthOf(total: Range, money: MoneyValue): { amount: Range; currency: string } {
  const each = divide(parseDecimal(money.amount)!, parseDecimal(money.per ?? 1)!)
  return { amount: toRange(round(multiply(amountOf(total), each), 'nearest', SMALLEST))!, currency: money.currency }
}

/** A total for several runs, exactly. */
export function times(total: Range, runs: number): Range {
  return toRange(multiply(amountOf(total), parseDecimal(runs)!))!
}

/** How many runs of a total a balance pays for: at the dearest and at the cheapest. Undefined where a run may be free. */
export function runsIn(balance: string, total: Range): Range | undefined {
  const have = parseDecimal(balance)
  const { lo, hi, d } = amountOf(total)
  if (!have || lo <= 0n) return undefined
  if (have.lo <= 0n) return { low: '0', high: '0' }
  const whole = (n: bigint) => decimal((have.lo * d) / (have.d * n), 1n)!
  return { low: whole(hi), high: whole(lo) }
}

/** What a balance leaves after a total, and what is missing where the dearest case is not covered. Undefined where it is no number. */
export function leftAfter(balance: string, total: Range): { left: Range; short?: Range } | undefined {
  const have = parseDecimal(balance)
  if (!have) return undefined
  const { lo, hi, d } = amountOf(total)
  const missing = remainder({ lo, hi, d }, have)
  const left = toRange(remainder(have, { lo, hi, d }))!
  return missing.hi > 0n ? { left, short: toRange(missing)! } : { left }
}
