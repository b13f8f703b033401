import * as z from '../../core/zod'
import { Instant } from '../../core/account'
import { Num } from '../../core/pricing'
import type { Item } from '../storage'

const Minute = z.int().check(z.gte(0), z.lt(1440))

/** What the user wants to be told of. Written by the options page only. */
export const AlertChoices = z.strictObject({
  on: z.boolean(),
  /** Also as notifications of the system, for which the browser asks once. */
  notify: z.boolean(),
  /** Days before credits lapse. */
  lapseDays: z.int().check(z.gte(1), z.lte(60)),
  quiet: z.optional(z.strictObject({ from: Minute, to: Minute })),
  /** Below what an account is low, by its key. */
  low: z.record(z.string().check(z.maxLength(400)), Num),
})
export type AlertChoices = z.infer<typeof AlertChoices>

export const alertChoices: Item<AlertChoices> = {
  key: 'alert-choices',
  version: 1,
  schema: AlertChoices,
  initial: () => ({ on: true, notify: false, lapseDays: 3, low: {} }),
  migrations: {},
}

/** A risk in words a person reads, and whether it was put away. */
const Told = z.strictObject({
  id: z.string().check(z.maxLength(600)),
  since: Instant,
  text: z.string().check(z.maxLength(400)),
  seen: z.optional(z.boolean()),
})
export type Told = z.infer<typeof Told>

/** The risks that are told and not over, one entry an episode. Written by the background only. */
export const toldAlerts: Item<Told[]> = {
  key: 'alerts-told',
  version: 1,
  schema: z.array(Told).check(z.maxLength(500)),
  initial: () => [],
  migrations: {},
}
