import type { Amount } from './amount'

/**
 * What is known of one dimension or meter: not there (hidden by its `when`, or set to null), an option, a number; or what is
 * more than that, because it is not known for sure or is a list, which only core/undecided looks into.
 */
export type Known = null | string | Amount | Open
export type Open = Options | Span | List | Items
/** A choice or toggle: the options still possible. */
export type Options = { is: 'options'; left: readonly string[]; there: boolean }
/** A number between its ends; `hi` undefined: without limit. `auto`: the vendor chooses, undefined: not asked. */
export type Span = {
  is: 'span'
  lo: bigint
  hi: bigint | undefined
  d: bigint
  loOpen: boolean
  hiOpen: boolean
  there: boolean
  auto: boolean | undefined
  grid?: { from: Amount; step: Amount }
}
export type List = { is: 'list'; items: readonly Amount[] }
/** A list of which only this is known: bounds for its count and for the size of each. */
export type Items = { is: 'items'; each: Amount; fewest: bigint; most: bigint }

export const isOpen = (known: string | Amount | Open): known is Open => (known as Open).is !== undefined
