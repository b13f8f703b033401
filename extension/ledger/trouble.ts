import { Instant } from '../../core/account'
import * as z from '../../core/zod'
import type { Item } from '../storage'

/** Why the ledger could not be written to the last time: storage is full, or the browser failed. Written by the background only. */
export const Trouble = z.strictObject({ code: z.optional(z.enum(['full', 'broken'])), at: z.optional(Instant) })
export type Trouble = z.infer<typeof Trouble>

export const trouble: Item<Trouble> = {
  key: 'ledger-trouble',
  version: 1,
  schema: Trouble,
  initial: () => ({}),
  migrations: {},
}
