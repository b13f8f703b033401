import { browser } from '../browser'
import * as z from '../../core/zod'
import { vendorOrigins } from '../connectors'
import { covers, Origin, patternOf } from '../origin'
import { settings } from '../settings'
import { change, load, type Item } from '../storage'
import { framesAt, putInto } from './frames'
import { registrationsOf } from './registered'
import { siteStop } from './stops'

const script = 'overlay.js'
const overlays = registrationsOf('overlay ', script, grantedPatterns)

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

/** Makes the registered scripts equal to what is granted: safe at any time and in any order. Returns the patterns that are new. */
export const syncSites = (): Promise<string[]> => overlays.mend()

/** Puts the overlay into pages that were open before it was allowed there. */
export async function injectInto(patterns: string[]): Promise<void> {
  await putInto(await framesAt(patterns), script)
}

/** Tells overlays to ask again. The message carries nothing, so it may reach any of them: one may be in a frame of another site's page. */
export async function tellChanged(): Promise<void> {
  const tabs = await browser.tabs.query({})
  // A tab without an overlay has nobody who listens.
  await Promise.allSettled(tabs.map((tab) => browser.tabs.sendMessage(tab.id!, { kind: 'changed' })))
}
