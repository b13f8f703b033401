import { add } from '../amount'
import type { Quantity } from '../pricing'
import type { ChargeModel } from './index'

/** `{sum: [...]}`; the one place where a negative literal may stand. */
export const sum: ChargeModel<{ sum: Quantity[] }> = {
  is: (quantity): quantity is { sum: Quantity[] } => typeof quantity === 'object' && 'sum' in quantity,
  compile(quantity, scope) {
    const parts = quantity.sum.map(scope.compileOf)
    return (run) => parts.map((part) => part(run)).reduce(add)
  },
}
