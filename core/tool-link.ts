import { readFields, writeFields } from './fragment'
import { compareDecimals, parseDecimal } from './amount'
import type { Dimension } from './pricing'
import type { Feature, Request } from './rate-card'
import { requestOf, textOf } from './request'
import type { Estimate, Range } from './result'

/** What a guide says of one run, as it is carried to the tool: the settings, and the price the guide showed for them. */
export type GuideLink = {
  feature: string
  /** By dimension, as text; `settingsOf` makes a request of it. */
  settings: { [dimension: string]: string }
  /** The total in the guide; absent where it had none. */
  said?: Range
  currency?: string
}

const KEY = 'forecost'
const DECIMAL = /^\d{1,40}(\.\d{1,40})?$/

/**
 * The address of a tool with a guide's settings in its fragment, which no server sees:
 * `https://tool.example/create#forecost.feature=video&forecost.said=60&forecost.currency=credits&forecost.set.duration=5`.
 */
export function toolLink(tool: string, { feature, settings, said, currency }: GuideLink): string {
  const [address = '', hash = ''] = tool.split(/#(.*)/s)
  const set = Object.entries(settings).map(([name, value]) => [`set.${name}`, value])
  const fragment = writeFields(hash, KEY, {
    feature,
    ...(said && { said: said.low === said.high ? said.low : `${said.low}..${said.high}` }),
    ...(currency && { currency }),
    ...Object.fromEntries(set),
  })
  return `${address}#${fragment}`
}

/** What a guide sent along with an address; undefined where it is none of ours, or malformed. */
export function guideOf(hash: string): GuideLink | undefined {
  const { feature, said, currency, ...rest } = readFields(hash, KEY)
  if (!feature || !/^[A-Za-z][\w-]{0,63}$/.test(feature)) return undefined
  const settings = Object.entries(rest).flatMap(([name, value]) =>
    /^set\.[A-Za-z][\w-]{0,63}$/.test(name) && value.length <= 200 ? [[name.slice(4), value]] : [],
  )
  const [low = '', high = low] = (said ?? '').split('..')
  const range = DECIMAL.test(low) && DECIMAL.test(high) ? { low, high } : undefined
  return {
    feature,
    settings: Object.fromEntries(settings),
    ...(range && { said: range }),
    ...(currency && /^[A-Za-z][A-Za-z -]{0,31}$/.test(currency) && { currency }),
  }
}

/** The settings of a request as text, for a link: an option as it is written ("3.0"), empty what is not known. */
export const settingsTexts = (request: Request): { [dimension: string]: string } =>
  Object.fromEntries(
    Object.entries(request).map(([name, value]) => [name, typeof value === 'string' ? value : textOf(value)]),
  )

/**
 * What became of a guide's price: the same, other now, or not to be compared. `now`: what its settings come to here; `wanted`: those
 * settings, as far as the card knows them; `strange`: the names of the others.
 */
export type GuideAnswer = { is: 'same' | 'changed' | 'incomparable'; now: Estimate; wanted: Request; strange: string[] }

/** Holds the guide's price against what `price` says of the guide's settings, put over those that are `set`. */
export function compareGuide(
  guide: GuideLink,
  feature: Feature,
  set: Request,
  price: (request: Request) => Estimate,
): GuideAnswer {
  const given = Object.entries(requestOf(feature, guide.settings)).filter(([, value]) => value !== null)
  const known = ([name, value]: [string, Request[string]]): boolean =>
    Object.hasOwn(feature.dimensions, name) && [feature.dimensions[name]!].flat().some((def) => takes(def, value))
  const wanted = Object.fromEntries(given.filter(known))
  const strange = given.filter((one) => !known(one)).map(([name]) => name)
  const now = price({ ...set, ...wanted })
  if (!guide.said || now.status === 'unpriced' || guide.currency !== now.currency || strange.length > 0)
    return { is: 'incomparable', now, wanted, strange }
  const equal = (a: string, b: string): boolean => compareDecimals(a, b) === 0
  const same = equal(guide.said.low, now.total.low) && equal(guide.said.high, now.total.high)
  return { is: same ? 'same' : 'changed', now, wanted, strange }
}

/** Whether a value that came with an address is one of the dimension's: what is shown of it is then the card's own. */
function takes(def: Dimension, value: Request[string]): boolean {
  if (def.type === 'choice') return def.options.some((option) => option === value)
  if (def.type === 'toggle') return typeof value === 'boolean'
  return (
    (def.type === 'list') === Array.isArray(value) && [value].flat().every((one) => parseDecimal(one) !== undefined)
  )
}
