import { browser, type Tabs } from '../browser'
import { webOrigin } from '../origin'

/** A web page the user is at: its tab, and its origin where the browser lets us know. */
export type At = { tabId: number; origin?: string }

/**
 * The page the popup speaks about: the tab in front of the user; where our own page is in front (a popup opened as a tab, as on
 * phones), the tab that was in front before it.
 */
export async function tabInQuestion(): Promise<At | undefined> {
  const [active] = await browser.tabs.query({ active: true, currentWindow: true })
  const tab = active && !isOurs(active) ? active : await lastOther()
  return tab?.id === undefined ? undefined : { tabId: tab.id, origin: webOrigin(tab.url) }
}

async function lastOther(): Promise<Tabs.Tab | undefined> {
  const tabs = await browser.tabs.query({})
  return tabs.filter((tab) => !isOurs(tab)).sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]
}

function isOurs(tab: Tabs.Tab): boolean {
  return (tab.url ?? '').startsWith(browser.runtime.getURL('/'))
}
