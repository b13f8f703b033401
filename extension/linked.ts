import * as z from '../core/zod'
import { Account, Instant } from '../core/account'
import { Name, Text } from '../core/pricing'
import { Origin } from './origin'
import { Problem } from './problem'
import { currentAccount, type Site } from './site'
import type { Item } from './storage'

/** An id that a connector asks for besides the key: a project, a team. */
export const Ids = z.record(
  Name,
  z.string().check(
    z.minLength(1),
    z.maxLength(200),
    z.regex(/^[^\p{C}]*$/u),
    z.refine((id) => !/^\.+$/.test(id), 'an id'),
  ),
)
export type Ids = z.infer<typeof Ids>

/**
 * An account the user added: by API key, by what a page shows, or by hand. Written by the background only. The key is never in
 * here: see background/keys.ts.
 */
export const Linked = z.strictObject({
  kind: z.enum(['key', 'page', 'hand']),
  provider: Name,
  label: z.optional(Text),
  /** The tool's name in front of people, where no connector says it. */
  tool: z.optional(Text),
  /** `page` and `hand`: the site whose runs it pays for. */
  origin: z.optional(Origin),
  ids: z.optional(Ids),
  /** The last good reading. */
  account: z.optional(Account),
  problem: z.optional(Problem),
  triedAt: z.optional(Instant),
  historyTriedAt: z.optional(Instant),
  addedAt: Instant,
  /** Taken away by the user, and not yet past undoing. */
  removedAt: z.optional(Instant),
})
export type Linked = z.infer<typeof Linked>

export const linkedPrefix = 'linked:'

export const linked = (id: string): Item<Linked | undefined> => ({
  key: linkedPrefix + id,
  version: 1,
  schema: Linked,
  initial: () => undefined,
  migrations: {},
})

/** Accounts that are there, the first added first; `removed` ones are left out. */
export function presentIn(all: ReadonlyMap<string, Linked | undefined>): [id: string, kept: Linked][] {
  return [...all]
    .filter((pair): pair is [string, Linked] => pair[1] !== undefined && pair[1].removedAt === undefined)
    .toSorted(([, a], [, b]) => a.addedAt - b.addedAt)
}

/** What pays for runs at a site: who is signed in there; else what its page shows; else what the user wrote down. */
export function accountAt(
  kept: Site | undefined,
  all: ReadonlyMap<string, Linked | undefined>,
  origin: string,
): Account | undefined {
  const own = presentIn(all).flatMap(([, it]) => (it.origin === origin && it.account ? [it.account] : []))
  const of = (from: Account['from']) => own.find((account) => account.from === from)
  return (kept && currentAccount(kept)) ?? of('page') ?? of('hand')
}
