import { mkdir } from 'node:fs/promises'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isolatedWorld, probeScript } from '../detect/isolated'
import { findChromium } from '../e2e/browsers'
import { until } from '../e2e/seat'
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

/** Where a person finds each setting, by its name on the card. */
const boxes = Object.fromEntries(
  steps.map(([setting]) => [setting === 'prompt' ? 'characters' : setting, `[data-drive="${setting}"]`]),
)

let browser: Browser
let script: string
const figures: string[] = []

beforeAll(async () => {
  browser = await puppeteer.launch({ executablePath: findChromium()!, args: ['--no-sandbox'] })
  script = await probeScript()
})
afterAll(async () => {
  await browser?.close()
  console.log(figures.join('\n'))
})

test.each(await sites())(
  '%s: detection reads at least 95 % and none wrong, and all that is pointed at',
  async (site) => {
    const { url, close } = await serve(await buildSite(site))
    const page = await browser.newPage()
    await page.setViewport({ width: 1000, height: 1100 })
    await page.goto(url, { waitUntil: 'networkidle0' })
    const world = await isolatedWorld(page, script)
    await world.run(`forecostProbe.point(${JSON.stringify(card)}, 'film', ${JSON.stringify(boxes)})`)
    const detected = () => world.run<Found[]>(`forecostProbe.forms(${JSON.stringify(card)}, 'film')`)
    const pointed = () => world.run<Found[]>('forecostProbe.pointed()')
    const alone = { right: 0, unread: 0 }
    const withPicker = { right: 0, unread: 0 }
    const look = async (where: string) => {
      const truth = await truthIn(page)
      compare(truth, await detected(), alone, `${where}, detected`)
      // A list that is closing may hide a control for a moment.
      const settled = await until(pointed, ([form]) => form?.status === 'exact', `all settings: ${where}`)
      compare(truth, settled, withPicker, `${where}, pointed at`)
    }
    await look(site)
    for (const [setting, values] of steps) {
      for (const value of values) {
        await drive(page, setting, value)
        await look(`${site}, ${setting} ${value}`)
      }
    }
    await mkdir('test-results/gallery', { recursive: true })
    await page.screenshot({ path: `test-results/gallery/${site}.png` })
    figures.push(`${site}: detected ${JSON.stringify(alone)}, pointed at ${JSON.stringify(withPicker)}`)
    expect(alone.right / (alone.right + alone.unread)).toBeGreaterThanOrEqual(0.95)
    expect(withPicker.unread).toBe(0)
    await page.close()
    close()
  },
)

/** Counts what is right and what is unread; one setting read wrong is a failure. */
function compare(
  truth: Record<string, string>,
  found: Found[],
  tally: { right: number; unread: number },
  where: string,
) {
  expect(found.length, `one form: ${where}`).toBe(1)
  const { request, status } = found[0]!
  for (const [name, value] of Object.entries(truth)) {
    if (request[name] === undefined) {
      tally.unread++
      figures.push(`  unread: ${where}: ${name}`)
      continue
    }
    tally.right++
    expect(String(request[name]), `${where}: ${name}`).toBe(value)
  }
  if (Object.keys(truth).every((name) => request[name] !== undefined)) expect(status, where).toBe('exact')
}

/** The site's state in the card's words. */
async function truthIn(page: Page): Promise<Record<string, string>> {
  const { model, resolution, duration, audio, variants, ratio, prompt } = await page.evaluate(() => ({
    ...(window as unknown as { galleryTruth: Truth }).galleryTruth,
  }))
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
