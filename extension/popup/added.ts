import { signal } from '@preact/signals'
import type { Owned } from '../answers/state'
import { browser } from '../browser'
import { linked, linkedPrefix, presentIn, type Linked } from '../linked'
import { fullSince, loadAll } from '../storage'
import { readAlerts } from './alert-lines'
import { readLastRuns } from './last-runs'
import { loadNames, type Names } from './names'

/** The accounts the user added, their vendors once those are loaded, and whether storage is full. */
export function createAdded() {
  const links = signal<Map<string, Linked | undefined>>(new Map())
  const names: Names = signal(new Map())
  const full = signal(false)

  /** From storage; names and last runs follow when they are there. */
  async function readAdded() {
    const [added, isFull] = await Promise.all([
      loadAll(linkedPrefix, linked),
      browser.storage.session.get(fullSince),
      readAlerts(),
    ])
    links.value = added
    full.value = fullSince in isFull
    void loadNames(names, providersOf(added))
    void readLastRuns()
  }
  const owned = (): Owned[] =>
    presentIn(links.peek()).flatMap(([, { account, origin }]) =>
      account ? [{ account, ...(origin !== undefined && { origin }) }] : [],
    )
  return { links, names, full, readAdded, owned }
}

const providersOf = (added: Map<string, Linked | undefined>): string[] =>
  presentIn(added).flatMap(([, { kind, provider }]) => (kind === 'key' ? [provider] : []))
