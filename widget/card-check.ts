import type { RateCard } from '../core/rate-card'

// A card's schema is core/rate-card.ts, written with zod, which alone would fill half of a reader's download. This is the same schema
// by hand for every part that the widget reads, and a test holds the two equal. Where it is silent (`any`), nothing here looks.

/** What is wrong with a value, "path: what it should be"; undefined where nothing is. */
type Check = (value: unknown, path: string) => string | undefined

const is =
  (test: (value: unknown) => unknown, what: string): Check =>
  (value, path) =>
    test(value) ? undefined : `${path}: ${what}`
const any: Check = () => undefined
const like = (form: RegExp, what: string, most = Infinity): Check =>
  is((v) => typeof v === 'string' && v.length <= most && form.test(v), what)
const oneOf = (...values: unknown[]): Check => is((v) => values.includes(v), values.join(' | '))
const isObject = (value: unknown): value is { [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The keys named and no others; those ending in "?" may be missing. */
const object = (shape: { [key: string]: Check }): Check => {
  const checks = new Map(Object.entries(shape).map(([key, check]) => [key.replace('?', ''), check]))
  const needed = Object.keys(shape).filter((key) => !key.endsWith('?'))
  return (value, path) => {
    if (!isObject(value)) return `${path}: an object`
    for (const key in value) {
      const check = checks.get(key)
      if (!check) return `${path}.${key}: not a word of the language`
      const fault = value[key] === undefined && !needed.includes(key) ? undefined : check(value[key], `${path}.${key}`)
      if (fault) return fault
    }
    const missing = needed.find((key) => !(key in value))
    return missing && `${path}.${missing}: missing`
  }
}
const record =
  (name: Check, check: Check): Check =>
  (value, path) => {
    if (!isObject(value)) return `${path}: an object`
    for (const key in value) {
      const fault = name(key, `${path}.${key}`) ?? check(value[key], `${path}.${key}`)
      if (fault) return fault
    }
    return undefined
  }
const list =
  (check: Check, least = 0, most = Infinity): Check =>
  (value, path) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) return `${path}: a list`
    for (const [at, item] of value.entries()) {
      const fault = check(item, `${path}[${at}]`)
      if (fault) return fault
    }
    return undefined
  }
/** Any of several; the fault told is the one found deepest, which is where the author went wrong. */
const either =
  (...checks: Check[]): Check =>
  (value, path) => {
    const faults: string[] = []
    for (const check of checks) {
      const fault = check(value, path)
      if (!fault) return undefined
      faults.push(fault)
    }
    return faults.sort((a, b) => b.indexOf(': ') - a.indexOf(': '))[0]
  }
const both =
  (a: Check, b: Check): Check =>
  (value, path) =>
    a(value, path) ?? b(value, path)
const later =
  (check: () => Check): Check =>
  (value, path) =>
    check()(value, path)
const few = (least: number, most: number): Check =>
  is((v) => Number.isSafeInteger(v) && (v as number) >= least && (v as number) <= most, `a whole number from ${least}`)

const num = is(
  (v) =>
    typeof v === 'string'
      ? v.length <= 80 && /^-?\d{1,40}(\.\d{1,40})?$/.test(v)
      : typeof v === 'number' && Number.isFinite(v) && /^-?\d+(\.\d+)?$/.test(String(v)),
  'such as "12.5"',
)
const positive = both(
  num,
  is((v) => !/^-|^0*(\.0*)?$/.test(String(v)), '> 0'),
)
const literal = either(num, like(/^\d{1,40}(\.\d{1,40})?\.\.\d{1,40}(\.\d{1,40})?$/, 'such as "12..20"'))
const reserved = ['constructor', 'prototype', 'toString', 'valueOf']
const name = both(
  like(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'a name'),
  is((v) => !reserved.includes(v as string), 'a reserved name'),
)
const option = both(
  like(/^[^\p{C}]{1,120}$/u, 'an option'),
  is((v) => v !== '__proto__', 'a reserved name'),
)
const text = like(/^[^]/, 'some text', 500)
const isDay = (day: string): boolean => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
const day = is((v) => typeof v === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(v) && isDay(v), 'such as 2026-08-07')
const number = is(Number.isFinite, 'a number')
const value = either(option, number, oneOf(true, false, null))
const currency = like(/^[A-Za-z][A-Za-z -]{0,31}$/, 'a currency')

