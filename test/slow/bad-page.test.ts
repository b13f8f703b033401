import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isolatedWorld, probeScript } from '../detect/isolated'
import { card } from '../gallery/card'
import { findChromium } from '../e2e/browsers'
import { until } from '../e2e/seat'

// Pages that are huge, broken or hostile cost a bounded number of looks, and are read right or not at all.

type Found = { request: Record<string, unknown>; buttons: string[]; status: string }

const script = await probeScript()
const select = (name: string, ...options: string[]) =>
  `<label>${name} <select>${options.map((it) => `<option>${it}</option>`).join('')}</select></label>`
const form = `<form onsubmit="return false">${select('Duration', '8 s', '5 s')}${select('Resolution', '4K', '1080p (HD)')}
  <button>Generate</button></form>`
const right = { duration: '8', resolution: '4k' }

let browser: Browser
let page: Page
let world: Awaited<ReturnType<typeof isolatedWorld>>

beforeAll(async () => {
  browser = await puppeteer.launch({ executablePath: findChromium()!, args: ['--no-sandbox'] })
})
afterAll(() => browser?.close())
beforeEach(async () => {
  await page?.close()
  page = await browser.newPage()
  await page.setContent(`<!doctype html><body>${form}</body>`)
  world = await isolatedWorld(page, script)
})

const look = () => world.run<Found[]>(`forecostProbe.forms(${JSON.stringify(card)}, 'film')`)

/** How often the costly questions were put to the page, in our world alone. */
const countLooks = `globalThis.looks = 0
  for (const [proto, name] of [[Element.prototype, 'getBoundingClientRect'], [Element.prototype, 'checkVisibility'],
    [Element.prototype, 'querySelectorAll'], [Document.prototype, 'querySelectorAll']]) {
    const own = proto[name]
    proto[name] = function (...given) { looks++; return own.apply(this, given) }
  }`

test.each([
  ['fields', '<input type=number value=1>'],
  ['lists', '<select><option>4K</option><option>1080p</option></select>'],
  ['boxes', '<input type=checkbox>'],
  ['buttons', '<button type=button>4K</button>'],
  ['radio buttons', '<input type=radio>'],
  ['radio buttons of one set', '<input type=radio name=a>'],
  ['drawn lists', '<div role=combobox>4K</div>'],
  ['drawn choices', '<i role=option>4K</i>'],
  ['rows of drawn choices', '<ul><li class=active>4K</li><li>720p</li></ul>'],
  ['labels', '<label>Duration</label>'],
])('50,000 %s beside the form: looks enough for a few of them, and nothing read wrong', async (_, control) => {
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html.repeat(50_000)), control)
  await world.run(countLooks)
  const found = await look()
  for (const { request } of found) expect(right).toMatchObject(request)
  expect(await world.run<number>('looks')).toBeLessThan(20_000)
})

test('more controls than can be told apart: nothing is read, and that is why', async () => {
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<input type=number value=1>'.repeat(900)))
  expect(await look()).toEqual([])
  expect(await world.run('forecostProbe.tooMany()')).toBe(true)
  await page.evaluate(() => document.querySelectorAll('body > input').forEach((it) => it.remove()))
  expect(await world.run('forecostProbe.tooMany()')).toBe(false)
})

test('200 cards to choose from cost the page no more looks than one', async () => {
  await page.evaluate(() =>
    document.body.insertAdjacentHTML(
      'beforeend',
      '<label>Size <input type=number value=1></label><button type=button>Go</button>'.repeat(300),
    ),
  )
  const looks = async (cards: number) => {
    await world.run('looks = 0')
    await world.run(`forecostProbe.likely(Array(${cards}).fill(${JSON.stringify(card)}))`)
    return world.run<number>('looks')
  }
  await world.run(countLooks)
  const one = await looks(1)
  expect(one).toBeGreaterThan(300)
  expect((await looks(200)) - one).toBeLessThan(200 * 50)
})

