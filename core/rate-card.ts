import { isTimeZone } from './day'
import * as z from './zod'
import {
  Charge,
  Day,
  Dimensions,
  Literal,
  Match,
  Meters,
  Name,
  Num,
  Option,
  Table,
  Text,
  Units,
  Value,
} from './pricing'

const Url = z.string().check(z.regex(/^https?:\/\/[^\s]{1,2000}$/, 'an http(s) address'))
const Currency = z.string().check(z.regex(/^[A-Za-z][A-Za-z -]{0,31}$/, 'a currency: "USD", "credits"'))

/** Evidence for prices. `seenOn` null: the source gives no date; then `words` holds its own. Grade third-party is always qualified. */
export const Source = z.strictObject({
  url: Url,
  seenOn: z.nullable(Day),
  words: z.optional(Text),
  grade: z.enum(['first-party', 'reseller', 'third-party']),
  /** Default: 90 days after seenOn. */
  reviewBy: z.optional(Day),
})
export type Source = z.infer<typeof Source>

export const Surface = z.enum(['app', 'api', 'ios', 'android', 'desktop', 'any'])
export type Surface = z.infer<typeof Surface>

/** What one unit of the card's own currency is worth: `amount` money for `per` units (default 1). */
export const MoneyValue = z.strictObject({ amount: Num, per: z.optional(Num), currency: Currency, source: Name })
export type MoneyValue = z.infer<typeof MoneyValue>

export const Feature = z.strictObject({
  name: z.optional(Text),
  /** What kind of tool: text-to-video, upscale ...; used to find synonyms and comparable features. */
  kind: z.optional(Name),
  /** The surface its source speaks of; a request from another surface is unpriced unless listed. */
  surface: z.union([Surface, z.array(Surface).check(z.minLength(1))]),
  source: Name,
  currency: z.optional(Currency),
  dimensions: Dimensions,
  meters: z.optional(Meters),
  charges: z.array(Charge).check(z.minLength(1), z.maxLength(200)),
  total: z.optional(Units),
  /** Outputs of one run, where the vendor always makes several (4 images a press). */
  outputs: z.optional(Num),
  /** Published completion time of one run, in seconds; a table where it hangs on the settings. */
  completion: z.optional(z.union([Literal, Table])),
  note: z.optional(Text),
})
export type Feature = z.infer<typeof Feature>

export const GrantKind = z.enum(['daily', 'plan', 'rollover', 'promo', 'trial', 'top-up', 'member', 'pool'])
export type GrantKind = z.infer<typeof GrantKind>
const Period = z.enum(['day', 'week', 'month', 'year', 'once'])
const Span = z.strictObject({ count: z.int().check(z.gte(1), z.lte(1000)), unit: z.enum(['day', 'month', 'year']) })

/** What a plan allots. `refill`: add (default), reset to the amount, or top up to it; `rollover.cap` in the grant's currency. */
export const PlanGrant = z.strictObject({
  kind: GrantKind,
  /** A range where the plan is sold in sizes. */
  amount: Literal,
  currency: z.optional(Currency),
  every: Period,
  expires: z.union([z.literal('period-end'), z.literal('never'), Span]),
  refill: z.optional(z.enum(['add', 'reset', 'top-up-to'])),
  rollover: z.optional(z.strictObject({ cap: z.optional(Num), keep: z.optional(Span) })),
  perSeat: z.optional(z.literal(true)),
  features: z.optional(z.array(Name)),
  match: z.optional(Match),
  source: z.optional(Name),
})
export type PlanGrant = z.infer<typeof PlanGrant>

/** A limit of a plan or tier. `max` null: without limit. `over`: what happens past it. */
export const PlanLimit = z.strictObject({
  kind: z.enum(['concurrent', 'runs', 'spend', 'queue', 'size', 'seats']),
  max: z.nullable(z.union([Num, Literal])),
  unit: z.optional(Text),
  window: z.optional(z.enum(['minute', 'hour', 'day', 'rolling-24h', 'week', 'month'])),
  over: z.optional(z.enum(['queued', 'refused', 'slower', 'charged'])),
  /** What may run past `max` for a while, where the vendor allows it: `times` the limit, and never more than `most`. */
  burst: z.optional(z.strictObject({ times: Num, most: z.optional(Num) })),
  feature: z.optional(Name),
  match: z.optional(Match),
  source: z.optional(Name),
})
export type PlanLimit = z.infer<typeof PlanLimit>

/** What the plan already includes, beside the credits: unlimited or relaxed mode, with its published wait in seconds. */
export const Entitlement = z.strictObject({
  feature: z.optional(Name),
  match: z.optional(Match),
  mode: z.enum(['included', 'unlimited', 'relaxed']),
  runs: z.optional(Num),
  every: z.optional(Period),
  wait: z.optional(Literal),
  surface: z.optional(Surface),
  source: z.optional(Name),
})
export type Entitlement = z.infer<typeof Entitlement>
const Price = z.strictObject({ amount: Num, currency: Currency, every: Period, perSeat: z.optional(z.literal(true)) })
/** A pack on sale: credits for money. */
export const TopUp = z.strictObject({
  amount: Num,
  price: z.strictObject({ amount: Num, currency: Currency }),
  expires: z.union([z.literal('never'), Span]),
  source: z.optional(Name),
})
export type TopUp = z.infer<typeof TopUp>
const BurnOrder = z.strictObject({
  order: z.union([z.literal('soonest-expiry'), z.array(GrantKind)]),
  source: z.optional(Name),
})
export const Plan = z.strictObject({
  name: Text,
  surface: z.optional(z.union([Surface, z.array(Surface)])),
  prices: z.optional(z.array(Price)),
  grants: z.optional(z.array(PlanGrant)),
  limits: z.optional(z.array(PlanLimit)),
  entitlements: z.optional(z.array(Entitlement)),
  topUps: z.optional(z.array(TopUp)),
  /** Failed or unwanted runs that may be repeated for nothing; null: without limit. */
  freeRetries: z.optional(z.nullable(Num)),
  /** How far the balance may go below zero; null: as far as one run takes it. */
  overdraft: z.optional(z.nullable(Num)),
  /** Where this plan spends its grants in another order than the card says. */
  burnOrder: z.optional(BurnOrder),
  source: z.optional(Name),
  note: z.optional(Text),
})
export type Plan = z.infer<typeof Plan>

