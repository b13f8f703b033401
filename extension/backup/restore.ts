import * as z from '../../core/zod'
import { Instant } from '../../core/account'
import type { Entry } from '../../core/ledger'
import { findsRun, runIn, withRun } from '../../core/projections'
import { browser } from '../browser'
import { atLeast } from '../channel/allowed'
import { itemAt } from '../items'
import { ledger } from '../ledger/open'
import { load, understood, type Item } from '../storage'
import { allEntries, Backup } from './backup'
import type { Keys } from './key-shapes'

/** Characters of a backup at most. */
export const BACKUP_BYTES = 60_000_000

/** What a restore came to: how much was taken, what was not understood, and keys for the background to keep. */
export type Restored = { items: number; entries: number; refused: string[]; keys?: Keys }

/**
 * What was there before a restore: values of the keys it wrote (absent: there were none), the ledger's entries it added, and those that
 * had no run before it (`loose`).
 */
const Before = z.strictObject({
  at: Instant,
  stored: z.record(z.string(), z.unknown()),
  wrote: z.array(z.string()),
  added: z.array(z.string()),
  loose: z.optional(z.array(z.string())),
})
const before: Item<z.infer<typeof Before> | undefined> = {
  key: 'before-restore',
  version: 1,
  schema: z.optional(Before),
  initial: () => undefined,
  migrations: {},
}

/** Why a file is not restored. The codes are words of the catalogue (`backup.*`). */
export type NoBackup = 'tooBig' | 'newer' | 'notOne'

/** Reads a backup from the text of a file; where it is none that can be read here, why. */
export function readBackup(text: string): Backup | NoBackup {
  if (text.length > BACKUP_BYTES) return 'tooBig'
  try {
    const raw: unknown = JSON.parse(text)
    const parsed = Backup.safeParse(raw)
    if (parsed.success) return parsed.data
    return Newer.safeParse(raw).success ? 'newer' : 'notOne'
  } catch {
    return 'notOne'
  }
}

/** What a later version writes may be of any shape but for these two. */
const Newer = z
  .object({
    format: z.string().check(z.regex(/^forecost-backup-[1-9]\d{0,3}$/)),
    version: z.string().check(z.regex(/^\d{1,6}(\.\d{1,6}){0,3}$/)),
  })
  .check(z.refine(({ version }) => !atLeast(browser.runtime.getManifest().version, version)))

/**
 * Puts a backup back: each thing is migrated and checked as it is on every other day, and what is not understood is named and left out.
 * What the backup does not hold stays. What was there before is kept first, so that all of it can be undone; throws, with nothing changed,
 * where there is no room for that, or for what is restored.
 */
export async function restore(backup: Backup, now: number): Promise<Restored> {
  const pairs = Object.entries(backup.stored)
  const good = pairs.filter(([key, raw]) => isOurs(key, raw))
  const refused = pairs.filter(([key, raw]) => !isOurs(key, raw)).map(([key]) => key)
  const keys = good.map(([key]) => key)
  const kept = new Map((await allEntries()).map((entry) => [entry.id, entry]))
  const known = new Set(kept.keys())
  const added = backup.ledger.filter(({ id }) => !known.has(id) && known.add(id))
  // The vendor's history may have been read here before: its lines are there, and their presses only in the backup.
  const matched = backup.ledger.flatMap((entry) => {
    const line = kept.get(entry.id)
    return line && findsRun(entry, line) ? [withRun(line, runIn(entry))] : []
  })
  const stored = keys.length > 0 ? await browser.storage.local.get(keys) : {}
  const value = { at: now, stored, wrote: keys, added: idsOf(added), loose: idsOf(matched) }
  await browser.storage.local.set({ [before.key]: { v: before.version, value } })
  try {
    await browser.storage.local.set(Object.fromEntries(good))
    await (await ledger()).restore([...added, ...matched])
  } catch (cause) {
    await undoRestore()
    throw cause
  }
  return { items: good.length, entries: added.length, refused, ...(backup.keys && { keys: backup.keys }) }
}

const idsOf = (entries: readonly Entry[]): string[] => entries.map(({ id }) => id)

function isOurs(key: string, raw: unknown): boolean {
  const item = itemAt(key)
  return item !== undefined && item.backup && understood(item, raw) !== undefined
}

/** When the restore that can be undone was made; undefined where there is none. */
export const undoableSince = async (): Promise<number | undefined> => (await load(before))?.at

/** Puts back what was there before the last restore. Returns whether there was one. */
export async function undoRestore(): Promise<boolean> {
  const was = await load(before)
  if (!was) return false
  const gone = was.wrote.filter((key) => !Object.hasOwn(was.stored, key))
  await browser.storage.local.set(was.stored)
  await (await ledger()).withdraw(was.added)
  const loose = new Set(was.loose)
  const matched = loose.size > 0 ? (await allEntries()).filter(({ id }) => loose.has(id)) : []
  await (await ledger()).restore(matched.map((entry) => withRun(entry, undefined)))
  await browser.storage.local.remove([...gone, before.key])
  return true
}
