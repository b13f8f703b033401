import * as z from '../../core/zod'
import { Name, Num, Text } from '../../core/pricing'
import { GrantKind } from '../../core/rate-card'

// How an account is read from a vendor's documented API: data only. A call that would spend credits cannot be said:
// the origin and method are pinned, and a POST may only go to a path whose last word is a reading one.

/** RFC 6901, from the reply or (inside `each`) from the item; or a header of the reply. */
export const Pointer = z
  .string()
  .check(z.regex(/^((\/[^\s]{0,200})?|header:[A-Za-z0-9-]{1,80})$/, 'a pointer such as /data/balance'))
const Where = z.record(Pointer, z.union([z.string(), z.number(), z.boolean()]))
export type Where = z.infer<typeof Where>
const Picked = z.strictObject({ pick: Pointer, prefer: Where, value: Pointer })

/** An amount of a reply: a pointer, or closed arithmetic over pointers. Decimal strings, commas and numbers are read alike. */
export type Expression =
  | string
  | { const: string | number }
  | { sum: Expression[] }
  | { sub: [Expression, Expression] }
  | { neg: Expression }
  | { scale: Expression; by: string | number }
  | { div: [Expression, Expression] }
  | { firstOf: Expression[] }
  | { sumOf: string; value: Expression; where?: Where; same?: string }
  | { leastOf: string; value: Expression; where?: Where }
  | { column: string }
  | z.infer<typeof Picked>
  | { count: string; where?: Where }
  | {
      of: Expression
      null?: 'unknown' | 'zero' | 'unlimited'
      clampMin?: string | number
      unlimitedFrom?: string | number
    }
export const Expression: z.ZodMiniType<Expression> = z.lazy(() =>
  z.union([
    Pointer,
    z.strictObject({ const: Num }),
    z.strictObject({ sum: z.array(Expression).check(z.minLength(1), z.maxLength(20)) }),
    z.strictObject({ sub: z.tuple([Expression, Expression]) }),
    z.strictObject({ neg: Expression }),
    z.strictObject({ scale: Expression, by: Num }),
    z.strictObject({ div: z.tuple([Expression, Expression]) }),
    z.strictObject({ firstOf: z.array(Expression).check(z.minLength(1), z.maxLength(10)) }),
    // `same`: what all items must say alike, such as their unit; else nothing is known.
    z.strictObject({ sumOf: Pointer, value: Expression, where: z.optional(Where), same: z.optional(Pointer) }),
    z.strictObject({ leastOf: Pointer, value: Expression, where: z.optional(Where) }),
    // Inside `each`: of another list of the reply, what stands at the same place.
    z.strictObject({ column: Pointer }),
    Picked,
    z.strictObject({ count: Pointer, where: z.optional(Where) }),
    z.strictObject({
      of: Expression,
      null: z.optional(z.enum(['unknown', 'zero', 'unlimited'])),
      clampMin: z.optional(Num),
      // A vendor's own number for "without end".
      unlimitedFrom: z.optional(Num),
    }),
  ]),
) as z.ZodMiniType<Expression>

/** An instant of a reply; `period` is the name of one ("monthly"), and means its next boundary in UTC. */
export const Time = z.union([
  z.strictObject({ at: Pointer, as: z.enum(['unix-s', 'unix-ms', 'iso']) }),
  z.strictObject({ period: Pointer }),
  z.strictObject({
    least: Pointer,
    value: Pointer,
    as: z.enum(['unix-s', 'unix-ms', 'iso']),
    where: z.optional(Where),
  }),
])
export type Time = z.infer<typeof Time>

/** What went wrong, in the words of the popup. `no-data`: this call tells nothing here; the next of the chain is tried. */
export const Failure = z.enum([
  'bad-key',
  'no-permission',
  'no-plan',
  'no-account',
  'out-of-credit',
  'throttled',
  'down',
  'no-data',
  'nonsense',
])
export type Failure = z.infer<typeof Failure>

const Test = z.strictObject({
  at: Pointer,
  is: z.array(z.union([z.string(), z.number(), z.boolean()])).check(z.minLength(1)),
})
const ErrorRule = z.strictObject({
  status: z.optional(z.int().check(z.gte(200), z.lte(599))),
  at: z.optional(Pointer),
  is: z.optional(z.array(z.union([z.string(), z.number(), z.boolean()]))),
  means: Failure,
})

/** A text with `{ask}` of the user's own ids, `{uuid}`, or a computed date: `{now-400d:unix-ms}`, `{month-start:iso}`. */
const Template = z.string().check(z.maxLength(300), z.regex(/^[^\p{C}]*$/u))
const Path = z.string().check(
  z.regex(/^\/[A-Za-z0-9._~{}@%/-]{0,300}$/, 'a path'),
  z.refine((p) => !p.includes('..') && !p.includes('//'), 'a plain path'),
)

const READING = [
  'usage',
  'balance',
  'balances',
  'credits',
  'costs',
  'history',
  'quote',
  'query',
  'search',
  'organization',
]
const call = {
  path: Path,
  query: z.optional(z.record(z.string(), Template)),
  headers: z.optional(z.record(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/)), Template)),
  /** Beyond HTTP 2xx: what the body must say. */
  success: z.optional(z.array(Test)),
  errors: z.optional(z.array(ErrorRule)),
}
const Get = { ...call, method: z.literal('GET') }
const Post = {
  ...call,
  method: z.literal('POST'),
  body: z.record(z.string(), z.union([Template, z.number(), z.boolean()])),
}
const reads = (call: unknown): boolean => {
  const { method, path } = call as { method: string; path: string }
  return method === 'GET' || READING.includes(path.split('/').at(-1) ?? '')
}
const onlyReads = z.refine(reads, 'a POST may only read: its path ends in a reading word')

