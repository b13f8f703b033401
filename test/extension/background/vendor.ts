import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { loadConnector } from '../../../extension/connectors'
import { openSite, type Answers } from './site-server'

/** A vendor on this machine: calls to its pinned origin arrive at a local server, everything else of a call is as it leaves us. */
export async function openVendor(provider: string, answers: Answers) {
  const { origin } = (await loadConnector(provider))!
  const site = await openSite(answers)
  const calls: { url: string; init: RequestInit }[] = []
  const real = globalThis.fetch
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    calls.push({ url, init })
    if (!url.startsWith(`${origin}/`)) throw new Error(`a call to ${url}, which is not the vendor's`)
    return real(url.replace(origin, site.origin), init)
  })
  const close = async () => {
    vi.unstubAllGlobals()
    await site.close()
  }
  return { ...site, calls, close }
}

/** The browser's answer to "may we ask this host", which the fake browser lacks. */
export function allowHosts(hosts: string[]) {
  const removed: string[] = []
  const { permissions } = fakeBrowser as unknown as { permissions: object }
  Object.assign(permissions, {
    contains: async ({ origins }: { origins: string[] }) => origins.every((host) => hosts.includes(host)),
    getAll: async () => ({ origins: hosts, permissions: [] }),
    remove: async ({ origins }: { origins: string[] }) => {
      for (const host of origins) {
        removed.push(host)
        if (hosts.includes(host)) hosts.splice(hosts.indexOf(host), 1)
      }
      return true
    },
  })
  return removed
}
