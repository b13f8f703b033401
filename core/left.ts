import { parseDecimal, toRange, ZERO } from './amount'
import { remainder } from './grants'

/** What is left of a limit, never below 0, as a decimal string. */
export function leftOf(max: string | number, used: string | number): string {
  return toRange(remainder(parseDecimal(max) ?? ZERO, parseDecimal(used) ?? ZERO))!.low
}