export const Permission = z.enum(['generate', 'buy', 'invite', 'history', 'keys', 'caps'])
export type Permission = z.infer<typeof Permission>
export const Role = z.strictObject({
  name: Text,
  may: z.array(Permission),
  cap: z.optional(z.boolean()),
  source: z.optional(Name),
})

/** What is charged when a run does not end well. */
export const Refund = z.strictObject({
  outcome: z.enum(['error', 'moderated', 'cancelled', 'unsatisfactory', 'partial']),
  charged: z.enum(['nothing', 'everything', 'part-made']),
  feature: z.optional(Name),
  match: z.optional(Match),
  source: z.optional(Name),
  note: z.optional(Text),
})
export type Refund = z.infer<typeof Refund>

/** Where a run waits past the concurrency, and for how long (seconds) where that is published. */
export const Queue = z.strictObject({
  over: z.enum(['queued', 'refused']),
  wait: z.optional(Literal),
  source: z.optional(Name),
  note: z.optional(Text),
})

/** Words for one dimension, for bindings: its label, other names, and each option's labels on pages, in order of trial. */
export const Label = z.strictObject({
  label: z.optional(Text),
  synonyms: z.optional(z.array(Text)),
  options: z.optional(z.record(Option, z.array(Text))),
})

/**
 * Another way to the same result, where the vendor sells one: what stands in for a run of `feature` whose request meets `match`.
 * `again` is repeated for each attempt (a draft), `once` follows when one is kept (a mastering or upscale). `set` gives settings,
 * `take` carries them over by name.
 */
const DetourRun = z.strictObject({
  feature: Name,
  set: z.optional(z.record(Name, z.union([Value, z.array(Num)]))),
  take: z.optional(z.record(Name, Name)),
})
export type DetourRun = z.infer<typeof DetourRun>
export const Detour = z.strictObject({
  name: Text,
  feature: Name,
  match: z.optional(Match),
  again: DetourRun,
  once: z.optional(DetourRun),
  note: z.optional(Text),
  source: z.optional(Name),
})
export type Detour = z.infer<typeof Detour>

/** [request, answer, day?]: answer is a decimal, "low..high" or "unpriced"; day as of which. */
const Answer = z.string().check(z.regex(/^(unpriced|\d+(\.\d+)?(\.\.\d+(\.\d+)?)?)$/, '"25", "30..150" or "unpriced"'))
export const Request = z.record(Name, z.union([Value, z.array(Num)]))
export type Request = { [dimension: string]: Value | Num[] | undefined }
export const Example = z.strictObject({
  feature: Name,
  request: Request,
  answer: Answer,
  on: z.optional(Day),
  source: z.optional(Name),
  note: z.optional(Text),
})
export type Example = z.infer<typeof Example>

/** An address, or a path on the origin that serves the card. */
const Place = z.union([Url, z.string().check(z.regex(/^\/[^\s/][^\s]{0,1000}$/, 'a path such as /api/account'))])
/** Where the card's own account can be read with the user's session: the reply is an Account (core/account.ts). */
export const AccountEndpoint = z.strictObject({ account: Place, history: z.optional(Place) })

/** Rate card v1: one provider's dated price list. */
export const RateCard = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal(1),
  provider: Name,
  name: Text,
  homepage: z.optional(Url),
  /** Grows with every published change; an update with a lower one is refused. */
  version: z.int().check(z.gte(1)),
  checkedOn: Day,
  timeZone: z.optional(Text.check(z.refine(isTimeZone, 'a time zone such as America/New_York'))),
  /** The unit of its prices: an ISO 4217 code, or the vendor's own ("credits"). */
  currency: Currency,
  money: z.optional(MoneyValue),
  sources: z.record(Name, Source),
  features: z.record(Name, Feature),
  meters: z.optional(Meters),
  plans: z.optional(z.record(Name, Plan)),
  roles: z.optional(z.record(Name, Role)),
  /** Which grants are spent first; within one kind the soonest to expire. `soonest-expiry` alone: by expiry only. */
  burnOrder: z.optional(BurnOrder),
  refunds: z.optional(z.array(Refund)),
  /** `reserve`: held at the press and settled at the end; `press`: taken at the press; `end`: taken at the end. */
  settlement: z.optional(z.enum(['press', 'reserve', 'end'])),
  queue: z.optional(Queue),
  detours: z.optional(z.array(Detour).check(z.maxLength(50))),
  labels: z.optional(z.record(Name, Label)),
  endpoints: z.optional(AccountEndpoint),
  /** Where published sources disagree, and what was done about it. */
  contradictions: z.optional(z.array(z.strictObject({ about: Text, sources: z.array(Name), resolution: Text }))),
  examples: z.array(Example),
})
export type RateCard = z.infer<typeof RateCard>
