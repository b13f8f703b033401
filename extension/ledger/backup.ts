import { Entry } from '../../core/ledger'
import * as z from '../../core/zod'

/** The ledger as it stands in a file. */
export const ExportedLedger = z.strictObject({ format: z.literal('forecost-ledger-1'), entries: z.array(Entry) })
export type ExportedLedger = z.infer<typeof ExportedLedger>

export const exportedLedger = (entries: readonly Entry[]): ExportedLedger => ({
  format: 'forecost-ledger-1',
  entries: [...entries],
})
