import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forms } from '../studio/app/forms/all'
import { startStudio, type Studio } from '../studio/server'
import { pressAround, signIn, type Pressed } from './agreement'
import { openChromium } from './chromium'
import { openFirefox } from './firefox'
import type { Opened } from './opened'

// What the chip says before the press is what the studio charges and leaves: every tool, in both browsers at once.

/** Who presses, and how often on each tool: 40 in all, 28 of them on another plan, with a cap, or with next to nothing left. */
const presses: [member: string, count: number][] = [
  ['aiko', 12],
  ['diego', 12],
  ['kwame', 7],
  ['noor', 5],
  ['lena', 4],
]
/** Tools without a setting have one combination, tried once for each member. */
const settled = new Set(['rig-3d', 'enhance-prompt'])

type Side = { studio: Studio; opened: Opened; page: Page }
let sides: Side[] = []
const pressed: Pressed[] = []

async function side(open: () => Promise<Opened>): Promise<Side> {
  const [studio, opened] = await Promise.all([startStudio({ seed: 3, failRate: 0 }), open()])
  await opened.grant('http://localhost/*')
  return { studio, opened, page: await opened.browser.newPage() }
}
beforeAll(async () => {
  sides = await Promise.all([openChromium, openFirefox].map(side))
})
afterAll(async () => {
  for (const { studio, opened } of sides) {
    await opened.close()
    await studio.close()
  }
})

async function allPresses({ studio, opened, page }: Side, tool: string): Promise<Pressed[]> {
  const found: Pressed[] = []
  for (const [member, count] of presses) {
    await signIn(page, studio, member)
    const times = settled.has(tool) ? 1 : count
    found.push(...(await pressAround(opened, page, studio, tool, member, times, seedOf(`${tool}/${member}`))))
  }
  return found
}

const seedOf = (text: string): number => [...text].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) >>> 0, 7)

describe('before the press and after it, in Chromium and in Firefox', () => {
  test.each(forms.map(({ feature }) => feature))('%s', { timeout: 600_000 }, async (tool) => {
    const found = await Promise.all(sides.map((one) => allPresses(one, tool)))
    pressed.push(...found.flat())
    expect(found.flat().filter(({ wrong }) => wrong)).toEqual([])
    for (const one of found) expect(one.length).toBeGreaterThanOrEqual(settled.has(tool) ? presses.length : 40)
  })

  test('a third and more were refused, or pressed under another plan or a cap', () => {
    const across = pressed.filter(({ refused, member }) => refused || member !== 'aiko')
    expect(across.length / pressed.length).toBeGreaterThan(1 / 3)
    expect(pressed.filter(({ refused }) => refused).length).toBeGreaterThan(80)
  })

  test('an error planted in what the studio charges is found', async () => {
    for (const { studio, opened, page } of sides) {
      studio.store.setDrift('text-to-video', 1.25)
      await signIn(page, studio, 'aiko')
      const found = await pressAround(opened, page, studio, 'text-to-video', 'aiko', 4, 99)
      expect(found.some(({ wrong }) => wrong)).toBe(true)
    }
  })
})
