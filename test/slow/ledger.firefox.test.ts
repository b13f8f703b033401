import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFirefox } from '../e2e/browsers'
import { entriesIn } from '../e2e/entries'
import { pressGenerate, watchPresses } from '../e2e/press'
import { readyChip, signIn, takeSeat, until, type Seat } from '../e2e/seat'

// What `test/e2e/ledger.test.ts` holds in Chromium, as far as Firefox is another browser for it: messages, storage and the history page.

describe.skipIf(!findFirefox())('the ledger, in Firefox', () => {
  let seat: Seat
  beforeAll(async () => {
    seat = await takeSeat('firefox')
  })
  afterAll(() => seat?.close())

  test.each([
    ['done', /as said/],
    ['failed', /refunded/],
  ] as const)('a run that is %s is in the history as it was charged', async (ending, said) => {
    await signIn(seat, 'aiko', '/create/image')
    await readyChip(seat)
    seat.studio.store.endNext(ending)
    const answered = watchPresses(seat)
    await pressGenerate(seat)
    expect(await answered()).toHaveProperty('charged')
    seat.studio.store.finish()
    const page = await seat.opened.openOwn('/history.html')
    await until(
      () => page.$$eval('.all .line', (lines) => lines.map((line) => (line as HTMLElement).innerText)),
      (lines) => lines.some((line) => said.test(line)),
      String(said),
    )
    await page.close()
    await seat.page.bringToFront()
  })

  test('every press is there once, with its charge', async () => {
    const page = await seat.opened.openOwn('/history.html')
    const entries = await entriesIn(page)
    const runs = (kind: string) => entries.filter((entry) => entry.kind === kind).map(({ run }) => run)
    expect(runs('press')).toHaveLength(2)
    expect(runs('charge').filter(Boolean).toSorted()).toEqual(runs('press').toSorted())
    await page.close()
  })
})
