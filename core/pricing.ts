import * as z from './zod'

// The closed language of prices: see docs/rate-cards.md. Recursive parts carry their type; the rest is inferred.

/** A decimal: a JSON number of at most 15 digits, or a string such as "0.0152". Money is written as a string. */
export const Num = z.union([
  z.string().check(z.regex(/^-?\d{1,40}(\.\d{1,40})?$/, 'a decimal such as "12.5"'), z.maxLength(80)),
  z.number().check(z.refine((n) => Number.isFinite(n) && /^-?\d+(\.\d+)?$/.test(String(n)), 'a plain decimal')),
])
export type Num = z.infer<typeof Num>

/** A decimal, or a published range "12.66..23.21" (low first). */
export const Literal = z.union([
  Num,
  z.string().check(z.regex(/^\d{1,40}(\.\d{1,40})?\.\.\d{1,40}(\.\d{1,40})?$/, 'a range such as "12..20"')),
])
export type Literal = z.infer<typeof Literal>

/** A word of the card: names of features, dimensions, meters. `__proto__` and its kin are refused. */
const named = (says: string) =>
  z.string().check(
    z.regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, says),
    z.refine((s) => !['constructor', 'prototype', 'toString', 'valueOf'].includes(s), 'a reserved name'),
  )
export const Name = named('a name: a letter, then letters, digits, - or _')
/** An option as the vendor writes it ("16:9", "veo3.1", "gen4_turbo"); printable, at most 120 characters. */
export const Option = z.string().check(
  z.regex(/^[^\p{C}]{1,120}$/u, 'a printable option of at most 120 characters'),
  z.refine((s) => s !== '__proto__', 'a reserved name'),
)
/** A calendar day, "2026-08-07". */
export const Day = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2026-08-07'),
  z.refine((s) => !Number.isNaN(Date.parse(s)) && new Date(s).toISOString().startsWith(s), 'a day of the calendar'),
)
export type Day = z.infer<typeof Day>

export const Text = z.string().check(z.minLength(1), z.maxLength(500))

/** null: known not to be there. A missing key: unread. */
export const Value = z.union([Option, z.number(), z.boolean(), z.null()])
export type Value = string | number | boolean | null

export type Cells = { [option: string]: Literal | null | Cells }
export const Cells: z.ZodMiniType<Cells> = z.lazy(() => z.record(Option, z.union([Literal, z.null(), Cells])))

export const Table = z.strictObject({ by: z.array(Name).check(z.minLength(1), z.maxLength(8)), cells: Cells })
export type Table = z.infer<typeof Table>

export type Tier = { upTo?: Num; amount: Quantity }
export type Units = { min?: Quantity; max?: Quantity; per?: Num; round?: Round; to?: Num }
/** A charge model: see core/charge-models, one file each. */
export type Quantity =
  | Literal
  | string
  | Quantity[]
  | { sum: Quantity[] }
  | { by: string[]; cells: Cells }
  | ({ of: Quantity; tiers?: Tier[] } & Units)

export const Round = z.enum(['up', 'down', 'nearest'])
export type Round = z.infer<typeof Round>

export const Quantity: z.ZodMiniType<Quantity> = z.lazy(() =>
  z.union([
    Literal,
    named(
      'a decimal, a range such as "12..20", or the name of a dimension or meter; a product is a list such as ["duration", "2"]',
    ),
    z.array(Quantity).check(z.minLength(1), z.maxLength(50)),
    z.strictObject({ sum: z.array(Quantity).check(z.minLength(1), z.maxLength(200)) }),
    Table,
    z.strictObject({
      of: Quantity,
      tiers: z.optional(z.array(Tier).check(z.minLength(1), z.maxLength(200))),
      ...units,
    }),
  ]),
)
const positive = Num.check(z.refine((n) => !/^-|^0*(\.0*)?$/.test(String(n)), 'more than zero'))
const units = {
  min: z.optional(Quantity),
  max: z.optional(Quantity),
  per: z.optional(positive),
  round: z.optional(Round),
  to: z.optional(positive),
}
const Tier = z.strictObject({ upTo: z.optional(Num), amount: Quantity })
export const Units = z.strictObject(units)

export type Bounds = { min?: Num; max?: Num; above?: Num; below?: Num }
export type Test = Value | Value[] | { not: Value | Value[] } | Bounds
export type Match = { [name: string]: Test } | Match[]
const Bounds = z
  .strictObject({ min: z.optional(Num), max: z.optional(Num), above: z.optional(Num), below: z.optional(Num) })
  .check(z.refine((b) => Object.keys(b).length > 0, 'at least one of min, max, above, below'))
const values = z.array(Value).check(z.minLength(1), z.maxLength(200))
export const Test: z.ZodMiniType<Test> = z.union([
  Value,
  values,
  z.strictObject({ not: z.union([Value, values]) }),
  Bounds,
])
export const Match: z.ZodMiniType<Match> = z.lazy(() =>
  z.union([z.record(Name, Test), z.array(Match).check(z.minLength(1), z.maxLength(50))]),
)

const conditional = {
  when: z.optional(Match),
  otherwise: z.optional(Value),
  label: z.optional(Text),
  /** Nobody's setting: what the source leaves open. No form asks for it or presets it, so the price is a range where it matters. */
  open: z.optional(z.literal(true)),
}
export const Dimension = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('choice'),
    options: z.array(Option).check(z.minLength(1), z.maxLength(500)),
    ...conditional,
  }),
  z.strictObject({ type: z.literal('toggle'), ...conditional }),
  z.strictObject({
    type: z.literal('number'),
    unit: z.optional(Text),
    min: z.optional(Num),
    max: z.optional(Num),
    step: z.optional(positive),
    ...conditional,
  }),
  z.strictObject({
    type: z.literal('list'),
    unit: z.optional(Text),
    min: z.optional(Num),
    max: z.optional(Num),
    fewest: z.optional(z.int().check(z.gte(0), z.lte(1000))),
    most: z.optional(z.int().check(z.gte(0), z.lte(1000))),
    ...conditional,
  }),
])
export type Dimension = z.infer<typeof Dimension>

const priced = { meter: z.optional(Quantity), per: z.optional(positive), round: z.optional(Round) }
const rate = { match: z.optional(Match), from: z.optional(Day), source: z.optional(Name), ...priced }
/** One alternative of a charge; the first whose `from` has come and whose `match` holds is taken. */
export const Rate = z.union([
  z.strictObject({ ...rate, amount: Quantity }),
  z.strictObject({ ...rate, unpriced: Text }),
  z.strictObject({ ...rate, notOffered: Text }),
])
export type Rate = z.infer<typeof Rate>

const charge = {
  name: Text,
  when: z.optional(Match),
  approximate: z.optional(z.literal(true)),
  source: z.optional(Name),
  ...priced,
}
/** A line of the bill. Charges add up. */
export const Charge = z.union([
  z.strictObject({ ...charge, amount: Quantity }),
  z.strictObject({ ...charge, rates: z.array(Rate).check(z.minLength(1), z.maxLength(500)) }),
])
export type Charge = z.infer<typeof Charge>

export const Dimensions = z.record(
  Name,
  z.union([Dimension, z.array(Dimension).check(z.minLength(1), z.maxLength(50))]),
)
export const Meters = z.record(Name, Quantity)
