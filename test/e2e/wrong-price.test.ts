import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isolatedWorld, probeScript } from '../detect/isolated'
import { invented } from '../detect/pages'
import { card } from '../gallery/card'
import { findChromium } from './browsers'

// Pages made up to be misread: an exact price is the true one, or there is none.

type Found = { request: Record<string, unknown>; status: string; total?: { low: string; high: string } }
type Parts = Record<'model' | 'resolution' | 'duration' | 'variants' | 'ratio' | 'audio' | 'more' | 'after', string>

const list = (label: string, ...options: string[]) =>
  `<label>${label} <select>${options.map((it) => `<option>${it}</option>`).join('')}</select></label>`
const plain: Parts = {
  model: list('Model', 'Swift 2', 'Aurora XL'),
  resolution: list('Resolution', '1080p', '720p', '4K'),
  duration: list('Duration', '5 s', '10 s'),
  variants: '<label>Variants <input type="number" value="2" min="1" max="4"></label>',
  ratio: list('Aspect ratio', '16:9', '1:1'),
  audio: '<label><input type="checkbox"> Audio</label>',
  more: '<label>Prompt <textarea></textarea></label>',
  after: '',
}
const pageOf = ({ after, ...parts }: Parts) =>
  `<form onsubmit="return false">${Object.values(parts).join('')}<button>Generate</button></form>${after}`

let browser: Browser
let page: Page
let look: () => Promise<Found[]>

beforeAll(async () => {
  browser = await puppeteer.launch({ executablePath: findChromium()!, args: ['--no-sandbox'] })
  page = await browser.newPage()
  await page.setContent('<!doctype html><html lang="en"><body></body></html>')
  const world = await isolatedWorld(page, await probeScript())
  look = () => world.run(`forecostProbe.forms(${JSON.stringify(card)}, 'film')`)
})
afterAll(() => browser?.close())

const exact = async (change: Partial<Parts>) => {
  await page.evaluate((html) => (document.body.innerHTML = html), pageOf({ ...plain, ...change }))
  return (await look()).filter(({ status }) => status === 'exact').map(({ total }) => total!.low)
}

const tally: Record<string, number> & { exact: number } = { exact: 0, range: 0, unpriced: 0, nothing: 0 }

test('the page without any trick is priced', async () => expect(await exact({})).toEqual(['1050']))
test('a batch of one is a run', async () =>
  expect(await exact({ more: `${plain.more}<label>Batch count <input type="number" value="1"></label>` })).toEqual([
    '1050',
  ]))
test('what is held twice, by buttons and by native ones behind them, is one control', async () => {
  const one = (n: number) =>
    `<label><button type="button" role="radio" aria-checked="${n === 2}" value="${n}"></button>
    <input type="radio" aria-hidden="true" tabindex="-1" style="position:absolute;opacity:0" value="${n}" ${n === 2 ? 'checked' : ''}>${n}</label>`
  const variants = `<div role="radiogroup" aria-label="Variants">${[1, 2, 4].map(one).join('')}</div>`
  expect(await exact({ variants })).toEqual(['1050'])
})

