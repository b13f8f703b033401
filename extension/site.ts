import * as z from '../core/zod'
import { Account, Instant } from '../core/account'
import { RateCard } from '../core/rate-card'
import { Problem } from './problem'
import type { Item } from './storage'

const KeptCard = z.strictObject({
  card: RateCard,
  /** Where it came from, always on the site's own origin. */
  url: z.string(),
  etag: z.optional(z.string().check(z.maxLength(300))),
  /** SHA-256 of the text it was read from; a card kept by an earlier version has none. */
  sha256: z.optional(z.string().check(z.maxLength(64))),
  readAt: Instant,
})

/** All that is kept about one origin; nothing of it ever goes to another. Written by the background only. */
export const Site = z.strictObject({
  /** The card last served whole, with its date. */
  card: z.optional(KeptCard),
  cardTriedAt: z.optional(Instant),
  cardProblem: z.optional(Problem),
  /** The last good reading of each account that was signed in here. */
  accounts: z.array(Account).check(z.maxLength(20)),
  /** The account that was signed in at the last good reading. */
  current: z.optional(z.string()),
  accountTriedAt: z.optional(Instant),
  accountProblem: z.optional(Problem),
  /** Why the history of charges could not be read the last time. */
  historyProblem: z.optional(Problem),
})
export type Site = z.infer<typeof Site>

export const sitePrefix = 'site:'

export const site = (origin: string): Item<Site> => ({
  key: sitePrefix + origin,
  version: 1,
  schema: Site,
  initial: () => ({ accounts: [] }),
  migrations: {},
})

/** The account signed in at the last good reading. */
export function currentAccount(kept: Site): Account | undefined {
  return kept.accounts.find((account) => account.id === kept.current)
}
