import { existsSync } from 'node:fs'
import puppeteer, { type Page } from 'puppeteer-core'
import { serveSite } from '../built/widget-site'
import { findChromium } from '../e2e/browsers'
import type { Figure } from './estimate'

const TIMES = 20
const MANY = 100

/** In a page: from the arrival of a card to the price it leads to, and the frames painted in between; then many calculators at once. */
export async function benchWidget(): Promise<Figure[]> {
  const executablePath = findChromium()
  if (!executablePath || !existsSync(new URL('../../dist/widget/forecost.js', import.meta.url))) return []
  const site = await serveSite()
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    await page.goto(`${site.origin}/tables`)
    await page.waitForFunction(() => document.querySelector('#calculator')?.shadowRoot?.querySelector('.total'))
    const one = await arrivals(page)
    const many = await together(page)
    const ms = one.map((each) => each.ms).toSorted((a, b) => a - b)
    const late = one.filter(({ frames }) => frames > 0).length
    return [
      {
        what: 'first prices that were not there in the frame after the card arrived',
        value: `${late} of ${TIMES}`,
        budget: 'none',
        ok: late === 0,
      },
      { what: 'from the card in hand to its price in the page, median', value: `${ms[TIMES / 2]!.toFixed(1)} ms` },
      { what: `${MANY} calculators on one page, all priced`, value: `${many.toFixed(0)} ms` },
    ]
  } finally {
    await browser.close()
    site.server.close()
  }
}

// As text: it runs in the page, where the runner's own wrappings do not exist.
const arrivals = (page: Page): Promise<{ ms: number; frames: number }[]> =>
  page.evaluate(`(async () => {
    const card = await (await fetch('/card.json')).text()
    const seen = []
    for (let at = 0; at < ${TIMES}; at++) {
      const element = document.createElement('forecost-calculator')
      element.feature = 'video'
      document.body.append(element)
      await new Promise((done) => requestAnimationFrame(done))
      let frames = -1
      let waiting = true
      const tick = () => { frames++; if (waiting) requestAnimationFrame(tick) }
      const start = performance.now()
      requestAnimationFrame(tick)
      element.card = card
      while (!element.shadowRoot.querySelector('.total')) await new Promise((done) => setTimeout(done))
      waiting = false
      seen.push({ ms: performance.now() - start, frames: Math.max(0, frames) })
      element.remove()
    }
    return seen
  })()`) as Promise<{ ms: number; frames: number }[]>

const together = (page: Page): Promise<number> =>
  page.evaluate(`(async () => {
    const start = performance.now()
    const all = Array.from({ length: ${MANY} }, () => {
      const element = document.createElement('forecost-calculator')
      element.setAttribute('card', '/card.json')
      element.setAttribute('feature', 'video')
      document.body.append(element)
      return element
    })
    while (all.some((one) => !one.shadowRoot.querySelector('.total'))) await new Promise((done) => setTimeout(done))
    const took = performance.now() - start
    all.forEach((one) => one.remove())
    return took
  })()`) as Promise<number>
