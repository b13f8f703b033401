import type { Keys } from '../backup/key-shapes'
import { linked, linkedPrefix } from '../linked'
import { loadAll } from '../storage'
import { allKeys, dropKey, keepKey } from './keys'

/** The API keys of all accounts, for a backup whose user asked for them. */
export async function keysForBackup(): Promise<Keys> {
  return Object.fromEntries(await allKeys())
}

/**
 * Keeps the keys of a backup, each for its account where that is here and has none: a key put over another could not be brought back. A
 * key without an account, such as an undone restore leaves, goes. Returns how many accounts have another key, and keep it.
 */
export async function keepKeys(keys: Keys): Promise<number> {
  const [own, accounts] = await Promise.all([allKeys(), loadAll(linkedPrefix, linked)])
  const needed = (id: string) => accounts.get(id)?.kind === 'key'
  await Promise.all([...own.keys()].filter((id) => !needed(id)).map(dropKey))
  const given = Object.entries(keys).filter(([id]) => needed(id))
  for (const [id, secrets] of given) if (!own.has(id)) await keepKey(id, secrets)
  return given.filter(([id, { key }]) => own.has(id) && own.get(id)!.key !== key).length
}
