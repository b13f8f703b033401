import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from '../e2e/browsers'
import { openChromium } from '../e2e/chromium'
import type { Opened } from '../e2e/opened'
import { until } from '../e2e/seat'

// Ten megabytes are all that an add-on may keep; every page of ours that reads them takes its time.

describe.skipIf(!findChromium())('full storage, in Chromium', () => {
  let opened: Opened
  let options: Page
  beforeAll(async () => {
    opened = await openChromium({ headless: true })
    options = await opened.openOwn('/options.html')
  })
  afterAll(() => opened?.close())

  const press = async (label: string) => {
    const button = await options.waitForSelector(`::-p-xpath(//button[normalize-space(.)="${label}"])`)
    await button!.click()
  }
  const byHand = async (balance: string) => {
    await press('Add an account')
    await (await options.waitForSelector('input[name=way][value=hand]'))!.click()
    await options.waitForSelector('select option[value="card:runway"]')
    await options.select('.add-account select', 'card:runway')
    await options.type('input[name=balance]', balance)
    await press('Add')
  }
  const says = (page: Page, wanted: string) =>
    until(
      () => page.evaluate(() => document.body.innerText),
      (words) => words.includes(wanted),
      wanted,
    )

  test('is said where something is added and in the popup, and what was kept stays', async () => {
    await byHand('1240')
    await says(options, '1,240 credits')
    await options.evaluate(async () => {
      const { local } = (globalThis as unknown as { chrome: any }).chrome.storage
      for (let size = 8_000_000, n = 0; size > 0; n++) {
        const kept = await local.set({ [`filler${n}`]: 'x'.repeat(size) }).then(
          () => true,
          () => false,
        )
        if (!kept) size = Math.floor(size / 2)
      }
    })
    await byHand('55')
    await says(options, 'Storage is full')
    const popup = await opened.openOwn('/popup.html')
    const words = await says(popup, 'Storage is full')
    expect(words).toContain('1,240 credits')
    expect(words).not.toContain('55 credits')
  })
})
