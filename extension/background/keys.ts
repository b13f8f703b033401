import { openDB, type DBSchema } from 'idb'
import type { Secrets } from '../connecting/request'

// Keys have a database of their own: content scripts cannot open it in any browser, `storage.onChanged` tells nobody of it, and
// nothing that reads or saves all of storage comes across a key. Only the background imports this file; a test holds that.

interface Keys extends DBSchema {
  keys: { key: string; value: Secrets }
}

async function within<T>(work: (db: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> {
  const db = await open()
  return work(db).finally(() => db.close())
}
const open = () => openDB<Keys>('forecost-keys', 1, { upgrade: (fresh) => void fresh.createObjectStore('keys') })

/** The key of an account, and what goes with it; undefined where none is kept. */
export const keyOf = (id: string): Promise<Secrets | undefined> => within((db) => db.get('keys', id))
export const keepKey = (id: string, secrets: Secrets): Promise<void> =>
  within(async (db) => void (await db.put('keys', secrets, id)))
export const dropKey = (id: string): Promise<void> => within((db) => db.delete('keys', id))
export const dropAllKeys = (): Promise<void> => within((db) => db.clear('keys'))

/** Every key by account, for a backup that the user asked to hold them. */
export function allKeys(): Promise<Map<string, Secrets>> {
  return within(async (db) => {
    const [ids, secrets] = await Promise.all([db.getAllKeys('keys'), db.getAll('keys')])
    return new Map(ids.map((id, at) => [id, secrets[at]!]))
  })
}
