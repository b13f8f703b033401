import { findChromium } from '../e2e/browsers'
import { openChromium } from '../e2e/chromium'
import type { Opened } from '../e2e/opened'
import { startStudio, type Studio } from '../studio/server'
import type { Figure } from './estimate'
import { median } from './median'
import { signIn } from './paint'

const LOADS = 12
const SITES = 'http://localhost/*'

/**
 * What a page takes to load, and its main thread until it is at rest, with Forecost on and with it off, in one run: off, on and off again,
 * so that a machine that grows slower or faster takes no side. Nothing where there is no browser to try.
 */
export async function benchLoad(): Promise<Figure[]> {
  if (!findChromium()) return []
  const studio = await startStudio({ failRate: 0 })
  const opened = await openChromium()
  try {
    const page = await opened.browser.newPage()
    await page.goto(studio.url)
    await signIn(page)
    const before = await loads(opened, studio, LOADS / 2, false)
    await opened.grant(SITES)
    const on = await loads(opened, studio, LOADS, true)
    await opened.revoke(SITES)
    const off = [...before, ...(await loads(opened, studio, LOADS / 2, false))]
    return [
      ratio('page load with Forecost on, against the same page without', on, off, ({ load }) => load),
      ratio('the same by the work of the main thread until it is at rest', on, off, ({ work }) => work),
    ]
  } finally {
    await opened.close()
    await studio.close()
  }
}

/** Milliseconds. */
type Load = { load: number; work: number }

function ratio(what: string, on: Load[], off: Load[], of: (load: Load) => number): Figure {
  const [a, b] = [median(on.map(of)), median(off.map(of))]
  return { what, value: `${(a / b).toFixed(2)} x (medians ${a.toFixed(0)} and ${b.toFixed(0)} ms)` }
}

/** The first load, which fills the browser's cache, is not counted. */
async function loads({ browser }: Opened, { url }: Studio, count: number, on: boolean): Promise<Load[]> {
  const each: Load[] = []
  for (let at = 0; at <= count; at++) {
    const page = await browser.newPage()
    await page.goto(`${url}/create/video`, { waitUntil: 'networkidle0' })
    const load = await page.evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      return entry!.loadEventEnd
    })
    if (on) await page.waitForSelector('forecost-overlay')
    else if (await page.$('forecost-overlay')) throw new Error('Forecost is on')
    const { TaskDuration = 0 } = await page.metrics()
    if (at > 0) each.push({ load, work: TaskDuration * 1000 })
    await page.close()
  }
  return each
}
