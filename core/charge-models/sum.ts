import { add } from '../amount'
import type { Quantity } from '../pricing'
import type { ChargeModel } from './index'

/** `{sum: [...]}`; the one place where a negative literal may stand. */
export const sum: ChargeModel<{ sum: Quantity[] }> = {
  is: (quantity): quantity is { sum: Quantity[] } => typeof quantity === 'object' && 'sum' in quantity,
  compile(quantity, scope) {
    const parts = quantity.sum.map((q) => scope.compile(q))
    return (run) => {
      let result = parts[0]!(run)
      for (let i = 1; i < parts.length; i++) result = add(result, parts[i]!(run))
      return result
    }
  },
}