const cells: Check = later(() => record(option, either(literal, oneOf(null), cells)))
const units = {
  'min?': later(() => quantity),
  'max?': later(() => quantity),
  'per?': positive,
  'round?': oneOf('up', 'down', 'nearest'),
  'to?': positive,
}
const tiers = list(object({ 'upTo?': num, amount: later(() => quantity) }), 1, 200)
const table = object({ by: list(name, 1, 8), cells })
const quantity: Check = either(
  literal,
  name,
  list(
    later(() => quantity),
    1,
    50,
  ),
  object({
    sum: list(
      later(() => quantity),
      1,
      200,
    ),
  }),
  table,
  object({ of: later(() => quantity), 'tiers?': tiers, ...units }),
)
const values = list(value, 1, 200)
const bounds = both(
  object({ 'min?': num, 'max?': num, 'above?': num, 'below?': num }),
  is((v) => Object.keys(v as object).length, 'at least one of min, max, above, below'),
)
const test = either(value, values, object({ not: either(value, values) }), bounds)
const match: Check = later(() => either(record(name, test), list(match, 1, 50)))

const conditional = { 'when?': match, 'otherwise?': value, 'label?': text }
const limits = { 'unit?': text, 'min?': num, 'max?': num }
const count = few(0, 1000)
const kinds: { [type: string]: Check } = {
  choice: object({ type: any, options: list(option, 1, 500), ...conditional }),
  toggle: object({ type: any, ...conditional }),
  number: object({ type: any, ...limits, 'step?': positive, ...conditional }),
  list: object({ type: any, ...limits, 'fewest?': count, 'most?': count, ...conditional }),
}
const dimension: Check = (v, path) => {
  const type = isObject(v) && typeof v['type'] === 'string' && Object.hasOwn(kinds, v['type']) ? v['type'] : undefined
  return type ? kinds[type]!(v, path) : `${path}.type: ${Object.keys(kinds).join(' | ')}`
}

const priced = { 'meter?': quantity, 'per?': positive, 'round?': units['round?'] }
const rate = { 'match?': match, 'from?': day, 'source?': name, ...priced }
const rates = list(
  either(
    object({ ...rate, amount: quantity }),
    object({ ...rate, unpriced: text }),
    object({ ...rate, notOffered: text }),
  ),
  1,
  500,
)
const charge = { name: text, 'when?': match, 'approximate?': oneOf(true), 'source?': name, ...priced }
const surface = oneOf('app', 'api', 'ios', 'android', 'desktop', 'any')
const meters = record(name, quantity)
const feature = object({
  'name?': text,
  'kind?': name,
  surface: either(surface, list(surface, 1)),
  source: name,
  'currency?': currency,
  dimensions: record(name, either(dimension, list(dimension, 1, 50))),
  'meters?': meters,
  charges: list(either(object({ ...charge, amount: quantity }), object({ ...charge, rates })), 1, 200),
  'total?': object(units),
  'outputs?': num,
  'completion?': either(literal, table),
  'note?': text,
})
const source = object({
  url: like(/^https?:\/\/[^\s]{1,2000}$/, 'an address'),
  seenOn: either(day, oneOf(null)),
  'words?': text,
  grade: oneOf('first-party', 'reseller', 'third-party'),
  'reviewBy?': day,
})
const card = object({
  '$schema?': is((v) => typeof v === 'string', 'an address'),
  format: oneOf(1),
  provider: name,
  name: text,
  'homepage?': any,
  version: few(1, Infinity),
  checkedOn: day,
  'timeZone?': text,
  currency,
  'money?': object({ amount: num, 'per?': num, currency, source: name }),
  sources: record(name, source),
  features: record(name, feature),
  'meters?': meters,
  'plans?': any,
  'roles?': any,
  'burnOrder?': any,
  'refunds?': any,
  'settlement?': any,
  'queue?': any,
  'labels?': record(name, object({ 'label?': text, 'synonyms?': list(text), 'options?': record(option, list(text)) })),
  'endpoints?': any,
  'contradictions?': any,
  examples: list(any),
})

/** The first fault of a rate card, "card.features.video.charges[0].amount: a decimal ..."; undefined where it can be priced from. */
export function faultOf(value: unknown): string | undefined {
  try {
    return card(value, 'card')
  } catch (error) {
    // Nested past what the stack holds.
    return `card: ${String(error)}`
  }
}

/** A card that passed; the one place where a value from outside becomes one. */
export const isCard = (value: unknown): value is RateCard => faultOf(value) === undefined
