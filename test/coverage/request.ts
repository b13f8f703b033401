import type { Dimension } from '../../core/pricing'
import type { Feature, Request } from '../../core/rate-card'
import type { Mapping, Rule } from './mapping'
import type { Row } from './rows'

type Params = Record<string, string | null>

/** The params of a row (and "tool", its name) as text, renamed by the mapping; one set for each value of the params that `each` splits. */
export function paramSets(mapping: Mapping, rule: Rule, row: Row): Params[] {
  const split = new Set(rule.each ?? [])
  let sets: Params[] = [{}]
  for (const [name, value] of Object.entries({ tool: row.tool, ...row.params })) {
    const whole = value === null ? null : rename(mapping, rule, name, String(value))
    const texts = whole !== null && split.has(name) ? whole.split(/\s*,\s*/) : [whole]
    const renamed = texts.map((text) => (text === null ? null : rename(mapping, rule, name, text)))
    sets = sets.flatMap((set) => renamed.map((text) => ({ ...set, [name]: text })))
  }
  return sets
}

const rename = (mapping: Mapping, rule: Rule, name: string, text: string): string =>
  rule.values?.[name]?.[text] ?? mapping.values?.[name]?.[text] ?? text

/** "$name" is a param, "$name|number" the first number in it, "$name|seconds" the number before "s"; else the text itself. */
export function resolveText(text: string, params: Params): string | null | undefined {
  if (!text.startsWith('$')) return text
  const [name, pipe] = text.slice(1).split('|') as [string, string?]
  const value = params[name]
  if (value === undefined || value === null || value === '@unread') return undefined
  if (pipe === 'number') return /\d+(\.\d+)?/.exec(value)?.[0]
  return pipe === 'seconds' ? /(\d+(\.\d+)?) ?s\b/.exec(value)?.[1] : value
}

/** A request for a feature: "@least" is the least the dimension allows, "@null" is known not to be there, a missing param is unread. */
export function buildRequest(template: NonNullable<Rule['request']>, params: Params, feature: Feature): Request {
  const request: Request = {}
  for (const [name, value] of Object.entries(template)) {
    if (Array.isArray(value)) {
      request[name] = value.map((text) => resolveText(text, params) ?? '')
      continue
    }
    const text = resolveText(value, params)
    if (text === '@null') request[name] = null
    else if (text === '@least') request[name] = least(feature.dimensions[name])
    else if (text !== undefined && text !== null) request[name] = text
  }
  return request
}

function least(def: Dimension | Dimension[] | undefined): string {
  const first = [def].flat()[0]
  if (first?.type === 'choice') return first.options[0]!
  if (first?.type === 'number' && first.min !== undefined) return String(first.min)
  throw new Error('@least needs a choice or a number with a minimum')
}
