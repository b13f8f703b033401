import * as z from '../../core/zod'
import { Instant } from '../../core/account'
import { Entry } from '../../core/ledger'
import { browser } from '../browser'
import { itemAt } from '../items'
import { ledger } from '../ledger/open'
import { Keys } from './key-shapes'

/** All that is the user's own, as a file: what is stored under its keys, the ledger, and API keys only where they were asked for. */
export const Backup = z.strictObject({
  format: z.literal('forecost-backup-1'),
  madeAt: Instant,
  version: z.string().check(z.maxLength(30)),
  stored: z.record(z.string().check(z.maxLength(500)), z.unknown()),
  ledger: z.array(Entry).check(z.maxLength(1_000_000)),
  keys: z.optional(Keys),
})
export type Backup = z.infer<typeof Backup>

const PIECE = 5000

/** Everything of this browser that a backup holds. `keys`: the API keys, where the user asked for them. */
export async function makeBackup(now: number, keys: Keys | undefined): Promise<Backup> {
  const all = await browser.storage.local.get(null)
  return {
    format: 'forecost-backup-1',
    madeAt: now,
    version: browser.runtime.getManifest().version,
    stored: Object.fromEntries(Object.entries(all).filter(([key]) => itemAt(key)?.backup)),
    ledger: await allEntries(),
    ...(keys && { keys }),
  }
}

/** The whole ledger, read piece by piece. */
export async function allEntries(): Promise<Entry[]> {
  const book = await ledger()
  const all: Entry[] = []
  for (;;) {
    const piece = await book.next(all.at(-1)?.id, PIECE)
    all.push(...piece)
    if (piece.length < PIECE) return all
  }
}
