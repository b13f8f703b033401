import type { ElementHandle, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium } from '../e2e/chromium'
import { answer, asked, gone, question, setGuard } from '../e2e/guard'
import { inject } from '../e2e/inject'
import type { Opened } from '../e2e/opened'
import { chip, until } from '../e2e/seat'
import { buildSite, sites } from '../gallery/harness/build'
import { serve } from '../gallery/harness/serve'
import { vendor } from '../gallery/harness/vendor'

// In every library: a press of the user runs the site's own handlers exactly once, or not at all while the guard asks.

let opened: Opened
const figures: string[] = []

beforeAll(async () => {
  opened = await openChromium()
  await opened.grant('http://127.0.0.1/*')
  await setGuard(opened, { stops: true })
})
afterAll(async () => {
  await opened?.close()
  console.log(figures.join('\n'))
})

const ways = ['the pointer', 'Enter', 'Space'] as const

test.each(await sites())('%s: each press runs the handlers of the page once, or not at all', async (site) => {
  const { url, close } = await serve(await buildSite(site), vendor('10'))
  const page = await opened.browser.newPage()
  await page.setViewport({ width: 1000, height: 1100 })
  await page.goto(url, { waitUntil: 'networkidle0' })
  const usual = await usualOf(page)
  expect(usual.Enter, 'a press without us').toEqual({ pressed: 1, submitted: 1 })
  await inject(opened, 'http://127.0.0.1/*')
  await page.bringToFront()
  await until(
    () => chip({ opened, page }),
    (seen) => seen?.state === 'short',
    'a run that is too dear',
  )
  // Until the guard is there presses go through.
  await until(
    async () => {
      await press(page, 'the pointer')
      return refusedIfAsked(page)
    },
    (was) => was,
    'the guard',
  )
  for (const way of ways) {
    const before = await ran(page)
    await press(page, way)
    await asked(opened, page)
    expect(await ran(page), `${way}, asked`).toEqual(before)
    await answer(opened, page, 'Do not run')
    expect(await ran(page), `${way}, refused`).toEqual(before)
    await press(page, way)
    await answer(opened, page, 'Allow once')
    expect(await ran(page), `${way}, allowed and not yet pressed`).toEqual(before)
    await press(page, way)
    expect(await ran(page), `${way}, allowed`).toEqual({
      pressed: before.pressed + usual[way].pressed,
      submitted: before.submitted + usual[way].submitted,
    })
    expect(await question(opened, page), `${way}, allowed`).toBeUndefined()
    figures.push(`${site}, ${way}: 0 while asked, ${usual[way].submitted} once allowed`)
  }
  await page.close()
  close()
})

/** What each way of pressing runs without us: one library calls its own handler twice for Space. */
async function usualOf(page: Page) {
  const usual: Partial<Record<(typeof ways)[number], Ran>> = {}
  for (const way of ways) {
    const before = await ran(page)
    await press(page, way)
    const after = await ran(page)
    usual[way] = { pressed: after.pressed - before.pressed, submitted: after.submitted - before.submitted }
  }
  return usual as Record<(typeof ways)[number], Ran>
}

type Ran = { pressed: number; submitted: number }

/** How often the handlers ran, after all that a press may set off. */
async function ran(page: Page): Promise<Ran> {
  await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 150)))
  return page.evaluate(() => ({ ...(globalThis as unknown as { galleryRan: Ran }).galleryRan }))
}

async function refusedIfAsked(page: Page): Promise<boolean> {
  await ran(page)
  if (!(await question(opened, page))) return false
  await page.keyboard.press('Escape')
  await gone(opened, page)
  return true
}

async function press(page: Page, way: (typeof ways)[number]): Promise<void> {
  const found = await page.evaluateHandle(() => {
    const all = [...document.querySelectorAll('#app button, #app wa-button')]
    return all.find((it) => it.textContent!.trim().startsWith('Generate') && !it.closest('[data-drive]')) as HTMLElement
  })
  const button = found.asElement() as ElementHandle<HTMLElement>
  await button.evaluate((it) => it.scrollIntoView({ block: 'center' }))
  if (way === 'the pointer') return button.click()
  await button.evaluate((it) => it.focus())
  await page.keyboard.press(way)
}
