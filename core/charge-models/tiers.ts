import { add, atMost, compareAmounts, difference, isPoint, multiply, parseDecimal, ZERO, type Amount } from '../amount'
import type { Tier } from '../pricing'
import type { Run } from '../run'
import type { Quantify, Scope } from './index'

/** `upTo` is missing where the last tier is open. */
export type Step = { upTo: Amount | undefined; amount: Quantify }

/** Graduated tiers: each part of the quantity at its own amount. Past a closed last tier it is not for sale. */
export function compileTiers(tiers: readonly Tier[], scope: Scope): (run: Run, quantity: Amount) => Amount {
  const steps = tiers.map(({ upTo, amount }): Step => ({ upTo: parseDecimal(upTo), amount: scope.compileOf(amount) }))
  return (run, quantity) => {
    if (quantity.lo < 0n) return run.refuse('negative')
    return isPoint(quantity) ? walk(run, steps, quantity) : run.undecided.tiers(steps, quantity)
  }
}

/** The tiers of one exact quantity. */
export function walk(run: Run, steps: readonly Step[], quantity: Amount): Amount {
  let sum = ZERO
  let from = ZERO
  for (const { upTo, amount } of steps) {
    const end = upTo ? atMost(quantity, upTo) : quantity
    const part = difference(end, from)
    if (part.lo > 0n) {
      const each = amount(run)
      if (each.lo < 0n) run.refuse('negative')
      sum = add(sum, multiply(part, each))
    }
    if (compareAmounts(quantity, end) <= 0) return sum
    from = end
  }
  return run.refuse('not-offered')
}