/** `total`: what the page asks for in truth; none: nothing on it says that for sure. */
test.each<[string, Partial<Parts>, string?]>([
  ['the length in frames', { duration: list('Duration', '5 frames', '10 frames') }],
  ['the length in frames, said by the label', { duration: list('Duration (frames)', '5', '10') }],
  ['the length in minutes', { duration: list('Duration', '0.1 min', '0.2 min') }, '1060'],
  ['the length as a fraction with a comma', { duration: list('Duration', '5,5 s', '10 s') }, '1055'],
  [
    'a length with three decimals, which cannot be thousands',
    { duration: list('Duration', '5,000 s', '10 s') },
    '1050',
  ],
  ['the length in milliseconds', { duration: list('Duration', '5000 ms', '9000 ms') }],
  ['a length of words', { duration: list('Duration', 'Short', 'Long') }],
  ['a length "per scene"', { duration: list('Duration per scene', '5 s', '10 s') + list('Scenes', '3', '4') }],
  ['a length that is the fade’s', { duration: list('Fade duration', '5 s', '10 s') }],
  ['a length from a preview', { duration: list('Preview duration', '5 s', '10 s') }],
  ['"2x" as an upscale', { variants: list('Upscale', '2x', '4x') }],
  [
    '"2x" under the name of variants and of upscaling',
    { variants: list('Variants', '2x', '4x') + list('Upscale', '2x', '4x') },
    '1050',
  ],
  ['a number of images that is the grid’s', { variants: list('Grid', '2', '4') }],
  [
    'variants per prompt',
    {
      variants:
        '<label>Variants per prompt <input type="number" value="2"></label><label>Prompts <input type="number" value="3"></label>',
    },
  ],
  ['an empty number', { variants: '<label>Variants <input type="number" value=""></label>' }],
  ['a number with a grouping', { variants: '<label>Variants <input type="text" value="1,002"></label>' }],
  ['two numbers in a field', { variants: '<label>Variants <input type="text" value="2 of 4"></label>' }],
  ['a range as a value', { variants: list('Variants', '2-4', '1') }],
  ['a model of another generation', { model: list('Model', 'Swift 2.5', 'Aurora XL') }],
  ['a model with a suffix', { model: list('Model', 'Swift 2 Turbo', 'Aurora XL') }],
  ['a default that the card does not list', { model: list('Model', 'Default', 'Swift 2') }],
  ['a model chosen automatically', { model: list('Model', 'Auto', 'Swift 2') }],
  [
    'a placeholder before a choice',
    { resolution: '<label>Resolution <select><option value="">Choose</option><option>1080p</option></select></label>' },
  ],
  ['a resolution with a frame rate', { resolution: list('Resolution', '1080p60', '720p') }],
  ['a resolution as an upscale', { resolution: list('Upscale to', '1080p', '4K') }],
  ['a preview’s resolution', { resolution: list('Preview resolution', '1080p', '4K') }],
  ['an export’s resolution', { resolution: list('Export resolution', '1080p', '4K') }],
  [
    'a resolution named twice, differently',
    { resolution: list('Resolution', '1080p', '4K') + list('Resolution', '4K', '1080p') },
  ],
  [
    'a hidden field that says otherwise',
    { resolution: list('Resolution', '1080p', '4K') + '<input type="hidden" name="resolution" value="4k">' },
    '1050',
  ],
  [
    'a list hidden behind another',
    {
      resolution:
        list('Resolution', '1080p', '4K') + `<div style="display:none">${list('Resolution', '4K', '1080p')}</div>`,
    },
    '1050',
  ],
  [
    'a disabled list',
    { resolution: '<label>Resolution <select disabled><option>1080p</option><option>4K</option></select></label>' },
    '1050',
  ],
  ['sound under another name that costs', { audio: '<label><input type="checkbox" checked> Audio</label>' }, '1070'],
  ['a switch of two minds', { audio: '<label><input type="checkbox" checked aria-checked="false"> Audio</label>' }],
  ['"without audio"', { audio: '<label><input type="checkbox" checked> Without audio</label>' }],
  ['"mute"', { audio: '<label><input type="checkbox" checked> Mute audio</label>' }],
  [
    'an indeterminate box',
    { audio: '<label><input type="checkbox" id="mixed"> Audio</label><script>mixed.indeterminate = true</script>' },
    '1050',
  ],
  ['a ratio turned round', { ratio: list('Aspect ratio', '9:16 (portrait)', '16:9') }, '2050'],
  ['a ratio of a crop', { ratio: list('Crop ratio', '16:9', '1:1') }],
  [
    'a second form',
    {
      after: `<form onsubmit="return false">${list('Model', 'Aurora XL', 'Swift 2')}${list('Resolution', '4K')}<button>Generate</button></form>`,
    },
    '1050',
  ],
  [
    'a history with the same names',
    {
      after: `<section class="history"><h2>History</h2>${list('Duration', '10 s', '5 s')}${list('Model', 'Aurora XL')}</section>`,
    },
    '1050',
  ],
  [
    'a filter above the form',
    { more: `${plain.more}<div class="filters" aria-label="Filter">${list('Resolution', '4K', '720p')}</div>` },
    '1050',
  ],
  ['another currency', { more: `${plain.more}${list('Currency', 'USD', 'EUR')}` }, '1050'],
  ['a price in each option', { resolution: list('Resolution', '1080p (60 credits)', '4K (120 credits)') }, '1050'],
  [
    'radio buttons that are both on',
    {
      resolution:
        '<fieldset><legend>Resolution</legend><label><input type="radio" name="a" checked>1080p</label><label><input type="radio" name="b" checked>4K</label></fieldset>',
    },
  ],
  [
    'segments marked twice',
    {
      resolution:
        '<div role="radiogroup" aria-label="Resolution"><button type="button" role="radio" aria-checked="true">1080p</button><button type="button" role="radio" aria-checked="true">4K</button></div>',
    },
  ],
  [
    'segments of two minds',
    {
      resolution:
        '<div role="radiogroup" aria-label="Resolution"><button type="button" role="radio" aria-checked="true">1080p</button><button type="button" role="radio" aria-checked="false" class="selected">4K</button></div>',
    },
  ],
  ['a slider of places', { duration: '<label>Duration <input type="range" min="0" max="2" value="1"></label>' }],
  [
    'a slider whose label says otherwise',
    { duration: '<label>Duration: 8 s <input type="range" min="3" max="15" value="5"></label>' },
  ],
  ['a batch count beside', { more: `${plain.more}<label>Batch count <input type="number" value="3"></label>` }],
  ['a number of runs beside', { more: `${plain.more}<label>Runs <input type="number" value="3"></label>` }],
])('%s: an exact price is the true one', async (_, change, total) => {
  expect((await exact(change)).filter((one) => one !== total)).toEqual([])
})

test.each(invented)('$name: the true price, one that says it is not sure, or none', async ({ html, total }) => {
  await page.evaluate((words) => (document.body.innerHTML = words), html)
  const found = await look()
  for (const { status, total: said } of found) {
    if (status === 'exact') expect(said!.low).toBe(total)
    if (status !== 'range' || total === undefined) continue
    expect(Number(said!.low)).toBeLessThanOrEqual(Number(total))
    expect(Number(said!.high)).toBeGreaterThanOrEqual(Number(total))
  }
  tally[found.some(({ status }) => status === 'exact') ? 'exact' : (found[0]?.status ?? 'nothing')]!++
})

test('declining everywhere would be no feat: half of those pages are priced exactly', () => {
  console.log('pages that nobody prepared:', JSON.stringify(tally))
  expect(tally.exact * 2).toBeGreaterThan(invented.length)
})
