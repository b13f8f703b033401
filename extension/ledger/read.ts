import type { Account } from '../../core/account'
import type { Entry, Whose } from '../../core/ledger'
import { sureEntries } from '../../core/projections'
import { ledger } from './open'

export { onLedgerChange } from './open'

/**
 * Whose entries are an account's: `site` is the origin whose own session it was read from (undefined for an account read through a
 * connector or written down by hand).
 */
export function whoseIs({ provider, id }: Pick<Account, 'provider' | 'id'>, site: string | undefined): Whose {
  return { provider, account: id, ...(site !== undefined && { site }) }
}

/**
 * All entries of one account in order of time, from an instant on: what forecasts, keepers and plans are made of. For our own
 * pages and the background; read straight from IndexedDB. No charge is in it twice.
 */
export async function entriesOf(whose: Whose, from = 0): Promise<Entry[]> {
  return sureEntries(await (await ledger()).read(whose, from))
}
