import type { Amount } from '../amount'
import type { SlotOf } from '../conditions'
import type { Quantity } from '../pricing'
import type { Run } from '../run'
import { counted } from './counted'
import { literal } from './literal'
import { product } from './product'
import { reference } from './reference'
import { sum } from './sum'
import { table } from './table'

/** A quantity ready to be evaluated in a run. */
export type Quantify = (run: Run) => Amount

/** What a charge model may ask while a card is compiled. */
export type Scope = {
  compileOf: (quantity: Quantity) => Quantify
  slotOf: SlotOf
  isList: (name: string) => boolean
  fail: (message: string) => never
}

export type ChargeModel<Q extends Quantity> = {
  is: (quantity: Quantity) => quantity is Q
  compile: (quantity: Q, scope: Scope) => Quantify
}

/** The registry: one file each, in order of trial (a string that begins with a digit is a literal, else a name). */
export const chargeModels = [literal, reference, product, sum, table, counted] as const

export function compileQuantity(quantity: Quantity, scope: Scope): Quantify {
  for (const model of chargeModels) if (model.is(quantity)) return model.compile(quantity as never, scope)
  return scope.fail('no charge model reads this quantity')
}
