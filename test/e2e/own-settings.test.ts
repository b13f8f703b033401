import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from './browsers'
import { overlays, readyChip, signIn, takeSeat, until, type Seat } from './seat'

// The user takes the permission back where the browser keeps it, not in one of our pages.

describe.skipIf(!findChromium())('a permission taken back in Chromium’s own settings', () => {
  let seat: Seat
  beforeAll(async () => {
    seat = await takeSeat('chromium')
  })
  afterAll(() => seat?.close())

  /** What the button beside a site does on the browser's page of the add-on. */
  async function removeSite(pattern: string): Promise<void> {
    const settings = await seat.opened.browser.newPage()
    const id = new URL(seat.opened.ownPage('/')).host
    await settings.goto(`chrome://extensions/?id=${id}`)
    await settings.evaluate(
      async (addOn, host) => {
        const { developerPrivate } = (globalThis as unknown as { chrome: any }).chrome
        await developerPrivate.removeHostPermission(addOn, host)
      },
      id,
      pattern,
    )
    await settings.close()
    await seat.page.bringToFront()
  }

  test('takes the chip away at once, and it does not come back with the page', async () => {
    await signIn(seat, 'aiko', '/create/video')
    await readyChip(seat)
    await removeSite('http://localhost/*')
    await until(
      () => overlays(seat),
      (count) => count === 0,
      'the chip to go',
    )
    await seat.page.reload()
    await seat.page.waitForSelector('form [data-rate-card-generate]')
    await seat.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    expect(await overlays(seat)).toBe(0)
  })

  test('leaves nothing kept about the site', async () => {
    const own = await seat.opened.openOwn('/options.html')
    const kept = () =>
      own.evaluate(async () => {
        const { storage } = (globalThis as unknown as { chrome: any }).chrome
        return Object.keys(await storage.local.get(null)).filter((key) => key.startsWith('site:'))
      })
    expect(await until(kept, (keys) => keys.length === 0, 'nothing kept')).toEqual([])
    await own.close()
  })
})
