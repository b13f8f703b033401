import { multiply } from '../amount'
import type { Quantity } from '../pricing'
import { NOT_LINEAR } from '../run'
import type { ChargeModel } from './index'

/** A list of quantities: their product. Each is non-negative, so two ends suffice. */
export const product: ChargeModel<Quantity[]> = {
  is: (quantity): quantity is Quantity[] => Array.isArray(quantity),
  compile(quantity, scope) {
    const factors = quantity.map((q) => scope.compile(q))
    return (run) => {
      let result = factors[0]!(run)
      if (result.lo < 0n) run.refuse({ code: 'negative' })
      for (let i = 1; i < factors.length; i++) {
        const factor = factors[i]!(run)
        if (factor.lo < 0n) run.refuse({ code: 'negative' })
        if (result.open && factor.open) throw NOT_LINEAR
        result = multiply(result, factor)
      }
      return result
    }
  },
}
