import { isPoint, parseLiteral } from '../amount'
import type { ChargeModel } from './index'

/** A decimal, or a range that the vendor itself publishes. */
export const literal: ChargeModel<string | number> = {
  is: (quantity): quantity is string | number =>
    typeof quantity === 'number' || (typeof quantity === 'string' && /^-?\d/.test(quantity)),
  compile(quantity, scope) {
    const amount = parseLiteral(quantity) ?? scope.fail(`${quantity} is not a decimal`)
    if (isPoint(amount)) return () => amount
    return (run) => {
      run.published = true
      return amount
    }
  },
}
