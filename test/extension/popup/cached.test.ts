import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { linked } from '../../../extension/linked'
import { site } from '../../../extension/site'
import { save } from '../../../extension/storage'
import { freshBrowser } from '../background/granted'
import { accountOf } from '../background/site-server'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const origin = 'https://tool.example'
const hour = 3_600_000

beforeEach(() => {
  freshBrowser([`${origin}/*`])
  const { runtime, tabs, permissions, storage, windows } = fakeBrowser as unknown as { [name: string]: object }
  Object.assign(runtime!, { sendMessage: vi.fn() })
  // The page in front is busy and never answers.
  Object.assign(tabs!, {
    query: async () => [{ id: 1, url: `${origin}/create`, active: true }],
    sendMessage: () => new Promise(() => undefined),
  })
  Object.assign(windows!, { getCurrent: () => new Promise(() => undefined) })
  Object.assign(permissions!, { onAdded: { addListener() {} } })
  Object.assign(storage!, { managed: { get: async () => ({}) } })
})

test('what is kept is on the screen before anything is asked, and stays there when nothing answers', async () => {
  await save(site(origin), { accounts: [accountOf({ readAt: Date.now() - hour }) as never], current: 'ann' })
  await save(linked('m'), {
    kind: 'key',
    provider: 'meshy',
    tool: 'Meshy',
    addedAt: 1,
    problem: { code: 'offline', at: Date.now() },
    account: {
      provider: 'meshy',
      id: 'm',
      currency: 'credits',
      balance: '1240',
      readAt: Date.now() - 2 * hour,
      from: 'connector',
    },
  })
  const order: string[] = []
  const asked = vi.mocked(fakeBrowser.runtime.sendMessage)
  asked.mockImplementation((message: unknown) => {
    order.push(`${(message as { kind: string }).kind} while the screen says ${document.body.textContent}`)
    return new Promise(() => undefined)
  })
  await import('../../../extension/entrypoints/popup/main')
  await expect.poll(() => order.length).toBeGreaterThan(0)
  expect(order[0]).toMatch(/^refresh while .*400 credits.*Meshy.*1,240 credits/)
  expect(document.body.textContent).toMatch(/Balance read 2 hr ago, not refreshed: no network/)
  expect(document.body.textContent).toContain('Refreshing')
})
