import { Entry } from '../../core/ledger'
import * as z from '../../core/zod'
import { ledger } from './open'

/** The ledger as it stands in a file. */
export const ExportedLedger = z.strictObject({ format: z.literal('forecost-ledger-1'), entries: z.array(Entry) })
export type ExportedLedger = z.infer<typeof ExportedLedger>

export const exportedLedger = (entries: readonly Entry[]): ExportedLedger => ({
  format: 'forecost-ledger-1',
  entries: [...entries],
})

/** The whole ledger, for a backup. It holds no key, no prompt and no session. */
export async function backUpLedger(): Promise<ExportedLedger> {
  return exportedLedger(await (await ledger()).read())
}

const PIECE = 5_000

/**
 * Adds what a file holds to the ledger; what is there already is left as it is. Returns how many entries were new. Throws where the
 * file is no ledger, and then adds nothing.
 */
export async function restoreLedger(file: unknown): Promise<number> {
  const { entries } = ExportedLedger.parse(file)
  const book = await ledger()
  let added = 0
  for (let i = 0; i < entries.length; i += PIECE) added += await book.append(entries.slice(i, i + PIECE))
  return added
}