test('labels, options and buttons of a megabyte: of each no more than a line is taken', async () => {
  await page.evaluate(() => {
    const long = 'Duration '.repeat(120_000)
    document.querySelector('label')!.firstChild!.textContent = long
    document.querySelectorAll('option')[3]!.textContent = long
    document.querySelector('form')!.insertAdjacentHTML('afterbegin', `<p>${long}</p>`)
    document.querySelector('form')!.setAttribute('aria-label', long)
  })
  const [found] = await look()
  for (const [name, value] of Object.entries(found?.request ?? {}))
    expect(String(value), name).toBe(right[name as keyof typeof right])
  const explained = await world.run<object[]>(`forecostProbe.explain(${JSON.stringify(card)}, 'film')`)
  expect(explained.length).toBe(2)
  expect(JSON.stringify(explained).length).toBeLessThan(4_000)
})

test.each<[string, string | (() => void)]>([
  [
    'getters of the controls that throw',
    () => {
      const fail = () => {
        throw new Error('no')
      }
      for (const name of ['value', 'selectedIndex', 'selectedOptions', 'options', 'labels'])
        for (const it of document.querySelectorAll('select')) Object.defineProperty(it, name, { get: fail })
    },
  ],
  [
    'prototypes of the elements that lie',
    () => {
      Object.defineProperty(HTMLSelectElement.prototype, 'value', { get: () => '5 s' })
      Object.defineProperty(HTMLOptionElement.prototype, 'selected', { get: () => false })
      Element.prototype.getAttribute = () => 'Duration'
      Element.prototype.checkVisibility = () => false
      Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 0, 0)
      Document.prototype.querySelectorAll = () => document.createElement('p').childNodes as never
    },
  ],
  [
    'the language itself patched',
    `() => {
      Array.prototype.map = () => []
      Array.prototype.filter = () => []
      String.prototype.slice = () => '999'
      Object.entries = () => []
      Map.prototype.get = () => undefined
    }`,
  ],
])('%s, in the world of the page: ours is another, and reads right', async (_, harm) => {
  // Not through the page's own script, which needs what is broken here.
  const session = await page.createCDPSession()
  await session.send('Runtime.evaluate', { expression: `(${harm.toString()})()` })
  const { result } = await session.send('Runtime.evaluate', {
    expression: "document.querySelector('select').value + [1].map((it) => it)",
  })
  expect(result.value, 'the harm is done').not.toBe('8 s1')
  const [found] = await look()
  expect(found!.request).toEqual(right)
})

test('100,000 events forged by the page cost a handful of readings, and no search', async () => {
  await world.run(`forecostProbe.follow(${JSON.stringify(card)}, 'film')`)
  await until(
    () => world.run<number>('forecostProbe.followed.count()'),
    (forms) => forms === 1,
    'the form',
  )
  await rested()
  const before = await tally()
  await page.evaluate(() => {
    const kinds = ['input', 'change', 'click', 'keyup', 'pointerup']
    const on = document.querySelector('select')!
    for (let i = 0; i < 100_000; i++) on.dispatchEvent(new Event(kinds[i % 5]!, { bubbles: true }))
  })
  await rested()
  const { searches, reads } = await tally()
  expect(searches).toBe(before.searches)
  expect(reads - before.reads).toBeGreaterThan(0)
  expect(reads - before.reads).toBeLessThanOrEqual(12)
  expect(await world.run('forecostProbe.followed.request()')).toEqual([right])
})

const tally = () => world.run<{ searches: number; reads: number }>('forecostProbe.followed.tally()')

/** Until a while has passed in which nothing was read. */
const rested = () =>
  until(
    async () => {
      const before = await tally()
      await page.evaluate(() => new Promise((done) => setTimeout(done, 1500)))
      return [before.reads, (await tally()).reads]
    },
    ([before, after]) => before === after,
    'the page to rest',
  )
