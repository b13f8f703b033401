import { add, difference, multiply, ONE, ZERO, type Amount } from './amount'
import type { CompiledCharge, CompiledRate } from './compile'
import { NOT_LINEAR, type Run } from './run'

export type BillLine = { charge: CompiledCharge; rate: CompiledRate; count: Amount; amount: Amount; total: Amount }
export type Bill = { run: Run; lines: BillLine[]; total: Amount; adjustment?: Amount }

/** The bill of one try. Throws Fork, Refusal, IMPOSSIBLE or NOT_LINEAR. */
export function bill(run: Run): Bill {
  const lines: BillLine[] = []
  let sum = ZERO
  for (const charge of run.compiled.charges) {
    if (charge.when && !charge.when(run)) continue
    const line = lineOf(run, charge)
    lines.push(line)
    sum = lines.length === 1 ? line.total : add(sum, line.total)
  }
  if (lines.length === 0) run.refuse({ code: 'no-line' })
  const { total: apply } = run.compiled
  if (!apply) return { run, lines, total: sum }
  const total = apply(run, sum)
  return { run, lines, total, adjustment: difference(total, sum) }
}

function lineOf(run: Run, charge: CompiledCharge): BillLine {
  const rate = rateOf(run, charge)
  if (rate.refusal) run.refuse(rate.refusal)
  const count = rate.meter ? rate.units(run, rate.meter(run)) : rate.units(run, ONE)
  const amount = rate.amount!(run)
  if (count.lo < 0n || amount.lo < 0n) run.refuse({ code: 'negative' })
  return { charge, rate, count, amount, total: product(amount, count) }
}

function product(amount: Amount, count: Amount): Amount {
  if (amount.open && count.open) throw NOT_LINEAR
  return multiply(amount, count)
}

/** The first rate whose day has come and whose match holds. */
function rateOf(run: Run, charge: CompiledCharge): CompiledRate {
  for (const rate of charge.rates) {
    if (rate.from && rate.from > run.day) continue
    if (!rate.match || rate.match(run)) return rate
  }
  return run.refuse({ code: 'no-rate', words: charge.name })
}
