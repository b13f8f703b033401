import { toRange, ZERO, type Amount } from './amount'
import type { Bill, BillLine } from './bill'
import type { CompiledCharge } from './compile'
import type { Factor, Line, Range } from './result'

/** Lines of the bill; the low column is the cheapest case, the high one the dearest, so each sums to the total. */
export function billLines(cheapest: Bill, dearest: Bill): Line[] | undefined {
  const lines: Line[] = []
  for (const { charge, low, high } of pairs(cheapest, dearest)) {
    const line = lineOf(charge, low, high, cheapest, dearest)
    if (!line) return undefined
    lines.push(line)
  }
  const adjustment = adjustmentOf(cheapest, dearest)
  if (adjustment === null) return undefined
  return adjustment ? [...lines, adjustment] : lines
}

type Pair = { charge: CompiledCharge; low: BillLine | undefined; high: BillLine | undefined }

function pairs(cheapest: Bill, dearest: Bill): Pair[] {
  if (cheapest === dearest) return cheapest.lines.map((line) => ({ charge: line.charge, low: line, high: line }))
  const find = (bill: Bill, charge: CompiledCharge) => bill.lines.find((line) => line.charge === charge)
  return cheapest.run.compiled.charges
    .map((charge) => ({ charge, low: find(cheapest, charge), high: find(dearest, charge) }))
    .filter(({ low, high }) => low || high)
}

function lineOf(
  charge: CompiledCharge,
  low: BillLine | undefined,
  high: BillLine | undefined,
  cheapest: Bill,
  dearest: Bill,
): Line | undefined {
  const total = column(low?.total, high?.total)
  if (!total) return undefined
  const { rate } = (high ?? low)!
  return {
    name: charge.name,
    kind: 'charge',
    total,
    factors: low && high && low.rate === high.rate ? factors(low, high, cheapest, dearest) : [],
    per: rate.per,
    round: rate.round,
    approximate: charge.approximate,
    source: rate.source,
  }
}

/** Cheapest low beside dearest high; a charge that one case does not have is 0 there. */
function column(low: Amount = ZERO, high: Amount = ZERO): Range | undefined {
  if (low === high) return toRange(low)
  return toRange({ lo: low.lo * high.d, hi: high.hi * low.d, d: low.d * high.d })
}

function factors(low: BillLine, high: BillLine, cheapest: Bill, dearest: Bill): Factor[] {
  const parts: Factor[] = []
  for (const { kind, name, unit, quantify } of low.rate.parts) {
    const least = quantify(cheapest.run)
    const value = column(least, cheapest === dearest ? least : quantify(dearest.run))
    if (value) parts.push({ kind, name, unit, value })
  }
  const amount = column(low.amount, high.amount)
  if (amount) parts.push({ kind: 'amount', value: amount })
  return parts
}

function adjustmentOf(cheapest: Bill, dearest: Bill): Line | undefined | null {
  const low = cheapest.adjustment
  const high = dearest.adjustment
  if (!low || !high || (low.lo === 0n && high.hi === 0n)) return undefined
  const total = column(low, high)
  return total ? { name: 'total', kind: 'adjustment', total, factors: [] } : null
}
