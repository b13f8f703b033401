import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Entry, Whose } from '../../core/ledger'
import { isOf } from '../../core/matching'
import { findsRun, runIn, withRun } from '../../core/projections'
import { thinReadings } from './thin'

export interface Ledger extends DBSchema {
  entries: {
    key: string
    value: Entry
    indexes: { at: number; account: [string, string, number]; run: string; site: string; kind: [string, number] }
  }
  /** Ids the user deleted: what a vendor tells again is not taken again. */
  gone: { key: string; value: { id: string } }
  /** How far a history was read; `id` names whose. */
  cursors: { key: string; value: { id: string; site?: string; after: string } }
}
export type Db = IDBPDatabase<Ledger>
export type Cursor = Ledger['cursors']['value']

export type LedgerStore = {
  /**
   * Adds entries, all or none. One whose id is there already is left as it is, but that one without a run gets it (`findsRun`). One
   * that was deleted stays so. Returns how many were new or got their run. When storage is full, old readings of balances go first;
   * then it throws `LedgerFull`.
   */
  append: (entries: readonly Entry[]) => Promise<number>
  /** All entries of an account, or of all, in order of time; `from` and `to` in milliseconds, `to` not included. */
  read: (of?: Whose, from?: number, to?: number) => Promise<Entry[]>
  /** All entries of one run. */
  ofRun: (run: string) => Promise<Entry[]>
  /** The newest entries first, at most `count`. */
  latest: (count: number) => Promise<Entry[]>
  /** Up to `count` entries after an id, in the order of ids: for reading all of a long ledger piece by piece. */
  next: (after: string | undefined, count: number) => Promise<Entry[]>
  count: () => Promise<number>
  /** Deletes entries and remembers that they are gone. Returns what they were, for `restore`. */
  remove: (ids: readonly string[]) => Promise<Entry[]>
  /** Puts deleted entries back. */
  restore: (entries: readonly Entry[]) => Promise<void>
  /** Takes entries out as if they had never come: whoever tells of them again is believed. */
  withdraw: (ids: readonly string[]) => Promise<void>
  cursor: (id: string) => Promise<string | undefined>
  moveCursor: (cursor: Cursor) => Promise<void>
  /** Origins that entries or cursors speak of. */
  sites: () => Promise<string[]>
  /** Forgets all about a site. */
  forgetSite: (site: string) => Promise<void>
  clear: () => Promise<void>
  close: () => void
}

/** Nothing more can be kept: storage is full, and there are no old readings left to make room. */
export class LedgerFull extends Error {}

type Events = { changed?: () => void; closed?: () => void }

/** The append-only ledger of this browser, in IndexedDB. */
export async function openLedger(name = 'forecost-ledger', { changed, closed }: Events = {}): Promise<LedgerStore> {
  const db = await openDB<Ledger>(name, 2, {
    upgrade(fresh, from, _to, tx) {
      const entries = from < 1 ? fresh.createObjectStore('entries', { keyPath: 'id' }) : tx.objectStore('entries')
      if (from < 1) {
        entries.createIndex('at', 'at')
        entries.createIndex('account', ['provider', 'account', 'at'])
        entries.createIndex('run', 'run')
      }
      if (from < 2) {
        entries.createIndex('site', 'site')
        entries.createIndex('kind', ['kind', 'at'])
        fresh.createObjectStore('gone', { keyPath: 'id' })
        fresh.createObjectStore('cursors', { keyPath: 'id' })
      }
    },
    // Another tab wants a newer shape: let go, and open again at the next use.
    blocking(_old, _new, event) {
      ;(event.target as IDBDatabase).close()
      closed?.()
    },
    terminated: () => closed?.(),
  })
  const telling = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work
    if (done !== 0) changed?.()
    return done
  }
  return {
    append: (entries) => telling(appendOrThin(db, entries)),
    read: (of, from = 0, to = Number.MAX_SAFE_INTEGER) => read(db, of, from, to),
    ofRun: (run) => db.getAllFromIndex('entries', 'run', run),
    latest: (count) => latest(db, count),
    next: (after, count) =>
      db.getAll('entries', after === undefined ? undefined : IDBKeyRange.lowerBound(after, true), count),
    count: () => db.count('entries'),
    remove: (ids) => telling(remove(db, ids)),
    restore: (entries) => telling(restore(db, entries)),
    withdraw: (ids) => telling(withdraw(db, ids)),
    cursor: async (id) => (await db.get('cursors', id))?.after,
    moveCursor: async (cursor) => void (await db.put('cursors', cursor)),
    sites: () => sites(db),
    forgetSite: (site) => telling(forgetSite(db, site)),
    clear: () => telling(clear(db)),
    close: () => db.close(),
  }
}

