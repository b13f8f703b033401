import { multiply, ONE } from '../amount'
import type { Quantity } from '../pricing'
import type { ChargeModel } from './index'

/** A list of quantities: their product. Each is non-negative, so two ends suffice. */
export const product: ChargeModel<Quantity[]> = {
  is: (quantity): quantity is Quantity[] => Array.isArray(quantity),
  compile(quantity, scope) {
    const factors = quantity.map(scope.compileOf)
    return (run) => {
      let result = ONE
      for (const factor of factors) {
        const amount = factor(run)
        if (amount.lo < 0n) run.refuse('negative')
        result = result === ONE ? amount : multiply(result, amount)
      }
      return result
    }
  },
}
