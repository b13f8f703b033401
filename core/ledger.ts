import * as z from './zod'
import { Instant } from './account'
import { Num, Text } from './pricing'
import { Request } from './rate-card'

// Append-only. Balances and statistics are projections (core/projections.ts); nothing is ever edited, but that a line of a history
// which came before its press gets its run when that comes (`findsRun`).

// `site`: the origin whose own card and session speak; a page that calls itself another provider writes into a ledger of its own.
const entry = { id: Text, at: Instant, provider: Text, account: Text, site: z.optional(Text) }
const run = { ...entry, run: Text }
const Range = z.strictObject({ low: Num, high: Num })

/** The user pressed Generate: what was asked, with what was known. `run` joins the entries of one run. */
export const Press = z.strictObject({
  ...run,
  kind: z.literal('press'),
  feature: Text,
  request: Request,
  cardVersion: z.int(),
  balance: z.optional(z.nullable(Num)),
  /** How the run stood: one that we said would be refused holds nothing. */
  standing: z.optional(z.enum(['enough', 'low', 'short', 'limit', 'not-permitted', 'unknown'])),
  tags: z.optional(z.array(Text)),
  group: z.optional(Text),
  /** What the seller's own page said the run takes, where that was not what the card says. */
  quoted: z.optional(Num),
})
/** What we said before the press; total absent: unpriced. */
export const Said = z.strictObject({
  ...run,
  kind: z.literal('estimate'),
  total: z.optional(Range),
  currency: Text,
  on: Text,
})
/**
 * What was really taken. `foreign`: the vendor's own id of the line; `job`: its id of the run, where it tells one; `told`: when we
 * heard of it first. `run` may be unknown: an unmatched line of a history.
 */
export const Taken = z.strictObject({
  ...entry,
  run: z.optional(Text),
  kind: z.literal('charge'),
  amount: Num,
  currency: Text,
  foreign: z.optional(Text),
  job: z.optional(Text),
  told: z.optional(Instant),
  feature: z.optional(Text),
  from: z.enum(['history', 'balance', 'import']),
  outcome: z.optional(z.enum(['done', 'failed', 'running'])),
})
/** What came back. `refundOf`: the vendor's own id of the line it was taken by. */
export const Refunded = z.strictObject({
  ...entry,
  run: z.optional(Text),
  kind: z.literal('refund'),
  amount: Num,
  currency: Text,
  foreign: z.optional(Text),
  refundOf: z.optional(Text),
})
export const Granted = z.strictObject({
  ...entry,
  kind: z.literal('grant'),
  amount: Num,
  currency: Text,
  grant: Text,
  expires: z.optional(z.nullable(Instant)),
})
export const Reading = z.strictObject({ ...entry, kind: z.literal('balance'), balance: Num, currency: Text })
/** The user keeps (or no longer keeps) the result of a run. */
export const Kept = z.strictObject({ ...run, kind: z.literal('kept'), kept: z.boolean() })
/** The tags of a run from now on, instead of those it had. */
export const Tagged = z.strictObject({
  ...run,
  kind: z.literal('tagged'),
  tags: z.array(Text).check(z.maxLength(20)),
})

/** Whose ledger an entry belongs to. */
export type Whose = { provider: string; account: string; site?: string }

export const Entry = z.discriminatedUnion('kind', [Press, Said, Taken, Refunded, Granted, Reading, Kept, Tagged])
export type Entry = z.infer<typeof Entry>
export type EntryOf<K extends Entry['kind']> = Extract<Entry, { kind: K }>
