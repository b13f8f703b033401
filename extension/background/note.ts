import { heldBy, overtakenAt, withHeld } from '../../core/held'
import type { Account } from '../../core/account'
import type { RateCard } from '../../core/rate-card'
import { ledger } from '../ledger/open'
import { currentAccount, type Site } from '../site'
import { noteAccount } from './charges'
import { hasToldSince } from './history'
import { whoseOf } from './whose'

/** Keeps in the ledger what a new reading of a site's account says. Returns whether its history has more to tell. */
export async function noteReading(origin: string, before: Site, kept: Site): Promise<boolean> {
  const account = currentAccount(kept)
  const card = kept.card?.card
  const same = before.accounts.find(({ id }) => id === account?.id)
  if (!account || !card || account.readAt === same?.readAt) return false
  const told = card.endpoints?.history !== undefined
  // That it failed is kept where it happens (`noteTrouble`).
  await noteAccount(account, whoseOf(card, account, origin), { before: same, told }).catch(() => undefined)
  return told
}

/** How far back runs in flight may lie, in milliseconds. */
const RECENT = 3_600_000

/**
 * A site's account with what its runs in flight hold, as it was read where the ledger cannot be; `overtaken`: when the last run was
 * pressed that is younger than that reading, or that the history told of since, so that what is left is only known with the next.
 */
export async function standingAt(
  origin: string,
  account: Account | undefined,
  card: RateCard | undefined,
  now: number,
): Promise<{ account: Account | undefined; overtaken?: number | undefined }> {
  if (!account || !card) return { account }
  try {
    const entries = await (await ledger()).read(whoseOf(card, account, origin), now - RECENT)
    const held = heldBy(entries, account, card.settlement, now)
    const told = hasToldSince(origin, account)
    return {
      account: withHeld(account, held),
      overtaken: overtakenAt(entries, account, card.settlement, { now, told }),
    }
  } catch {
    return { account }
  }
}

/** The same for all that is kept about a site, for our own pages and the icon. */
export async function siteHeld(origin: string, kept: Site, now: number): Promise<Site> {
  const account = currentAccount(kept)
  const { account: held } = await standingAt(origin, account, kept.card?.card, now)
  if (!held || held === account) return kept
  return { ...kept, accounts: kept.accounts.map((one) => (one === account ? held : one)) }
}
