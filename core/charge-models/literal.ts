import { isPoint, parseLiteral } from '../amount'
import type { Quantity } from '../pricing'
import type { ChargeModel } from './index'

export const isLiteral = (quantity: Quantity): quantity is string | number =>
  typeof quantity !== 'object' && /^-?\d/.test(String(quantity))

/** A decimal, or a range that the vendor itself publishes. */
export const literal: ChargeModel<string | number> = {
  is: isLiteral,
  compile(quantity, scope) {
    const amount = parseLiteral(quantity) ?? scope.fail(`${quantity} is not a decimal`)
    return isPoint(amount) ? () => amount : (run) => run.published(amount)
  },
}