async function appendOrThin(db: Db, entries: readonly Entry[]): Promise<number> {
  for (;;) {
    try {
      return await append(db, entries)
    } catch (error) {
      if (!isFull(error)) throw error
      const freed = await thinReadings(db).catch(() => 0)
      if (freed === 0) throw new LedgerFull('storage is full', { cause: error })
    }
  }
}

const isFull = (error: unknown): boolean => (error as { name?: string } | null)?.name === 'QuotaExceededError'

async function append(db: Db, entries: readonly Entry[]): Promise<number> {
  const tx = db.transaction(['entries', 'gone'], 'readwrite', { durability: 'strict' })
  const [store, gone] = [tx.objectStore('entries'), tx.objectStore('gone')]
  try {
    const fresh = await Promise.all(
      entries.map(async (entry) => {
        const [kept, deleted] = await Promise.all([store.get(entry.id), gone.getKey(entry.id)])
        if (deleted || (kept && !findsRun(entry, kept))) return false
        return Boolean(await (kept ? store.put(withRun(kept, runIn(entry))) : store.add(entry)))
      }),
    )
    await tx.done
    return fresh.filter(Boolean).length
  } catch (error) {
    abort(tx)
    const reason = tx.error
    await tx.done.catch(() => undefined)
    throw isFull(reason) ? reason : error
  }
}

/** One entry that cannot be kept takes the others with it. */
function abort(tx: { abort: () => void }): void {
  try {
    tx.abort()
  } catch {
    // Over already, with nothing written.
  }
}

async function read(db: Db, of: Whose | undefined, from: number, to: number): Promise<Entry[]> {
  if (!of) return db.getAllFromIndex('entries', 'at', IDBKeyRange.bound(from, to, false, true))
  const range = IDBKeyRange.bound([of.provider, of.account, from], [of.provider, of.account, to], false, true)
  return (await db.getAllFromIndex('entries', 'account', range)).filter((entry) => isOf(entry, of))
}

async function latest(db: Db, count: number): Promise<Entry[]> {
  const found: Entry[] = []
  let cursor = await db.transaction('entries').store.index('at').openCursor(null, 'prev')
  for (; cursor && found.length < count; cursor = await cursor.continue()) found.push(cursor.value)
  return found
}

async function remove(db: Db, ids: readonly string[]): Promise<Entry[]> {
  const tx = db.transaction(['entries', 'gone'], 'readwrite', { durability: 'strict' })
  const [store, gone] = [tx.objectStore('entries'), tx.objectStore('gone')]
  const were = await Promise.all(ids.map((id) => store.get(id)))
  await Promise.all(ids.flatMap((id): Promise<unknown>[] => [store.delete(id), gone.put({ id })]))
  await tx.done
  return were.filter((entry) => entry !== undefined)
}

async function restore(db: Db, entries: readonly Entry[]): Promise<void> {
  const tx = db.transaction(['entries', 'gone'], 'readwrite', { durability: 'strict' })
  const [store, gone] = [tx.objectStore('entries'), tx.objectStore('gone')]
  await Promise.all(entries.flatMap((entry): Promise<unknown>[] => [store.put(entry), gone.delete(entry.id)]))
  await tx.done
}

async function withdraw(db: Db, ids: readonly string[]): Promise<void> {
  const tx = db.transaction('entries', 'readwrite', { durability: 'strict' })
  await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done])
}

async function sites(db: Db): Promise<string[]> {
  const found = new Set<string>()
  let cursor = await db.transaction('entries').store.index('site').openKeyCursor(null, 'nextunique')
  for (; cursor; cursor = await cursor.continue()) found.add(cursor.key)
  for (const { site } of await db.getAll('cursors')) if (site !== undefined) found.add(site)
  return [...found]
}

async function forgetSite(db: Db, site: string): Promise<void> {
  const tx = db.transaction(['entries', 'cursors'], 'readwrite')
  const ids = await tx.objectStore('entries').index('site').getAllKeys(site)
  const cursors = (await tx.objectStore('cursors').getAll()).filter((cursor) => cursor.site === site)
  await Promise.all([
    ...ids.map((id) => tx.objectStore('entries').delete(id)),
    ...cursors.map(({ id }) => tx.objectStore('cursors').delete(id)),
    tx.done,
  ])
}

async function clear(db: Db): Promise<void> {
  const tx = db.transaction(['entries', 'gone', 'cursors'], 'readwrite')
  await Promise.all([
    tx.objectStore('entries').clear(),
    tx.objectStore('gone').clear(),
    tx.objectStore('cursors').clear(),
    tx.done,
  ])
}
