import { toRange, ZERO, type Amount } from './amount'
import type { Bill, BillLine } from './bill'
import type { CompiledCharge } from './compile'
import type { Factor, Line, Range } from './result'

/** Lines of the bill; the low column is the cheapest case, the high one the dearest, so each sums to the total. */
export function billLines(cheapest: Bill, dearest: Bill): Line[] | undefined {
  const charges = cheapest === dearest ? cheapest.lines.map((line) => line.charge) : union(cheapest, dearest)
  const lines: Line[] = []
  for (const charge of charges) {
    const line = lineOf(charge, find(cheapest, charge), find(dearest, charge), cheapest, dearest)
    if (!line) return undefined
    lines.push(line)
  }
  const adjustment = adjustmentOf(cheapest, dearest)
  if (adjustment === null) return undefined
  return adjustment ? [...lines, adjustment] : lines
}

const find = (bill: Bill, charge: CompiledCharge): BillLine | undefined =>
  bill.lines.find((line) => line.charge === charge)

function union(a: Bill, b: Bill): CompiledCharge[] {
  return a.run.compiled.charges.filter((charge) => find(a, charge) || find(b, charge))
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
    ...(rate.per && { per: rate.per }),
    ...(rate.round && { round: rate.round }),
    ...(charge.approximate && { approximate: true }),
    ...(rate.source && { source: rate.source }),
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
    const value = column(quantify(cheapest.run), quantify(dearest.run))
    if (value) parts.push({ kind, ...(name && { name }), ...(unit && { unit }), value })
  }
  const amount = column(low.amount, high.amount)
  return amount ? [...parts, { kind: 'amount', value: amount }] : parts
}

function adjustmentOf(cheapest: Bill, dearest: Bill): Line | undefined | null {
  const low = cheapest.adjustment
  const high = dearest.adjustment
  if (!low || !high || (low.lo === 0n && high.hi === 0n)) return undefined
  const total = column(low, high)
  return total ? { name: 'total', kind: 'adjustment', total, factors: [] } : null
}
