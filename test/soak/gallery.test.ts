import { mkdir } from 'node:fs/promises'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isolatedWorld, probeScript } from '../detect/isolated'
import { findChromium } from '../e2e/browsers'
import { card, truthOf } from '../gallery/card'
import { buildSite, sites } from '../gallery/harness/build'
import { drive, type Setting } from '../gallery/harness/drive'
import { serve } from '../gallery/harness/serve'
import { durations, models, ratios, resolutions } from '../gallery/harness/settings'

// Every site is driven as a user would, by mouse and keyboard; the test alone sees the site's own state.

type Truth = Record<string, string | number | boolean>
type Found = {
  request: Record<string, unknown>
  buttons: string[]
  status: string
  total?: { low: string; high: string }
}

const steps: [Setting, string[]][] = [
  ['model', models.map((m) => m.label)],
  ['resolution', resolutions.map((r) => r.label)],
  ['duration', durations],
  ['audio', ['on', 'off', 'on']],
  ['variants', ['1', '3', '4']],
  ['ratio', ratios.toReversed()],
  ['prompt', ['A fox', ' in snow']],
]

let browser: Browser
let script: string
const figures: string[] = []
let right = 0
let wrong = 0
let unread = 0

beforeAll(async () => {
  browser = await puppeteer.launch({ executablePath: findChromium()!, args: ['--no-sandbox'] })
  script = await probeScript()
})
afterAll(async () => {
  await browser?.close()
  console.log(figures.join('\n'))
})

test.each(await sites())('%s: no setting is read wrong, and nearly all are read', async (site) => {
  const { url, close } = await serve(await buildSite(site))
  const page = await browser.newPage()
  await page.setViewport({ width: 1000, height: 1100 })
  await page.goto(url, { waitUntil: 'networkidle0' })
  const before = { right, wrong, unread }
  const world = await isolatedWorld(page, script)
  const look = () => world.run<Found[]>(`forecostProbe.forms(${JSON.stringify(card)}, 'film')`)
  await compare(page, look, site)
  for (const [setting, values] of steps) {
    for (const value of values) {
      await drive(page, setting, value)
      await compare(page, look, `${site}, ${setting} ${value}`)
    }
  }
  await mkdir('test-results/gallery', { recursive: true })
  await page.screenshot({ path: `test-results/gallery/${site}.png` })
  figures.push(
    `${site}: ${right - before.right} right, ${unread - before.unread} unread, ${wrong - before.wrong} wrong`,
  )
  expect(wrong - before.wrong).toBe(0)
  expect(right - before.right).toBeGreaterThanOrEqual(0.8 * (right - before.right + unread - before.unread))
  await page.close()
  close()
})

test('at least 95 % of all settings are read right, and none wrong', () => {
  console.log(`gallery: ${right} right, ${unread} unread, ${wrong} wrong`)
  expect(wrong).toBe(0)
  expect(right / (right + unread)).toBeGreaterThanOrEqual(0.95)
})

async function compare(page: Page, look: () => Promise<Found[]>, where: string) {
  const truth = expected(
    await page.evaluate(() => ({ ...(window as unknown as { galleryTruth: Truth }).galleryTruth })),
  )
  const found = await look()
  expect(found.length, `one form: ${where}`).toBe(1)
  const { request, status } = found[0]!
  for (const [name, value] of Object.entries(truth)) {
    if (request[name] === undefined) {
      unread++
      figures.push(`  unread: ${where}: ${name}`)
    } else if (String(request[name]) === value) right++
    else {
      wrong++
      expect.soft(String(request[name]), `${where}: ${name}`).toBe(value)
    }
  }
  if (Object.keys(truth).every((name) => request[name] !== undefined)) expect(status, where).toBe('exact')
}

/** The site's state in the card's words. */
function expected({ model, resolution, duration, audio, variants, ratio, prompt }: Truth): Record<string, string> {
  return {
    model: truthOf.model[String(model)]!,
    resolution: truthOf.resolution[String(resolution)]!,
    duration: String(duration),
    audio: String(audio),
    variants: String(variants),
    ratio: String(ratio),
    characters: String(String(prompt).length),
  }
}
