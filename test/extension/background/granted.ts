import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'

/** The browser's list of granted hosts, which the fake browser lacks. */
export const granted = { origins: [] as string[] }

/** A browser for a test: storage that works, and hosts that are granted when the test says so. */
export function freshBrowser(origins: string[]) {
  fakeBrowser.reset()
  granted.origins = origins
  const { permissions, tabs, i18n } = fakeBrowser as unknown as { permissions: object; tabs: object; i18n: object }
  Object.assign(i18n, { getUILanguage: () => 'en' })
  Object.assign(permissions, { getAll: async () => ({ origins: granted.origins, permissions: [] }) })
  Object.assign(tabs, { query: async () => [], sendMessage: vi.fn() })
}
