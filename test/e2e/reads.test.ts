import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from './browsers'
import { pressGenerate, watchPresses } from './press'
import { readyChip, signIn, takeSeat, until, type Seat } from './seat'

// What the user writes is nowhere: not in a message, not in storage, not in the list of what is read. Counted over all there is.

const secret = 'zebra-marmalade-7319'

describe.skipIf(!findChromium())('what is read, in Chromium', () => {
  let seat: Seat
  beforeAll(async () => {
    seat = await takeSeat('chromium')
  })
  afterAll(() => seat?.close())

  test('is listed with its control and locator, and the prompt is in no message, store or list', async () => {
    const { opened, page } = seat
    const listener = await opened.openOwn('/options.html')
    await listener.evaluate(() => {
      const { runtime } = (globalThis as unknown as { chrome: any }).chrome
      const heard: string[] = []
      Object.assign(globalThis, { heard })
      runtime.onMessage.addListener((message: unknown) => void heard.push(JSON.stringify(message)))
    })
    await page.bringToFront()
    await signIn(seat, 'aiko', '/create/video')
    await readyChip(seat)
    await page.type('form textarea', `A film of a ${secret} by the sea`)
    const outcome = watchPresses(seat)
    await pressGenerate(seat)
    await outcome()
    await until(
      () => listener.evaluate(() => (globalThis as unknown as { heard: string[] }).heard),
      (heard) => heard.some((message) => message.includes('"pressed"')),
      'the press to be told',
    )

    const popup = await opened.openOwn('/popup.html')
    await (await popup.waitForSelector('details.reads summary'))!.click()
    const listed = await until(
      () => popup.$eval('details.reads', (list) => (list as HTMLElement).innerText),
      (text) => text.includes('duration'),
      'the list of what is read',
    )
    expect(listed).toContain('data-rate-card-dimension')
    expect(listed).toMatch(/What you write there is never read/)

    const told = await listener.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)
    const stored = await popup.evaluate(async () => {
      const { storage } = (globalThis as unknown as { chrome: any }).chrome
      const found = [JSON.stringify(await storage.local.get(null)), JSON.stringify(await storage.session.get(null))]
      for (const { name } of await indexedDB.databases()) {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const asked = indexedDB.open(name!)
          asked.addEventListener('success', () => resolve(asked.result))
          asked.addEventListener('error', () => reject(asked.error))
        })
        for (const store of db.objectStoreNames) {
          const all = await new Promise<unknown[]>((resolve, reject) => {
            const asked = db.transaction(store).objectStore(store).getAll()
            asked.addEventListener('success', () => resolve(asked.result))
            asked.addEventListener('error', () => reject(asked.error))
          })
          found.push(...all.map((value) => JSON.stringify(value)))
        }
        db.close()
      }
      return found
    })
    const shown = await popup.evaluate(() => document.documentElement.outerHTML)
    expect(told.length).toBeGreaterThan(3)
    expect(stored.length).toBeGreaterThan(3)
    expect(stored.some((text) => text.includes('"press"'))).toBe(true)
    const everything = [...told, ...stored, shown, listed]
    expect(everything.filter((text) => text.includes(secret) || text.includes('marmalade'))).toEqual([])
  })
})
