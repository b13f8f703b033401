import type { Keys } from '../backup/key-shapes'
import { allKeys, keepKey } from './keys'

/** The API keys of all accounts, for a backup whose user asked for them. */
export async function keysForBackup(): Promise<Keys> {
  return Object.fromEntries(await allKeys())
}

/** Keeps the keys of a backup, each for its account. */
export async function keepKeys(keys: Keys): Promise<void> {
  for (const [id, secrets] of Object.entries(keys)) await keepKey(id, secrets)
}
