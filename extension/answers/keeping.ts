import type { Whose } from '../../core/ledger'
import { ledger } from '../ledger/open'
import { entriesOf } from '../ledger/read'

/** Keeps that the result of a run is kept, or not; a run that the ledger does not know of this account is left alone. */
export async function keepResult(whose: Whose, run: string, kept: boolean, now: number): Promise<void> {
  const known = (await entriesOf(whose)).some((entry) => 'run' in entry && entry.run === run)
  if (known) await (await ledger()).append([{ ...whose, kind: 'kept', id: `kept/${run}/${now}`, at: now, run, kept }])
}
