import * as z from './zod'
import { Name, Num, Text } from './pricing'
import { GrantKind, Permission, Surface } from './rate-card'

/** Milliseconds since 1970, UTC. */
export const Instant = z
  .number()
  .check(z.refine((n) => Number.isInteger(n) && n >= 0 && n < 8.64e15, 'milliseconds since 1970'))
export type Instant = z.infer<typeof Instant>
const Wait = z.strictObject({ low: z.number().check(z.gte(0)), high: z.number().check(z.gte(0)) })

/** An allocation of credits: what is left of it, and until when. Spent in the card's burn order. */
export const Grant = z.strictObject({
  id: z.string(),
  kind: GrantKind,
  name: z.optional(Text),
  amount: Num,
  expires: z.optional(z.nullable(Instant)),
  priority: z.optional(z.int()),
  features: z.optional(z.array(Name)),
})
export type Grant = z.infer<typeof Grant>

/**
 * A limit in force for this account: `used` of `max` in the window that resets at `resets`. `untold`: how much of it is used is not told,
 * and then only its most can stop a run.
 */
export const AccountLimit = z.strictObject({
  kind: z.enum(['concurrent', 'runs', 'spend', 'queue']),
  name: z.optional(Text),
  feature: z.optional(Name),
  max: z.nullable(Num),
  used: Num,
  untold: z.optional(z.literal(true)),
  window: z.optional(z.enum(['minute', 'hour', 'day', 'rolling-24h', 'week', 'month'])),
  resets: z.optional(z.nullable(Instant)),
  over: z.optional(z.enum(['queued', 'refused', 'slower', 'charged'])),
})
export type AccountLimit = z.infer<typeof AccountLimit>

/** One account at one vendor, as last read. `balance` is given where the vendor gives no grants; null: unknown. */
export const Account = z.strictObject({
  provider: Name,
  id: Text,
  name: z.optional(Text),
  organisation: z.optional(z.strictObject({ id: Text, name: z.optional(Text) })),
  currency: Text,
  surface: z.optional(Surface),
  plan: z.optional(Name),
  role: z.optional(z.strictObject({ id: Name, may: z.optional(z.array(Permission)) })),
  status: z.optional(z.enum(['ok', 'past-due', 'suspended'])),
  balance: z.optional(z.nullable(Num)),
  grants: z.optional(z.array(Grant)),
  /** Held by runs in flight: not yet taken, no longer free. */
  held: z.optional(Num),
  /** The member's own cap on the shared pool. */
  cap: z.optional(z.strictObject({ max: Num, used: Num, resets: z.optional(z.nullable(Instant)) })),
  limits: z.optional(z.array(AccountLimit)),
  resets: z.optional(z.nullable(Instant)),
  queue: z.optional(
    z.strictObject({
      running: z.int(),
      slots: z.optional(z.nullable(z.int())),
      waiting: z.optional(z.int()),
      wait: z.optional(Wait),
    }),
  ),
  readAt: Instant,
  /** How it was read; `confirmed` false marks an undocumented or third-party way. */
  from: z.enum(['session', 'connector', 'page', 'hand']),
  confirmed: z.optional(z.boolean()),
})
export type Account = z.infer<typeof Account>
