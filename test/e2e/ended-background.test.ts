import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from './browsers'
import { text } from './closed'
import { disagreement } from './agreement'
import { pressGenerate, watchPresses } from './press'
import { chip, isFresh, readyChip, signIn, takeSeat, until, type Seat } from './seat'

// The browser may end the background whenever it likes. Here that happens at the worst moments.

describe.skipIf(!findChromium())('a background that is ended', () => {
  let seat: Seat
  let ended = 0
  beforeAll(async () => {
    seat = await takeSeat('chromium')
  })
  afterAll(() => seat?.close())

  /** Ends the background as the browser does, and sees that it is gone. */
  async function end() {
    const workers = () => seat.opened.browser.targets().filter((one) => one.type() === 'service_worker')
    const [target] = workers()
    if (!target) return
    await until(
      async () => {
        await (await target.worker())?.close().catch(() => undefined)
        return workers().includes(target)
      },
      (there) => !there,
      'the background to end',
    )
    ended++
  }

  test('while a page waits for the account answers it all the same, once the page asks again', async () => {
    await signIn(seat, 'aiko', '/create/video')
    const before = await readyChip(seat)
    seat.studio.store.setAccountMode('slow', 1000)
    await seat.page.reload()
    await seat.page.waitForSelector('form [data-rate-card-generate]')
    await end()
    seat.studio.store.setAccountMode('ok')
    expect((await readyChip(seat)).text).toBe(before.text)
    expect(ended).toBe(1)
  })

  test('before a press is woken by it, and follows what is taken', async () => {
    await signIn(seat, 'aiko', '/create/video')
    const said = await readyChip(seat)
    const answered = watchPresses(seat)
    await end()
    await pressGenerate(seat)
    expect(disagreement(said, await answered())).toBeUndefined()
    seat.studio.store.finish()
    await until(
      () => chip(seat),
      (now) => isFresh(now) && now.text !== said.text,
      'the new balance',
    )
  })

  test('right after a press leaves nothing wrong on the chip', async () => {
    await signIn(seat, 'aiko', '/create/video')
    const said = await readyChip(seat)
    const answered = watchPresses(seat)
    await pressGenerate(seat)
    const did = await answered()
    await end()
    expect(disagreement(said, did)).toBeUndefined()
    seat.studio.store.finish()
    const next = await until(
      () => chip(seat),
      (now) => isFresh(now) && now.text !== said.text,
      'the new balance',
    )
    const again = watchPresses(seat)
    await pressGenerate(seat)
    expect(disagreement(next!, await again())).toBeUndefined()
  })

  test('is not needed for the popup to show what was known', async () => {
    await signIn(seat, 'aiko', '/create/video')
    const said = await readyChip(seat)
    await end()
    const popup = await seat.opened.openOwn('/popup.html')
    await until(
      async () => text(await seat.opened.tree(popup)),
      (words) => words.includes(said.text),
      said.text,
    )
    await popup.close()
    await seat.page.bringToFront()
  })
})
