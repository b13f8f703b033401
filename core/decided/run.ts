import { parseDecimal, type Amount } from '../amount'
import type { Dimension, Num, Quantity } from '../pricing'
import type { Feature, RateCard, Request } from '../rate-card'

/** Thrown where the whole estimate is needed: something is unread, refused, a range, or wrong with the card. */
const OPEN = Symbol('open')
export const open = (): never => {
  throw OPEN
}
export const or = <T>(value: T | undefined | null): T => value ?? open()

export function closed<T>(evaluate: () => T): T | undefined {
  try {
    return evaluate()
  } catch (thrown) {
    if (thrown === OPEN) return undefined
    throw thrown
  }
}

/** What a dimension or meter is: not there, an option, a number, or a list of numbers. */
export type Known = null | string | Amount | Amount[]
export type Run = { card: RateCard; feature: Feature; request: Request; day: string; known: Map<string, Known> }

export const own = <T>(record: { [key: string]: T } | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined
export const variants = (def: Dimension | Dimension[]): Dimension[] => [def].flat() as Dimension[]
export const isLiteral = (q: Quantity): q is string | number => typeof q !== 'object' && /^-?\d/.test(String(q))

export const exactly = (literal: Num): Amount => or(parseDecimal(literal))
