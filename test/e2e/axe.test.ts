import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { all, text, type ShadowNode } from './closed'
import { click } from './opened'
import { chip, readyChip, signIn, takeSeat, until, type Seat } from './seat'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let seat: Seat
let compare: Page
beforeAll(async () => {
  seat = await takeSeat('chromium')
})
afterAll(() => seat?.close())

type Violation = { id: string; nodes: { html: string; failureSummary: string }[] }

/** What axe finds on a page as it stands, light and dark: the rule and the first element that breaks it. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axe, 'utf8'))
  const found: string[] = []
  for (const value of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
    // Colours that are on their way would be judged half way.
    await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))))
    const result = await page.evaluate(() =>
      (window as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }).axe.run(),
    )
    for (const { id, nodes } of result.violations)
      found.push(`${value}: ${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`)
  }
  return found
}

/** Opens one of our pages, brings it into a state, and has it judged there. */
async function judged(path: string, ready: string, bring?: (page: Page) => Promise<unknown>): Promise<string[]> {
  const page = await seat.opened.openOwn(path)
  await page.waitForSelector(ready)
  await bring?.(page)
  return violations(page).finally(() => page.close())
}
const unfold = (page: Page) => page.$$eval('details', (all) => all.forEach((one) => one.setAttribute('open', '')))

test.each([
  ['the greeting', '/welcome.html', 'h1'],
  ['an empty popup', '/popup.html', 'main'],
  ['an empty side panel', '/sidepanel.html', 'main'],
  ['an empty history', '/history.html', '.empty'],
  ['an empty plan', '/plan.html', 'main'],
  ['the settings', '/options.html', 'main'],
])('%s breaks no rule', async (_name, path, ready) => {
  expect(await judged(path, ready, unfold)).toEqual([])
})

test.each(['hand', 'key'])('the form that adds an account by %s breaks no rule', async (way) => {
  const press = async (page: Page) => {
    const add = await page.waitForSelector('::-p-xpath(//button[normalize-space(.)="Add an account"])')
    await add!.click()
    const radio = await page.waitForSelector(`input[name=way][value=${way}]`)
    await radio!.click()
  }
  expect(await judged('/options.html', 'main', press)).toEqual([])
})

test('with accounts, a plan and a history no page breaks a rule', async () => {
  await fill()
  expect(await judged('/popup.html', 'main', unfold)).toEqual([])
  expect(await judged('/sidepanel.html', 'main', unfold)).toEqual([])
  expect(await judged('/options.html', 'main', unfold)).toEqual([])
  expect(await judged('/plan.html', 'li[data-task]', unfold)).toEqual([])
  expect(await judged('/history.html', '.line', unfold)).toEqual([])
  expect(await violations(compare)).toEqual([])
})

/** A member looks at a price, asks what else it would come to elsewhere, and plans it; some runs lie behind him. */
async function fill(): Promise<void> {
  const { opened, page } = seat
  await page.bringToFront()
  await signIn(seat, 'mateo', '/create/video')
  await readyChip(seat)
  await click(opened, page, (await chip(seat))!.node)
  await press('Details')
  await press('Add to plan')
  await press('Add to plan')
  await press('Plan: 2 tasks', '/plan.html').then((plan) => plan!.close())
  await page.bringToFront()
  compare = (await press('Compare with other vendors', '/compare.html'))!
  await until(
    async () => text(await opened.tree(compare)),
    (said) => said.includes('Not compared'),
    'the comparison',
  )
  const own = await opened.openOwn('/history.html')
  await own.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('forecost-ledger')
        opening.addEventListener('success', () => {
          const tx = opening.result.transaction('entries', 'readwrite')
          const common = { provider: 'axe', account: 'a', kind: 'charge', currency: 'credits', from: 'history' }
          for (let i = 0; i < 40; i++)
            tx.objectStore('entries').put({ ...common, id: `c${i}`, at: Date.now() - i * 7_000_000, amount: `${i}.5` })
          tx.addEventListener('complete', () => (opening.result.close(), resolve()))
          tx.addEventListener('error', () => reject(tx.error))
        })
      }),
  )
  await own.close()
}

/** Presses what the overlay calls so, once it is there; gives the page of ours that opens at it. */
async function press(label: string, opens?: string): Promise<Page | undefined> {
  const { opened, page } = seat
  const is = (node: ShadowNode) => ['button', 'summary'].includes(node.name) && text(node) === label
  const node = await until(
    async () => all(await opened.tree(page, 'forecost-overlay'), is).at(-1),
    (found) => found !== undefined,
    label,
  )
  const target = opens && opened.browser.waitForTarget((one) => one.url().includes(opens), { timeout: 120_000 })
  await click(opened, page, node!)
  return target ? ((await (await target).page()) ?? undefined) : undefined
}
