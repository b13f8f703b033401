import { afterAll, beforeAll, expect, test } from 'vitest'
import { click } from './opened'
import { partIn } from './own-world'
import { chip, panelText, readyChip, setControls, signIn, takeSeat, until, type Seat } from './seat'

// The studio can show a price of its own on its button: right, too high, or never moving.

let seat: Seat
beforeAll(async () => {
  seat = await takeSeat('chromium')
})
afterAll(() => seat?.close())

const differs = 'the page says otherwise'
const seen = (wanted: (text: string) => boolean, what: string) =>
  until(
    () => chip(seat),
    (it) => it !== undefined && wanted(it.text),
    what,
  )
async function panel() {
  await click(seat.opened, seat.page, (await chip(seat))!.node)
  return until(
    () => panelText(seat),
    (words) => words.includes('rate card'),
    'the panel',
  )
}

test('a page that says the same is agreed with silently', async () => {
  await signIn(seat, 'aiko', '/create/video?quote=on')
  await readyChip(seat)
  await seat.page.waitForSelector('form .quote')
  const now = await seen((text) => !text.includes(differs), 'agreement')
  expect(now!.text).toMatch(/credits/)
})

test('a page that says more is shown beside the card, with both dates', async () => {
  await signIn(seat, 'aiko', '/create/video?quote=wrong')
  await readyChip(seat)
  await seen((text) => text.includes(differs), 'the difference')
  expect(await panel()).toMatch(
    /This page says [\d.,]+ credits today .* The rate card of .* comes to [\d.,]+ credits\./,
  )
})

test('a price that does not move with the settings is called out', async () => {
  await signIn(seat, 'aiko', '/create/video?quote=stuck')
  await readyChip(seat)
  await seat.page.waitForSelector('form .quote')
  await seen((text) => !text.includes(differs), 'agreement at first')
  await partIn(seat.page, 'quote')
  // It reads what a frame shows in the next one.
  await seat.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  await setControls(seat, [{ name: 'resolution', kind: 'segments', value: '1080p' }])
  await seen((text) => text.includes(differs), 'the difference')
  expect(await panel()).toContain('does not follow them')
})
