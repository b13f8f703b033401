import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { english } from '../../../core/locales'
import { createPopup } from '../../../extension/popup/state'
import { freshBrowser } from '../background/granted'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))

test('what a busy page says of its forms is not shown for the page that is in front by then', async () => {
  const origins = { 1: 'https://slow.example', 2: 'https://quick.example' }
  freshBrowser(Object.values(origins).map((origin) => `${origin}/*`))
  let front: 1 | 2 = 1
  let slow: ((forms: object[]) => void) | undefined
  const form = (feature: string) => ({ feature, request: {}, unread: [], of: 1 })
  const { tabs, scripting, runtime } = fakeBrowser as unknown as { [name: string]: object }
  Object.assign(tabs!, {
    query: async () => [{ id: front, url: `${origins[front]}/create`, active: true }],
    sendMessage: async (id: number) => (id === 2 ? [form('quick')] : new Promise((resolve) => (slow = resolve))),
  })
  Object.assign(scripting!, {
    executeScript: async ({ target: { tabId } }: { target: { tabId: 1 | 2 } }) => [
      { frameId: 0, result: origins[tabId] },
    ],
  })
  Object.assign(runtime!, { sendMessage: async () => undefined })
  const popup = createPopup(english)
  const first = popup.read()
  await expect.poll(() => slow).toBeDefined()
  front = 2
  await popup.read()
  slow!([form('slow')])
  await first
  expect(popup.at.value?.origin).toBe(origins[2])
  expect(popup.forms.value?.map(({ feature }) => feature)).toEqual(['quick'])
})
