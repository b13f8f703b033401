import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium } from '../e2e/chromium'
import type { Opened } from '../e2e/opened'

let opened: Opened
beforeAll(async () => {
  opened = await openChromium({ headless: true })
})
afterAll(() => opened?.close())

const CHARGES = 100_000

test('a history of 100,000 lines is made of a few elements, and its last line is a key away', async () => {
  const page = await opened.openOwn('/history.html')
  await page.waitForSelector('.empty')
  await page.evaluate(
    (count) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('forecost-ledger')
        opening.addEventListener('success', () => {
          const tx = opening.result.transaction('entries', 'readwrite')
          const common = { provider: 'bench', account: 'a', kind: 'charge', currency: 'credits', from: 'history' }
          for (let i = 0; i < count; i++)
            tx.objectStore('entries').put({ ...common, id: `c${i}`, at: 1_700_000_000_000 + i * 60_000, amount: '1.5' })
          tx.addEventListener('complete', () => (opening.result.close(), resolve()))
          tx.addEventListener('error', () => reject(tx.error))
        })
      }),
    CHARGES,
  )
  await page.reload()
  await page.waitForSelector('.all .line', { timeout: 120_000 })
  expect(await page.$eval('[role=grid]', (grid) => grid.getAttribute('aria-rowcount'))).toBe(String(CHARGES + 1))
  const rows = () => page.$$eval('.all .line', (lines) => lines.length)
  expect(await rows()).toBeLessThan(60)
  await page.focus('[role=grid]')
  await page.keyboard.press('End')
  await page.waitForSelector(`.line[aria-rowindex="${CHARGES + 1}"]`)
  expect(await rows()).toBeLessThan(60)
  expect(await page.$eval('.totals', (totals) => totals.textContent)).toContain('150,000 credits spent')
})
