import { signal } from '@preact/signals'
import type { Owned } from '../answers/state'
import { browser } from '../browser'
import { linked, linkedPrefix, presentIn, type Linked } from '../linked'
import { fullSince, loadAll } from '../storage'
import { readAlerts } from './alert-lines'
import { loadNames, type Names } from './names'

export type Added = { links: Map<string, Linked | undefined>; isFull: boolean }

/** What is kept of the accounts the user added, and whether storage is full. */
export async function readAdded(): Promise<Added> {
  const [links, full] = await Promise.all([
    loadAll(linkedPrefix, linked),
    browser.storage.session.get(fullSince),
    readAlerts(),
  ])
  return { links, isFull: fullSince in full }
}

/** The accounts the user added, their vendors once those are loaded, and whether storage is full. */
export function createAdded() {
  const links = signal<Map<string, Linked | undefined>>(new Map())
  const names: Names = signal(new Map())
  const full = signal(false)

  function takeAdded(added: Added) {
    links.value = added.links
    full.value = added.isFull
    void loadNames(names, providersOf(added.links))
  }
  const owned = (): Owned[] =>
    presentIn(links.peek()).flatMap(([, { account, origin }]) =>
      account ? [{ account, ...(origin !== undefined && { origin }) }] : [],
    )
  return { links, names, full, takeAdded, owned }
}

const providersOf = (added: Map<string, Linked | undefined>): string[] =>
  presentIn(added).flatMap(([, { kind, provider }]) => (kind === 'key' ? [provider] : []))