const Limit = z.strictObject({
  kind: z.enum(['concurrent', 'runs', 'spend', 'queue']),
  /** One limit an entry: of an object, whose keys name them, or of a list. */
  each: z.optional(Pointer),
  name: z.optional(Text),
  max: Expression,
  used: z.optional(Expression),
  /** Where `used` of the same key stands in another object. */
  usedIn: z.optional(z.strictObject({ each: Pointer, value: Pointer })),
  window: z.optional(z.enum(['minute', 'hour', 'day', 'rolling-24h', 'week', 'month'])),
  over: z.optional(z.enum(['queued', 'refused', 'slower', 'charged'])),
})
export type Limit = z.infer<typeof Limit>
const Pool = z.strictObject({
  id: Text,
  kind: GrantKind,
  name: z.optional(Text),
  each: z.optional(Pointer),
  where: z.optional(Where),
  amount: Expression,
  expires: z.optional(Time),
})
export type Pool = z.infer<typeof Pool>

/** A unit as text, or where it stands in the reply; `pick` as in an amount, so that both speak of one item. */
const Unit = z.union([Text, z.strictObject({ at: Pointer }), Picked])
export type Unit = z.infer<typeof Unit>

/** Where in a reply what stands. Without grants, `balance` is the account's balance. */
export const Reading = z.strictObject({
  currency: Unit,
  balance: z.optional(Expression),
  grants: z.optional(z.array(Pool).check(z.minLength(1))),
  held: z.optional(Expression),
  plan: z.optional(Pointer),
  resets: z.optional(Time),
  cap: z.optional(z.strictObject({ max: Expression, used: Expression, resets: z.optional(Time) })),
  limits: z.optional(z.array(Limit)),
  queue: z.optional(
    z.strictObject({ running: Expression, slots: z.optional(Expression), waiting: z.optional(Expression) }),
  ),
  status: z.optional(z.array(z.strictObject({ ...Test.shape, means: z.enum(['past-due', 'suspended']) }))),
  account: z.optional(Pointer),
})
export type Reading = z.infer<typeof Reading>

/** Several where a vendor answers in several shapes: the first that tells a balance. */
const Readings = z.union([Reading, z.array(Reading).check(z.minLength(2), z.maxLength(6))])
const BalanceCall = z
  .union([z.strictObject({ ...Get, read: Readings }), z.strictObject({ ...Post, read: Readings })])
  .check(onlyReads)
export type BalanceCall = z.infer<typeof BalanceCall>

/** Lines of a charge history. `amount` is what was taken; negative means given back. */
const Lines = z.strictObject({
  each: Pointer,
  id: z.optional(Pointer),
  at: Time,
  amount: Expression,
  what: z.optional(Pointer),
  where: z.optional(Where),
  currency: Unit,
  /** Each line is the sum of several runs (a day's, say): it tells what was spent, never what one run took. */
  sums: z.optional(z.boolean()),
})
const Paging = z.union([
  z.strictObject({ cursor: Pointer, as: Text }),
  z.strictObject({ offset: Text, size: z.int().check(z.gte(1), z.lte(1000)) }),
])
const history = { lines: Lines, next: z.optional(Paging) }
const HistoryCall = z
  .union([z.strictObject({ ...Get, ...history }), z.strictObject({ ...Post, ...history })])
  .check(onlyReads)
export type HistoryCall = z.infer<typeof HistoryCall>

export const Auth = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bearer') }),
  z.strictObject({ kind: z.literal('header'), header: Text, prefix: z.optional(Text) }),
  z.strictObject({ kind: z.literal('basic') }),
  z.strictObject({ kind: z.literal('jwt-hs256'), seconds: z.int().check(z.gte(60), z.lte(3600)) }),
  z.strictObject({ kind: z.literal('none') }),
])
export type Auth = z.infer<typeof Auth>

/** `documented` counts as confirmed; the rest is marked unconfirmed in the product. */
const Grade = z.enum(['documented', 'documented-copy', 'recorded', 'inferred', 'third-party'])

export const Connector = z.strictObject({
  format: z.literal(1),
  provider: Name,
  name: Text,
  /** The only origin a key is ever sent to. */
  origin: z.string().check(z.regex(/^https:\/\/[a-z0-9.-]{1,200}$/, 'an https origin')),
  auth: Auth,
  /** Ids the user has to give besides the key; `organisation`: it names the one the account belongs to. */
  asks: z.optional(z.array(z.strictObject({ id: Name, label: Text, organisation: z.optional(z.boolean()) }))),
  /** What kind of key it takes, where the vendor has several. */
  key: z.optional(Text),
  source: z.strictObject({
    url: z.string().check(z.regex(/^https:\/\/\S+$/, 'an address')),
    seenOn: z.nullable(z.string()),
    words: z.optional(Text),
    grade: Grade,
  }),
  /** No call more often than this, in seconds. */
  floor: z.int().check(z.gte(30), z.lte(86_400)),
  /** How late the vendor's own figure may be, in seconds. */
  delay: z.optional(z.int()),
  /** Tried in order: the first that tells a balance. */
  balance: z.array(BalanceCall).check(z.minLength(1), z.maxLength(4)),
  history: z.optional(HistoryCall),
})
export type Connector = z.infer<typeof Connector>
