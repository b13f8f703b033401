import type { Range } from '../result'
import type { Locale, Messages } from './index'
import { fill } from './message'
import { numberText, rangeOf } from './number'

type Unit = keyof Messages['unit']
const SYNONYMS: { [word: string]: Unit } = {
  sec: 's',
  second: 's',
  minute: 'min',
  hour: 'h',
  megapixel: 'MP',
  mp: 'MP',
}

/** The catalogue's word for a card's unit ("seconds", "images"), where it has one. */
export function unitOf(unit: string, locale: Locale): Unit | undefined {
  const stem = unit.toLowerCase().replace(/(.)s$/, '$1')
  const name = SYNONYMS[stem] ?? stem
  return Object.hasOwn(locale.messages.unit, name) ? (name as Unit) : undefined
}

/** A counted quantity: "5 s", "2 images", "1,200 tokens"; a unit the catalogue does not know stays the card's own word. */
export function quantityText(value: Range | string, unit: string | undefined, locale: Locale): string {
  if (!unit) return numberText(value, locale)
  const known = unitOf(unit, locale)
  const { messages } = locale
  return fill(known ? messages.unit[known] : messages.amount.named, { n: rangeOf(value), unit }, locale)
}

/** "second" of "credits per second". */
export function perUnit(unit: string, locale: Locale): string {
  const known = unitOf(unit, locale)
  return known ? locale.messages.per[known] : unit
}
