import { parseDecimal, span, ZERO, type Amount } from '../amount'
import { optionsOf, readNumber, type Numbers, type Variant } from '../dimensions'
import type { Items, Known, Open, Span } from '../known'
import type { Dimension } from '../pricing'
import { snapped } from './spans'
import type { Try } from './try'

type ListOf = Extract<Dimension, { type: 'list' }>

/** What a dimension is where no single option or number was given: unread, left to the vendor, a list, or wrong. */
export function readGiven(run: Try, slot: number, variant: Variant, given: unknown): Known {
  const { def } = variant
  if (isUnread(variant, given)) return unread(run, slot, variant, given)
  if (def.type !== 'list') return wrong(run, slot, def, given)
  const items = itemsOf(def, given)
  return items ? { is: 'list', items } : wrongList(run, slot, def, given)
}

/** Whether a variant allows nothing of what was given. */
export const refuses = (variant: Variant, given: unknown): boolean =>
  given !== null &&
  variant.read(given) === undefined &&
  !isUnread(variant, given) &&
  !(variant.def.type === 'list' && itemsOf(variant.def, given))

/** Not given, or left to the vendor, which only a number can be. */
const isUnread = ({ def: { type } }: Variant, given: unknown): boolean =>
  given === undefined || (given === 'auto' && (type === 'number' || type === 'list'))

const made = new WeakMap<Variant, Open>()

/** All that the card allows; made once per card. */
function unread(run: Try, slot: number, variant: Variant, given: unknown): Open {
  let open = made.get(variant)
  if (!open) made.set(variant, (open = allOf(variant.def) ?? run.refuse('unread', slot)))
  return open.is === 'span' && given === 'auto' ? { ...open, there: true, auto: true } : open
}

/** Undefined: a list without bounds. */
function allOf(def: Dimension): Open | undefined {
  if (def.type === 'number') return spanOf(def)
  if (def.type === 'list') return boundsOf(def)
  return { is: 'options', left: optionsOf(def), there: false }
}

/** The number's limits; the lower one is 0 where the card states none, since quantities are not negative. */
function spanOf(def: Numbers): Span {
  const min = parseDecimal(def.min) ?? ZERO
  const max = parseDecimal(def.max)
  const step = parseDecimal(def.step)
  const open: Span = {
    is: 'span',
    d: max ? min.d * max.d : min.d,
    lo: max ? min.lo * max.d : min.lo,
    hi: max && max.lo * min.d,
    loOpen: false,
    hiOpen: false,
    there: false,
    auto: undefined,
    ...(step && { grid: { from: min, step } }),
  }
  return snapped(open) ?? open
}

function boundsOf({ min, max, fewest = 0, most }: ListOf): Items | undefined {
  const [low, high] = [parseDecimal(min) ?? ZERO, parseDecimal(max)]
  if (most === undefined || !high) return undefined
  return { is: 'items', each: span(low, high), fewest: BigInt(fewest), most: BigInt(most) }
}

/** At most so many items of a list are looked at. */
const MOST_ITEMS = 10_000

function itemsOf(def: ListOf, given: unknown): Amount[] | undefined {
  const { fewest = 0, most = MOST_ITEMS } = def
  if (!Array.isArray(given) || given.length < fewest || given.length > most) return undefined
  const read = readNumber(def)
  const items = given.flatMap((item) => read(item) ?? [])
  return items.length === given.length ? items : undefined
}

/** Why a given value has no price: what is wrong with it, and what would be right. */
function wrong(run: Try, slot: number, def: Exclude<Dimension, ListOf>, given: unknown): never {
  if (def.type === 'number') return wrongNumber(run, slot, def, given)
  if (typeof given === 'object') return run.refuse('malformed', slot)
  return run.refuse('unknown-option', slot, { value: String(given).slice(0, 120), allowed: [...optionsOf(def)] })
}

function wrongNumber(run: Try, slot: number, { min, max }: Numbers, given: unknown): never {
  if (!parseDecimal(given)) return run.refuse('malformed', slot, { value: String(given).slice(0, 120) })
  const allowed = [min === undefined ? [] : `≥ ${min}`, max === undefined ? [] : `≤ ${max}`].flat()
  return run.refuse('outside', slot, { value: String(given), allowed })
}

function wrongList(run: Try, slot: number, def: ListOf, given: unknown): never {
  if (!Array.isArray(given) || given.length > MOST_ITEMS) return run.refuse('malformed', slot)
  const { fewest = 0, most } = def
  if (given.length < fewest || (most !== undefined && given.length > most))
    return run.refuse('outside', slot, { value: `× ${given.length}`, allowed: [`× ${fewest}–${most ?? '…'}`] })
  const read = readNumber(def)
  return wrongNumber(
    run,
    slot,
    def,
    given.find((item) => read(item) === undefined),
  )
}
