import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Entry } from '../../core/ledger'

interface Ledger extends DBSchema {
  entries: { key: string; value: Entry; indexes: { at: number; account: [string, string, number]; run: string } }
}
export type LedgerStore = {
  /** Adds entries, all or none. One whose id is there already is left as it is: entries are never changed. Returns how many were new. */
  append: (entries: readonly Entry[]) => Promise<number>
  /** All entries of an account, or of all, in order of time; `from` and `to` in milliseconds, `to` not included. */
  read: (of?: { provider: string; account: string }, from?: number, to?: number) => Promise<Entry[]>
  /** The newest entries first, at most `count`. */
  latest: (count: number) => Promise<Entry[]>
  count: () => Promise<number>
  clear: () => Promise<void>
  close: () => void
}

/** The append-only ledger of this browser, in IndexedDB. */
export async function openLedger(name = 'forecost-ledger'): Promise<LedgerStore> {
  const db = await openDB<Ledger>(name, 1, {
    upgrade(fresh) {
      const entries = fresh.createObjectStore('entries', { keyPath: 'id' })
      entries.createIndex('at', 'at')
      entries.createIndex('account', ['provider', 'account', 'at'])
      entries.createIndex('run', 'run')
    },
    // Another tab wants a newer shape: let go, and open again at the next use.
    blocking: (_old, _new, event) => (event.target as IDBDatabase).close(),
  })
  return {
    append: (entries) => append(db, entries),
    read: (of, from = 0, to = Number.MAX_SAFE_INTEGER) => read(db, of, from, to),
    latest: (count) => latest(db, count),
    count: () => db.count('entries'),
    clear: () => db.clear('entries'),
    close: () => db.close(),
  }
}

async function append(db: IDBPDatabase<Ledger>, entries: readonly Entry[]): Promise<number> {
  const tx = db.transaction('entries', 'readwrite', { durability: 'strict' })
  try {
    const fresh = await Promise.all(
      entries.map(async (entry) => !(await tx.store.getKey(entry.id)) && Boolean(await tx.store.add(entry))),
    )
    await tx.done
    return fresh.filter(Boolean).length
  } catch (error) {
    abort(tx)
    await tx.done.catch(() => undefined)
    throw error
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

function read(
  db: IDBPDatabase<Ledger>,
  of: { provider: string; account: string } | undefined,
  from: number,
  to: number,
): Promise<Entry[]> {
  if (!of) return db.getAllFromIndex('entries', 'at', IDBKeyRange.bound(from, to, false, true))
  const range = IDBKeyRange.bound([of.provider, of.account, from], [of.provider, of.account, to], false, true)
  return db.getAllFromIndex('entries', 'account', range)
}

async function latest(db: IDBPDatabase<Ledger>, count: number): Promise<Entry[]> {
  const found: Entry[] = []
  let cursor = await db.transaction('entries').store.index('at').openCursor(null, 'prev')
  for (; cursor && found.length < count; cursor = await cursor.continue()) found.push(cursor.value)
  return found
}
