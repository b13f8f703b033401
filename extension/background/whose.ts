import type { Account } from '../../core/account'
import type { Whose } from '../../core/ledger'
import type { RateCard } from '../../core/rate-card'
import { whoseIs } from '../ledger/read'

/** The account of a run whose page told none. */
export const NOBODY = 'unknown'

/**
 * Whose ledger a run on a page belongs to. What a page's own session says is kept under its origin: a page that serves a card in
 * another's name never reaches the ledger of that other.
 */
export function whoseOf(card: RateCard, account: Account | undefined, origin: string): Whose {
  if (!account) return whoseIs({ provider: card.provider, id: NOBODY }, origin)
  return whoseIs(account, siteOf(account, origin))
}

/** The origin an account's entries are kept under; none for one that was read with a key of the user or written down by hand. */
export const siteOf = ({ from }: Account, origin: string | undefined): string | undefined =>
  from === 'session' || from === 'page' ? origin : undefined
