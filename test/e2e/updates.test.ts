import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCard } from '../../core/rate-cards'
import { openChannel } from '../extension/channel/signer'
import { all, text, type ShadowNode } from './closed'
import { click } from './opened'
import { overlays, readyChip, signIn, takeSeat, until, type Seat } from './seat'

// Signed updates on the built add-on, against a channel on this computer: brought, rolled back, wrongly signed, switched off, mended.

let seat: Seat
let channel: Awaited<ReturnType<typeof openChannel>>
let options: Page

beforeAll(async () => {
  ;[seat, channel] = await Promise.all([takeSeat('chromium'), openChannel()])
  await signIn(seat, 'aiko', '/create/video')
  await readyChip(seat)
  options = await seat.opened.openOwn('/options.html')
})
afterAll(async () => {
  await seat?.close()
  await channel?.close()
})

const words = async () => text(await seat.opened.tree(options))
const says = (wanted: string) => until(words, (seen) => seen.includes(wanted), wanted)
async function press(label: string) {
  await options.bringToFront()
  const labelled = (node: ShadowNode) => node.name === 'button' && text(node) === label
  const find = async () => all(await seat.opened.tree(options), labelled)[0]
  const button = (await until(find, (node) => node !== undefined, label))!
  await options.evaluate(() => document.querySelector('#updates')!.scrollIntoView())
  await click(seat.opened, options, button)
}
const chips = (count: number) =>
  until(
    () => overlays(seat),
    (seen) => seen === count,
    `${count} chips`,
  )
const card = async (version: number) => {
  const runway = (await loadCard('runway'))!
  return JSON.stringify({ ...runway, version: runway.version + version })
}
const off = { studio: { disabled: true, match: ['http://localhost/*'] } }

test('updates are off until the user turns them on with an address and a key', async () => {
  await says('Updates are off')
  await press('Turn updates on')
  await says('must start with https://')
  expect(channel.asked).toEqual([])
})

test('turned on, they bring a newer card', async () => {
  await channel.publish({ serial: 4, cards: { runway: await card(1) } })
  await options.type('#channel-url', channel.url)
  await options.type('#channel-key', channel.publicKey)
  await press('Turn updates on')
  await says('release 4')
  await says('Brought by updates: Runway, version')
})

test('a roll-back is refused with the reason, and what was brought stays', async () => {
  await channel.publish({ serial: 3, cards: { runway: await card(9) } })
  await press('Check now')
  await says('the whole update: it is older than the one already taken')
  expect(await words()).toContain('release 4')
})

test('what another key signed is refused', async () => {
  await channel.publish({ serial: 9, cards: { runway: await card(9) }, states: off }, 'stranger')
  await press('Check now')
  await says('the whole update: it is not signed with your key')
  await chips(1)
})

test('a site is switched off while its page is open, and the popup says by what', async () => {
  await channel.publish({ serial: 5, states: off })
  await press('Check now')
  await says('release 5')
  await chips(0)
  await seat.page.bringToFront()
  const popup = await seat.opened.openOwn('/popup.html')
  await until(
    async () => text(await seat.opened.tree(popup)),
    (seen) => seen.includes('switched Forecost off for localhost'),
    'the reason',
  )
  await popup.close()
})

test('rolled back, the site stays off; mended by a newer release, it is back', async () => {
  await channel.publish({ serial: 4, cards: { runway: await card(1) } })
  await press('Check now')
  await says('the whole update: it is older')
  await seat.page.bringToFront()
  await seat.page.reload()
  await chips(0)
  await channel.publish({ serial: 6 })
  await press('Check now')
  await says('release 6')
  await seat.page.bringToFront()
  await seat.page.reload()
  await readyChip(seat)
})
