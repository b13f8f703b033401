import { span, toRange, ZERO, type Amount } from './amount'
import type { Bill, BillLine } from './bill'
import type { Factor, Line, Range } from './result'

/**
 * Lines of the bill; the low column is the cheapest case, the high one the dearest, so each sums to the total. Undefined where an amount
 * has no finite decimal.
 */
export function billLines(low: Bill, high: Bill): Line[] | undefined {
  const lines: Line[] = []
  const { charges } = low.run.compiled
  for (let at = 0; at < charges.length; at++) {
    const { name, approximate } = charges[at]!
    const a = low.lines[at]
    const b = high.lines[at]
    const taken = b ?? a
    if (!taken) continue
    const total = column(a?.total, b?.total)
    if (!total) return undefined
    const { per, round, source } = taken.rate.stated
    const factors = a && b && a.rate === b.rate ? factorsOf(a, b, low, high) : []
    lines.push({
      name,
      kind: 'charge',
      total,
      factors,
      per: per === undefined ? per : String(per),
      round,
      approximate,
      source,
    })
  }
  const total = column(low.adjustment, high.adjustment)
  if (total && (total.low !== '0' || total.high !== '0'))
    lines.push({ name: 'total', kind: 'adjustment', total, factors: [] })
  return total && lines
}

/** Cheapest low beside dearest high; a charge that one case does not have is 0 there. */
export const column = (low: Amount = ZERO, high: Amount = ZERO): Range | undefined =>
  toRange(low === high ? low : span(low, high))

function factorsOf(a: BillLine, b: BillLine, low: Bill, high: Bill): Factor[] {
  const factors: Factor[] = []
  for (const { kind, name, unit, quantify } of a.rate.parts) {
    const least = quantify(low.run)
    const value = column(least, low === high ? least : quantify(high.run))
    if (value) factors.push({ kind, name, unit, value })
  }
  const value = column(a.amount, b.amount)
  if (value) factors.push({ kind: 'amount', value })
  return factors
}
