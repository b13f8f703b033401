import type { Page } from 'puppeteer-core'
import { findChromium } from '../e2e/browsers'
import { openChromium } from '../e2e/chromium'
import type { Opened } from '../e2e/opened'
import type { Figure } from './estimate'
import { median } from './median'

const ACCOUNTS = 10
const OPENINGS = 15

/**
 * From opening the popup to the first painted frame with what is left of ten accounts, from what is kept: with the background awake, and
 * with the background ended; and beside it what the browser takes for a page of ours without a script. Nothing where there is no
 * browser to try.
 */
export async function benchPopup(): Promise<Figure[]> {
  if (!findChromium()) return []
  const opened = await openChromium({ headless: true })
  try {
    await keepAccounts(opened)
    const rest = async () => undefined
    const bare = await openings(opened, '/policy.schema.json', 'body', rest)
    const awake = await openings(opened, '/popup.html', '.account-balance', rest)
    const asleep = await openings(opened, '/popup.html', '.account-balance', () => endBackground(opened))
    return [
      { what: 'a page of ours without a script, median', value: `${median(bare).toFixed(0)} ms` },
      figure('the background awake', awake),
      figure('the background ended', asleep),
    ]
  } finally {
    await opened.close()
  }
}

function figure(how: string, each: number[]): Figure {
  const ms = median(each)
  const value = `${ms.toFixed(0)} ms, at most ${each.at(-1)!.toFixed(0)} ms`
  return { what: `popup to the first painted balance, ${how}, median`, value, budget: '100 ms', ok: ms <= 100 }
}

/** Accounts by hand: they are asked of nobody, so that only what is kept is painted. */
async function keepAccounts(opened: Opened): Promise<void> {
  const page = await opened.openOwn('/manifest.json')
  await page.evaluate(async (count) => {
    const kept: Record<string, object> = {}
    for (let i = 0; i < count; i++) {
      const account = {
        provider: 'runway',
        id: `a${i}`,
        currency: 'credits',
        balance: '400',
        readAt: Date.now(),
        from: 'hand',
      }
      const link = { kind: 'hand', provider: 'runway', tool: `Runway ${i}`, addedAt: i, account }
      kept[`linked:${i}`] = { v: 1, json: JSON.stringify(link) }
    }
    const { chrome } = globalThis as unknown as { chrome: { storage: { local: { set(all: object): Promise<void> } } } }
    await chrome.storage.local.set(kept)
  }, ACCOUNTS)
  await page.close()
}

/** Milliseconds of each opening, the shortest first; the first opening is not counted. */
async function openings(
  opened: Opened,
  path: string,
  wanted: string,
  before: () => Promise<unknown>,
): Promise<number[]> {
  const each: number[] = []
  for (let at = 0; at <= OPENINGS; at++) {
    await before()
    const page = await opened.browser.newPage()
    await page.evaluateOnNewDocument(watch(wanted))
    await page.goto(opened.ownPage(path))
    const ms = await painted(page)
    await page.close()
    if (at > 0) each.push(ms)
  }
  return each.toSorted((a, b) => a - b)
}

const painted = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted)

// As text: it runs in the page, where the runner's own wrappings do not exist. A message sent in a frame arrives when that is painted.
const watch = (wanted: string) => `globalThis.painted = new Promise((resolve) => {
  const seen = new MutationObserver(look)
  function look() {
    if (!document.querySelector('${wanted}')) return
    seen.disconnect()
    const after = new MessageChannel()
    after.port1.onmessage = () => resolve(performance.now())
    requestAnimationFrame(() => after.port2.postMessage(0))
  }
  seen.observe(document, { childList: true, subtree: true })
})`

async function endBackground({ browser }: Opened): Promise<void> {
  const target = browser.targets().find((one) => one.type() === 'service_worker')
  const worker = await target?.worker()
  await worker?.close().catch(() => undefined)
}
