import { heldBy, withHeld } from '../../core/held'
import type { Account } from '../../core/account'
import type { RateCard } from '../../core/rate-card'
import { ledger } from '../ledger/open'
import { currentAccount, type Site } from '../site'
import { noteAccount } from './charges'
import { refreshHistory } from './history'
import { sayTrouble } from './ledger-trouble'
import { tellChanged } from './sites'
import { whoseOf } from './whose'

/** Keeps in the ledger what a new reading of a site's account says; its history is read behind it, and the overlays told of what it adds. */
export async function noteReading(origin: string, before: Site, kept: Site): Promise<void> {
  const account = currentAccount(kept)
  const card = kept.card?.card
  const same = before.accounts.find(({ id }) => id === account?.id)
  if (!account || !card || account.readAt === same?.readAt) return
  const told = card.endpoints?.history !== undefined
  // That it failed is kept where it happens (`noteTrouble`).
  await noteAccount(account, whoseOf(card, account, origin), { before: same, told }).catch(() => undefined)
  if (told) void readOn(origin, kept)
}

/** What cannot be read of the history is said in the account's row; what the ledger cannot keep, on the history page. */
async function readOn(origin: string, kept: Site): Promise<void> {
  try {
    if ((await refreshHistory(origin, kept)) > 0) await tellChanged()
  } catch (error) {
    await sayTrouble(error)
  }
}

/** How far back runs in flight may lie, in milliseconds. */
const RECENT = 3_600_000

/** A site's account with what its runs in flight hold; as it was read where the ledger cannot be. */
export async function heldAt(
  origin: string,
  account: Account | undefined,
  card: RateCard | undefined,
  now: number,
): Promise<Account | undefined> {
  if (!account || !card) return account
  try {
    const entries = await (await ledger()).read(whoseOf(card, account, origin), now - RECENT)
    return withHeld(account, heldBy(entries, account, card.settlement, now))
  } catch {
    return account
  }
}

/** The same for all that is kept about a site, for our own pages and the icon. */
export async function siteHeld(origin: string, kept: Site, now: number): Promise<Site> {
  const account = currentAccount(kept)
  const held = await heldAt(origin, account, kept.card?.card, now)
  if (!held || held === account) return kept
  return { ...kept, accounts: kept.accounts.map((one) => (one === account ? held : one)) }
}
