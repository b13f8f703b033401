import { add, atMost, compare, multiply, parseDecimal, ZERO, type Amount } from '../amount'
import type { Tier } from '../pricing'
import { NOT_LINEAR, type Run } from '../run'
import type { Quantify, Scope } from './index'

type Step = { upTo?: Amount; amount: Quantify }

/** Graduated tiers: each part of the quantity at its own amount. Past a closed last tier it is not for sale. */
export function compileTiers(tiers: readonly Tier[], scope: Scope): (run: Run, quantity: Amount) => Amount {
  const steps: Step[] = tiers.map(({ upTo, amount }) => ({
    ...(upTo === undefined ? {} : { upTo: parseDecimal(upTo) }),
    amount: scope.compile(amount),
  }))
  return (run, quantity) => {
    if (quantity.open) throw NOT_LINEAR
    if (quantity.lo < 0n) run.refuse({ code: 'negative' })
    const low = walk(run, steps, quantity.lo, quantity.d)
    if (quantity.lo === quantity.hi) return low
    const end = capped(quantity, steps.at(-1)!.upTo)
    const high = walk(run, steps, end.hi, end.d)
    return { lo: low.lo * high.d, hi: high.hi * low.d, d: low.d * high.d }
  }
}

/** What lies past a closed last tier is not for sale, so the dearest sold quantity ends there. */
function capped(quantity: Amount, last: Amount | undefined): Amount {
  return last ? atMost(quantity, last) : quantity
}

function walk(run: Run, steps: readonly Step[], n: bigint, d: bigint): Amount {
  let total = ZERO
  let from = ZERO
  for (const { upTo, amount } of steps) {
    const last = !upTo || compare(n, d, upTo.lo, upTo.d) <= 0
    const end = last ? { lo: n, d } : upTo
    const part = end.lo * from.d - from.lo * end.d
    if (part > 0n) total = add(total, multiply({ lo: part, hi: part, d: end.d * from.d }, tierAmount(run, amount)))
    if (last) return total
    from = upTo
  }
  return run.refuse({ code: 'not-offered' })
}

function tierAmount(run: Run, amount: Quantify): Amount {
  const result = amount(run)
  if (result.open) throw NOT_LINEAR
  return result.lo < 0n ? run.refuse({ code: 'negative' }) : result
}
