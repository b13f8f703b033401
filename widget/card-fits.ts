import { isTimeZone } from '../core/day'
import type { RateCard } from '../core/rate-card'

// A card's schema is core/rate-card.ts, written with zod, which alone would fill half of a reader's download. This is the same schema
// as a yes or no, by hand, for every part that the widget reads; a test holds the two equal. It is loaded for cards that did not come
// with the script (later/check.ts); where it says no, the schema itself is loaded to say why (later/fault.ts).

type Fits = (value: any) => boolean
type Shape = { [key: string]: Fits }

const like =
  (form: RegExp): Fits =>
  (v) =>
    typeof v === 'string' && form.test(v)
const either =
  (...all: Fits[]): Fits =>
  (v) =>
    all.some((fits) => fits(v))
const isObject: Fits = (v) => typeof v === 'object' && v !== null && !Array.isArray(v)
/** The keys needed, the keys allowed, and no others. */
const object =
  (needed: Shape, allowed: Shape = {}): Fits =>
  (v) =>
    isObject(v) &&
    Object.keys(needed).every((key) => key in v) &&
    Object.keys(v).every((key) =>
      Object.hasOwn(needed, key)
        ? needed[key]!(v[key])
        : Object.hasOwn(allowed, key) && (v[key] === undefined || allowed[key]!(v[key])),
    )
const record =
  (name: Fits, value: Fits): Fits =>
  (v) =>
    isObject(v) && Object.keys(v).every((key) => name(key) && value(v[key]))
const list =
  (item: Fits, most = Infinity, least = 1): Fits =>
  (v) =>
    Array.isArray(v) && v.length >= least && v.length <= most && [...v].every(item)

const any: Fits = () => true
const is =
  (value: unknown): Fits =>
  (v) =>
    v === value
const isNull = is(null)
const whole =
  (least: number, most: number): Fits =>
  (v) =>
    Number.isSafeInteger(v) && v >= least && v <= most
const num: Fits = (v) => /^(number|string)$/.test(typeof v) && /^(?=.{1,80}$)-?\d{1,40}(\.\d{1,40})?$/.test(v)
const positive: Fits = (v) => num(v) && !/^-|^0*(\.0*)?$/.test(v)
const literal = either(num, like(/^\d{1,40}(\.\d{1,40})?\.\.\d{1,40}(\.\d{1,40})?$/))
const name = like(/^(?!(constructor|prototype|toString|valueOf)$)[a-z][\w-]{0,63}$/i)
const option = like(/^(?!__proto__$)[^\p{C}]{1,120}$/u)
const text = like(/^[^]{1,500}$/)
const day: Fits = (v) => like(/^\d{4}-\d\d-\d\d$/)(v) && JSON.stringify(new Date(v)).startsWith(`"${v}T`)
const value = either(option, Number.isFinite, isNull, (v) => typeof v === 'boolean')
const currency = like(/^[a-z][a-z -]{0,31}$/i)

const cells: Fits = (v) => record(option, either(literal, isNull, cells))(v)
const quantity: Fits = (v) => anyQuantity(v)
const units = { min: quantity, max: quantity, per: positive, round: like(/^(up|down|nearest)$/), to: positive }
const table = object({ by: list(name, 8), cells })
const anyQuantity = either(
  literal,
  name,
  list(quantity, 50),
  object({ sum: list(quantity, 200) }),
  table,
  object({ of: quantity }, { tiers: list(object({ amount: quantity }, { upTo: num }), 200), ...units }),
)
const meters = record(name, quantity)

const oneOrMore = either(value, list(value, 200))
const bounds = object({}, { min: num, max: num, above: num, below: num })
const test = either(oneOrMore, object({ not: oneOrMore }), (v) => bounds(v) && !!Object.keys(v)[0])
const match: Fits = (v) => either(record(name, test), list(match, 50))(v)

const yes = is(true)
const conditional = { when: match, open: yes, otherwise: value, label: text }
const limits = { unit: text, min: num, max: num, ...conditional }
const count = whole(0, 1000)
const dimension = either(
  object({ type: is('choice'), options: list(option, 500) }, conditional),
  object({ type: is('toggle') }, conditional),
  object({ type: is('number') }, { step: positive, ...limits }),
  object({ type: is('list') }, { fewest: count, most: count, ...limits }),
)

const priced = { source: name, meter: quantity, per: positive, round: units.round }
const rate = { match, from: day, ...priced }
const charge = { when: match, approximate: yes, ...priced }
const rates = either(
  object({ amount: quantity }, rate),
  object({ unpriced: text }, rate),
  object({ notOffered: text }, rate),
)
const surface = like(/^(app|api|ios|android|desktop|any)$/)
const feature = object(
  {
    surface: either(surface, list(surface)),
    source: name,
    dimensions: record(name, either(dimension, list(dimension, 50))),
    charges: list(
      either(object({ name: text, amount: quantity }, charge), object({ name: text, rates: list(rates, 500) }, charge)),
      200,
    ),
  },
  {
    name: text,
    kind: name,
    currency,
    meters,
    total: object({}, units),
    outputs: num,
    completion: either(literal, table),
    note: text,
  },
)
const source = object(
  {
    url: like(/^https?:\/\/\S{1,2000}$/),
    seenOn: either(day, isNull),
    grade: like(/^(first-party|reseller|third-party)$/),
  },
  { words: text, reviewBy: day },
)
const card = object(
  {
    format: is(1),
    provider: name,
    name: text,
    version: whole(1, Infinity),
    checkedOn: day,
    currency,
    sources: record(name, source),
    features: record(name, feature),
    examples: Array.isArray,
  },
  {
    $schema: like(/^/),
    timeZone: (v) => text(v) && isTimeZone(v),
    money: object({ amount: num, currency, source: name }, { per: num }),
    meters,
    labels: record(
      name,
      object({}, { label: text, synonyms: list(text, Infinity, 0), options: record(option, list(text, Infinity, 0)) }),
    ),
    // Nothing here looks into these.
    homepage: any,
    plans: any,
    roles: any,
    burnOrder: any,
    refunds: any,
    settlement: any,
    queue: any,
    detours: any,
    endpoints: any,
    contradictions: any,
  },
)

/** Whether a value from outside is a rate card that can be priced from; the one place where it becomes one. */
export function isCard(value: unknown): value is RateCard {
  try {
    return card(value)
  } catch {
    // Nested past what the stack holds.
    return false
  }
}
