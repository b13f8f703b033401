import { canonical } from './amount'
import { own } from './own'
import type { Dimension } from './pricing'
import type { Feature, Request } from './rate-card'

/**
 * Text as it comes from a command line, an address or a control, as a value of the dimension: "true" for a toggle,
 * "5" for a number, "3,5" for a list, "null" for known not to be there, "" for not known (of a list: nothing in it). What cannot
 * be read stays text, and the estimate says what is wrong with it.
 */
export function valueOf(dimension: Dimension | readonly Dimension[], text: string): Request[string] {
  const defs = [dimension].flat() as Dimension[]
  const options = defs.flatMap((d) => (d.type === 'choice' ? d.options : []))
  if (options.includes(text)) return text
  if (text === 'null') return null
  const has = (type: Dimension['type']) => defs.some((d) => d.type === type)
  if (has('toggle') && (text === 'true' || text === 'false')) return text === 'true'
  if (has('list')) return text === '' ? [] : text.split(',').map((item) => item.trim())
  return (has('number') && canonical(text.trim())) || text || undefined
}

/** A request from texts by dimension; names that the feature has not are kept as they are. */
export function requestOf(feature: Feature, texts: Readonly<Record<string, string>>): Request {
  const read = ([name, text]: [string, string]) => {
    const def = own(feature.dimensions, name)
    return [name, def ? valueOf(def, text) : text] as const
  }
  return Object.fromEntries(Object.entries(texts).map(read))
}

/** A value as the text that `valueOf` reads: "true", "5", "3,5", "null"; empty where it is not known. */
export const textOf = (value: Request[string]): string =>
  value === undefined ? '' : Array.isArray(value) ? value.join(',') : (canonical(value) ?? String(value))
