import { afterAll, beforeAll, expect, test } from 'vitest'
import { all, first, has, tag, text } from './closed'
import { click } from './opened'
import { partIn } from './own-world'
import { chip, overlays, panelText, readyChip, signIn, takeSeat, until, type Seat } from './seat'

// What the user may do about the chip itself: move it, hear it, put it away. The page stays as it is, and keeps its focus.

let seat: Seat
beforeAll(async () => {
  seat = await takeSeat('chromium')
  await signIn(seat, 'aiko', '/create/video')
  await readyChip(seat)
})
afterAll(() => seat?.close())

const box = async () => (await seat.opened.box(seat.page, (await chip(seat))!.node))!
const stands = (wanted: (at: { x: number; y: number }) => boolean, what: string) => until(box, wanted, what)
const atTop = ({ y }: { y: number }) => y < 60
const atLeft = ({ x }: { x: number }) => x < 60
const atEnd = ({ x }: { x: number }) => x > 640
const drag = async (x: number, y: number) => {
  const from = await box()
  await seat.page.mouse.move(from.x + 20, from.y + 10)
  // The part that moves it comes once the chip is approached, and a moment later the overlay has it.
  await partIn(seat.page, 'panel')
  await seat.page.evaluate(() => new Promise((done) => setTimeout(done, 400)))
  await seat.page.mouse.down()
  await seat.page.mouse.move(from.x + 60, from.y + 40, { steps: 3 })
  await seat.page.mouse.move(x, y, { steps: 5 })
  await seat.page.mouse.up()
}
async function way(words: string) {
  if (!first(await seat.opened.tree(seat.page, 'forecost-overlay'), has('part', 'panel')))
    await click(seat.opened, seat.page, (await chip(seat))!.node)
  const found = () =>
    seat.opened
      .tree(seat.page, 'forecost-overlay')
      .then((tree) => all(tree, ({ name }) => ['button', 'summary'].includes(name)).find((it) => text(it) === words))
  await click(seat.opened, seat.page, (await until(found, (it) => it !== undefined, words))!)
}
const shift = () => seat.page.evaluate('moved')

test('the chip is dragged to a corner, stays there when the page is opened again, and goes back to its button', async () => {
  await seat.page.evaluate(`moved = 0; new PerformanceObserver((list) =>
    list.getEntries().forEach((it) => (moved += it.value))).observe({ type: 'layout-shift' })`)
  await seat.page.focus('form textarea')
  const home = await box()
  await drag(30, 30)
  await stands((at) => atTop(at) && atLeft(at), 'the top left')
  // Dragging opened nothing, took no focus and moved nothing of the page.
  expect((await chip(seat))!.node.attributes['aria-expanded']).toBe('false')
  expect(await seat.page.evaluate(() => document.activeElement!.localName)).toBe('textarea')
  expect(await shift()).toBe(0)
  await seat.page.reload()
  await readyChip(seat)
  await stands((at) => atTop(at) && atLeft(at), 'the top left again')
  const button = (await seat.page.$('form [data-rate-card-generate]'))!
  const { x, y } = (await button.boundingBox())!
  await drag(x + 20, y - 20)
  await stands((at) => Math.abs(at.x - home.x) < 40 && Math.abs(at.y - home.y) < 40, 'its button')
})

test('the keyboard moves it too: from corner to corner, and back', async () => {
  const home = await box()
  await way('Move to another corner')
  await stands((at) => !atTop(at) && atEnd(at), 'the bottom right')
  for (const wanted of [atLeft, atTop, atEnd]) {
    await seat.page.keyboard.press('Enter')
    await stands(wanted, 'the next corner')
  }
  await seat.page.keyboard.press('Enter')
  await stands((at) => Math.abs(at.y - home.y) < 40, 'its button')
  await seat.page.keyboard.press('Escape')
})

test('the shortcut says what the chip says, in the same words, and leaves the focus where it is', async () => {
  await seat.page.bringToFront()
  await seat.page.focus('form textarea')
  const words = (await readyChip(seat)).text
  expect(words).toMatch(/credits.*left/)
  const said = async () => text(first(await seat.opened.tree(seat.page, 'forecost-overlay'), has('role', 'status'))!)
  expect(await said()).toBe('')
  seat.opened.keys!('alt+shift+y')
  await until(said, (it) => it === words, words)
  expect(await seat.page.evaluate(() => document.activeElement!.localName)).toBe('textarea')
})

test('it is put away for now; and for the whole site, until it is switched on again', async () => {
  await way('Hide for now')
  await until(
    () => overlays(seat),
    (n) => n === 0,
    'no chip',
  )
  await seat.page.reload()
  await readyChip(seat)
  await way('Switch off for this site')
  await until(
    () => panelText(seat),
    (words) => words.includes('To switch it on again, press the Forecost icon in the toolbar, then “Switch on”.'),
    'the way back',
  )
  expect(await overlays(seat)).toBe(1)
  await way('Switch off')
  await until(
    () => overlays(seat),
    (n) => n === 0,
    'no chip',
  )
  await seat.page.reload()
  await seat.page.evaluate(() => new Promise((done) => setTimeout(done, 500)))
  expect(await overlays(seat)).toBe(0)
  const popup = await seat.opened.openOwn('/popup.html')
  const button = (words: string) =>
    until(
      () => seat.opened.tree(popup).then((tree) => all(tree, tag('button')).find((it) => text(it) === words)),
      (it) => it !== undefined,
      words,
    )
  await click(seat.opened, popup, (await button('Switch on'))!)
  await button('Switch off')
  await popup.close()
  await seat.page.bringToFront()
  await seat.page.reload()
  await readyChip(seat)
})
