import { add, difference, multiply, ZERO, type Amount } from './amount'
import type { CompiledCharge, CompiledRate } from './compile'
import type { Run } from './run'

export type BillLine = { rate: CompiledRate; amount: Amount; total: Amount }
/** `lines`: one a charge of the feature; undefined for those that do not apply. */
export type Bill = { run: Run; lines: (BillLine | undefined)[]; total: Amount; adjustment?: Amount }

/** The bill of one run. Throws what its questions throw: OPEN, or of a try Fork, Refusal, IMPOSSIBLE or NOT_LINEAR. */
export function bill(run: Run): Bill {
  run.check()
  const { charges, total: apply } = run.compiled
  let sum: Amount | undefined
  const lines = charges.map((charge) => {
    if (charge.when && !charge.when(run)) return undefined
    const line = lineOf(run, charge)
    sum = sum ? add(sum, line.total) : line.total
    return line
  })
  if (!sum) return run.refuse('no-line')
  const total = apply ? apply(run, sum) : sum
  return { run, lines, total, adjustment: apply ? difference(total, sum) : ZERO }
}

function lineOf(run: Run, charge: CompiledCharge): BillLine {
  const rate = rateOf(run, charge)
  if (!rate.amount) return run.undecided.refused(rate)
  const count = rate.count(run)
  const amount = rate.amount(run)
  if (count.lo < 0n || amount.lo < 0n) run.refuse('negative')
  return { rate, amount, total: multiply(amount, count) }
}

/** The first rate whose day has come and whose match holds. */
const rateOf = (run: Run, { rates, name }: CompiledCharge): CompiledRate =>
  rates.find(({ stated: { from }, match }) => !(from && from > run.day) && (!match || match(run))) ??
  run.refuse('no-rate', undefined, { words: name })
