import { browser } from '../browser'
import * as z from '../../core/zod'
import { vendorOrigins } from '../connectors'
import { covers, Origin, patternOf, webOrigin } from '../origin'
import { settings } from '../settings'
import { change, load, type Item } from '../storage'
import { siteStop } from './stops'

const script = 'overlay.js'
const prefix = 'overlay '

/** Every host pattern the user has granted; the browser's own list is the only one kept. */
export async function allPatterns(): Promise<string[]> {
  return ((await browser.permissions.getAll()).origins ?? []).toSorted()
}

/** Those granted for the overlay: a vendor's API host was allowed for an account alone, until it is turned on as a site too. */
export async function grantedPatterns(): Promise<string[]> {
  const [patterns, on] = await Promise.all([allPatterns(), load(vendorSitesOn)])
  const forAccounts = new Set([...vendorOrigins].filter((origin) => !on.includes(origin)).map(patternOf))
  return patterns.filter((pattern) => !forAccounts.has(pattern))
}

export const vendorSitesOn: Item<string[]> = {
  key: 'vendor-sites-on',
  version: 1,
  schema: z.array(Origin).check(z.maxLength(100)),
  initial: () => [],
  migrations: {},
}

/** The user wants the overlay on a site. That is news only where its host may have been allowed for an account before. */
export async function turnedOn(origin: string): Promise<void> {
  if (!vendorOrigins.has(origin)) return
  await change(vendorSitesOn, (was) => (was.includes(origin) ? was : [...was, origin]))
  await injectInto(await syncSites())
}

/** Whether the overlay may work on an origin: granted, and switched off neither by the user nor by a signed update. */
export async function isOn(origin: string): Promise<boolean> {
  const [patterns, { off }] = await Promise.all([grantedPatterns(), load(settings)])
  const allowed = !off.includes(origin) && patterns.some((pattern) => covers(pattern, origin))
  return allowed && (await siteStop(origin)) === undefined
}

/**
 * Makes the registered scripts equal to what is granted. Safe to call at any time and in any order: it compares and mends.
 * Two calls never overlap, or one would take away what the other just took. Returns the patterns that are new.
 */
export function syncSites(): Promise<string[]> {
  const turn = last.catch(() => undefined).then(compareAndMend)
  last = turn
  return turn
}
let last: Promise<unknown> = Promise.resolve()

async function compareAndMend(): Promise<string[]> {
  const wanted = await grantedPatterns()
  const registered = await browser.scripting.getRegisteredContentScripts()
  const present = registered.filter((it) => it.id.startsWith(prefix)).map((it) => it.id.slice(prefix.length))
  const gone = present.filter((pattern) => !wanted.includes(pattern))
  const added = wanted.filter((pattern) => !present.includes(pattern))
  if (gone.length > 0) {
    await browser.scripting.unregisterContentScripts({ ids: gone.map((pattern) => prefix + pattern) })
  }
  if (added.length > 0) await browser.scripting.registerContentScripts(added.map(registration))
  return added
}

function registration(pattern: string) {
  return {
    id: prefix + pattern,
    matches: [pattern],
    js: [script],
    runAt: 'document_idle' as const,
    allFrames: true,
    persistAcrossSessions: true,
  }
}

/** Puts the overlay into pages that were open before it was allowed there. */
export async function injectInto(patterns: string[]): Promise<void> {
  if (patterns.length === 0) return
  const tabs = await browser.tabs.query({ url: patterns })
  await Promise.allSettled(
    tabs.map((tab) =>
      browser.scripting.executeScript({ target: { tabId: tab.id!, allFrames: true }, files: [`/${script}`] }),
    ),
  )
}

/** Tells overlays to ask again. The message carries nothing, so it may reach any of them. */
export async function tellChanged(origin?: string): Promise<void> {
  const tabs = await browser.tabs.query({})
  const meant = tabs.filter((tab) => origin === undefined || !tab.url || webOrigin(tab.url) === origin)
  // A tab without an overlay has nobody who listens.
  await Promise.allSettled(meant.map((tab) => browser.tabs.sendMessage(tab.id!, { kind: 'changed' })))
}
