import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from './browsers'
import { text } from './closed'
import { readyChip, signIn, takeSeat, until, type Seat } from './seat'

const root = fileURLToPath(new URL('../../', import.meta.url))
const settings = ['model=lumen', 'quality=standard', 'shape=square', 'variants=1', 'speed=standard']

/** What the command line prints first for the request that the studio's picture tool starts with. */
function commandLine(): string {
  const asked = ['quote', 'test/studio/rate-card.json', 'text-to-image', ...settings, 'plan=team']
  const said = execFileSync('npx', ['tsx', 'core/cli/main.ts', ...asked], { cwd: root, encoding: 'utf8' })
  return said.split('\n')[0]!
}

describe.skipIf(!findChromium())('one request', () => {
  let seat: Seat
  beforeAll(async () => {
    seat = await takeSeat('chromium')
  })
  afterAll(() => seat?.close())

  test('is the same string in overlay, popup, widget and command line', async () => {
    await signIn(seat, 'aiko', '/create/image')
    const chip = (await readyChip(seat)).text
    const total = chip.split(' · ')[0]!

    const popup = await seat.opened.openOwn('/popup.html')
    await until(
      async () => text(await seat.opened.tree(popup)),
      (words) => words.includes(chip),
      chip,
    )
    await popup.close()

    await seat.page.goto(`${seat.studio.url}/help/credits`)
    const widget = await until(
      async () => text(await seat.opened.tree(seat.page, 'forecost-price')),
      (words) => words !== '',
      'the widget',
    )
    expect(widget).toContain(total)
    expect(commandLine()).toContain(total)
  })
})
