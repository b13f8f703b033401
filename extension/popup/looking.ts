import { signal } from '@preact/signals'
import { browser } from '../browser'
import { Detection } from '../messages'

/** Looking at a page on which nothing is read, once for each time the popup is opened there, and the user's choice of what it sells. */
export function createLooking(read: () => Promise<number>) {
  const found = signal<Detection | undefined>(undefined)
  const state = signal<'idle' | 'looking' | 'done'>('idle')
  let at: number | undefined

  async function look(tabId: number) {
    if (state.peek() !== 'idle' && at === tabId) return
    at = tabId
    await ask({ kind: 'detect', tabId })
  }
  async function choose(tabId: number, provider: string, feature: string) {
    const { origin, path } = found.peek()!
    await ask({ kind: 'choose', tabId, origin, path, provider, feature })
  }
  async function ask(message: object) {
    state.value = 'looking'
    const reply = await browser.runtime.sendMessage(message).catch(() => undefined)
    const parsed = Detection.safeParse(reply)
    found.value = parsed.data
    state.value = 'done'
    // The page draws in its own time; a page behind others does not draw at all.
    for (const delay of parsed.data?.bound ? [0, 300, 1000] : []) {
      await new Promise((done) => setTimeout(done, delay))
      if ((await read()) > 0) return
    }
  }
  /** The picker is the page's: the popup would lie over it. */
  async function point(tabId: number) {
    await browser.runtime.sendMessage({ kind: 'point', tabId }).catch(() => undefined)
    window.close()
  }
  return { found, state, look, choose, point }
}
