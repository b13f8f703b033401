import puppeteer, { type Page } from 'puppeteer-core'
import { findChromium } from '../e2e/browsers'
import { card } from '../gallery/card'
import { isolatedWorld, probeScript } from '../detect/isolated'
import type { Figure } from './estimate'
import { median } from './median'

const NODES = 50_000
const LOOKS = 15

/**
 * Finding and reading a form on a page of 50,000 further nodes, as the extension does it: in a world of its own, in Chromium; and beside it
 * what the browser takes to lay that page out once. Nothing where there is no browser to try.
 */
export async function benchDetection(): Promise<Figure[]> {
  const executablePath = findChromium()
  if (!executablePath) return []
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    await page.setContent(`<!doctype html><body>${form}${section.repeat(NODES / 10)}</body>`)
    const world = await isolatedWorld(page, await probeScript())
    const look = (times: number) => world.run<number[]>(`(${measure})(${JSON.stringify(card)}, ${times})`)
    await look(1)
    const detection = median(await look(LOOKS))
    const layout = median(await layouts(page))
    const what = `finding and reading a form on a page of ${NODES.toLocaleString('en')} nodes, median`
    return [
      { what, value: `${detection.toFixed(1)} ms` },
      { what: 'the same against one layout of that page', value: `${(detection / layout).toFixed(2)} x` },
    ]
  } finally {
    await browser.close()
  }
}

const form = `<form onsubmit="return false"><label>Duration <select><option>8 s</option><option>5 s</option></select></label>
  <label>Resolution <select><option>4K</option><option>1080p (HD)</option></select></label><button>Generate</button></form>`
/** Ten nodes of what stands on the pages of tools: cards of results with words, links and pictures. */
const section = `<section><h3>Waves at dusk</h3><p>Made <b>yesterday</b> with <a href="#">these settings</a></p>
  <ul><li>8 s</li><li>4K</li></ul><div><span>25 credits</span></div></section>`

// As text: they run in the page, where the runner's own wrappings do not exist.
const measure = `(card, times) => Array.from({ length: times }, () => {
  const start = performance.now()
  const found = forecostProbe.forms(card, 'film')
  if (found.length !== 1 || found[0].request.duration !== '8') throw new Error('the form was not read')
  return performance.now() - start
})`

const layouts = (page: Page): Promise<number[]> =>
  page.evaluate((times) => {
    const { style } = document.body
    return Array.from({ length: times }, (_, at) => {
      style.inlineSize = `${800 + at}px`
      const start = performance.now()
      void document.body.offsetHeight
      return performance.now() - start
    })
  }, LOOKS)
