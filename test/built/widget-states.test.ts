import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Server } from 'node:http'
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shipped } from '../../core/locales/languages'
import { findChromium } from '../e2e/browsers'
import { buildWidget, serveSite } from './widget-site'

const executablePath = findChromium()
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const forced = [{ name: 'forced-colors', value: 'active' }]
/** The site as readers know it, at an address without a port. */
const published = 'http://docs.example'
const still = [{ name: 'prefers-reduced-motion', value: 'reduce' }]

/** Every state that a reader can meet, on one page (`/states`): prices, ranges, refusals, answers, tables, loading, failed. */
describe.skipIf(!executablePath)('every state of the built widget', () => {
  let browser: Browser
  let page: Page
  let cdp: CDPSession
  let site: { origin: string; requests: string[]; server: Server }

  beforeAll(async () => {
    buildWidget()
    site = await serveSite()
    const rules = `--host-resolver-rules=MAP ${new URL(published).host}:80 ${new URL(site.origin).host}`
    browser = await puppeteer.launch({ executablePath: executablePath!, args: ['--no-sandbox', rules] })
    page = await browser.newPage()
    await page.setBypassCSP(true)
    cdp = await page.createCDPSession()
  })
  afterAll(async () => {
    await browser?.close()
    site?.server.close()
  })

  /** The page with all of its calculators settled, a number emptied, and all that opens open. */
  async function open(path: string, width: number, features: { name: string; value: string }[] = [], media = '') {
    await page.setViewport({ width, height: 900 })
    await cdp.send('Emulation.setEmulatedMedia', { media, features })
    await page.goto(site.origin + path)
    const settled: [string, string][] = [
      ...['exact', 'short', 'answers', 'open'].map((id): [string, string] => [id, '.total']),
      ...['range', 'unpriced'].map((id): [string, string] => [id, '.total']),
      ['exact', '.share a'],
      ['answers', 'details'],
      ['error', '[role=alert]'],
      ['table', 'td'],
      ['plans', 'td'],
    ]
    for (const [id, what] of settled)
      await page.waitForFunction(
        (id, what) => document.getElementById(id)?.shadowRoot?.querySelector(what),
        {},
        id,
        what,
      )
    await page.evaluate(() => {
      const root = document.getElementById('range')!.shadowRoot!
      const box = root.querySelector<HTMLInputElement>('#f-duration')!
      box.value = ''
      box.dispatchEvent(new Event('input', { bubbles: true }))
      const answers = document.getElementById('answers')!.shadowRoot!
      for (const one of answers.querySelectorAll('details')) one.open = true
    })
    await page.waitForFunction(() => document.getElementById('range')!.shadowRoot!.querySelector('.reasons li'))
  }

  const style = (id: string, what: string, name: string): Promise<string> =>
    page.evaluate(
      (id, what, name) =>
        getComputedStyle(document.getElementById(id)!.shadowRoot!.querySelector(what)!).getPropertyValue(name),
      id,
      what,
      name,
    )

  /** What hangs out of its element, or makes the page scroll sideways. */
  const overflowing = (): Promise<string[]> =>
    page.evaluate(() => [
      ...(document.documentElement.scrollWidth > innerWidth ? ['the page'] : []),
      ...[...document.querySelectorAll('forecost-calculator, forecost-table')].flatMap((element) => {
        const { left, right } = element.getBoundingClientRect()
        return [...element.shadowRoot!.querySelectorAll('*')]
          .filter((inner) => !inner.closest('.sr, .scroll'))
          .map((inner) => ({ inner, box: inner.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.left < left - 1 || box.right > right + 1))
          .map(({ inner }) => `${element.id} ${inner.localName}.${inner.className}`)
      }),
    ])

  const faults = async (): Promise<string[]> => {
    await page.evaluate(await readFile(axe, 'utf8'))
    return page.evaluate(async () => {
      type Axe = { run: (where: string) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      const { violations } = await (window as unknown as { axe: Axe }).axe.run('main')
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`)
    })
  }

  // 1280 px at 400 % are 320.
  test.each([
    ['light', '/states', 722],
    ['dark', '/states-dark', 722],
    ['at 400 %', '/states', 320],
    ['in the narrowest column', '/states-dark', 240],
    ['from right to left', '/states-rtl', 320],
  ])('has no accessibility fault and nothing cut off, %s', async (_name, path, width) => {
    await open(path, width)
    expect(await overflowing()).toEqual([])
    expect(await faults()).toEqual([])
  })

  test('in every language nothing is cut off in the narrowest column', async () => {
    await open('/states', 240)
    for (const language of shipped()) {
      await page.evaluate((language) => {
        for (const one of document.querySelectorAll('forecost-calculator, forecost-table'))
          one.setAttribute('lang', language)
      }, language)
      await page.waitForFunction(
        (language) =>
          [...document.querySelectorAll('forecost-calculator, forecost-table')].every((one) =>
            one.shadowRoot!.querySelector<HTMLElement>('.box')?.lang.startsWith(language),
          ),
        {},
        language,
      )
      expect(await overflowing(), language).toEqual([])
    }
  })

  test('with forced colours what is chosen still differs from what is not, and focus shows', async () => {
    await open('/states', 722, forced)
    const outline = (which: string) => style('exact', `.segments label:${which}`, 'outline-style')
    expect([await outline('has(:checked)'), await outline('not(:has(:checked))')]).toEqual(['solid', 'none'])
    const track = (id: string) => style(id, '.switch', 'background-color')
    expect(await track('range')).not.toBe(await track('exact'))
    await page.evaluate(() => document.getElementById('open')!.shadowRoot!.querySelector<HTMLElement>('#tool')!.focus())
    expect(await style('open', '#tool', 'outline-style')).toBe('solid')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.getElementById('open')!.shadowRoot!.activeElement?.localName)).toBe(
      'input',
    )
  })

  test('moves nothing for whoever asked for that', async () => {
    await open('/states', 722, still)
    expect(await style('exact', '.switch', 'transition-duration')).toBe('0s')
    expect(await style('exact', '.switch', 'animation-name')).toBe('none')
  })

  test('in print: the price and what is set for it, and no control that only a screen has', async () => {
    await open('/states', 722, [], 'print')
    const shown = (what: string): Promise<number> =>
      page.evaluate(
        (what) =>
          [...document.getElementById('exact')!.shadowRoot!.querySelectorAll(what)].filter((one) =>
            one.checkVisibility(),
          ).length,
        what,
      )
    expect(await shown('.total')).toBe(1)
    expect(await shown('.segments label')).toBe(1)
    expect(await shown('#f-duration, #f-resolution, #f-variants')).toBe(3)
    expect(await shown('input[type=range], .share')).toBe(0)
    // On paper nothing can be scrolled to, and nothing is read across two pages.
    expect([await style('plans', '.box', 'overflow-x'), await style('plans', '.scroll', 'overflow-x')]).toEqual([
      'visible',
      'visible',
    ])
    const breaks = await page.$$eval('forecost-calculator', (all) =>
      all.map((one) => getComputedStyle(one).breakInside),
    )
    expect(new Set(breaks)).toEqual(new Set(['avoid']))
  })

  test('the caption of a table is read whole where the table scrolls', async () => {
    await open('/states', 240)
    const widths = await page.$eval('#plans', (element) => {
      const root = element.shadowRoot!
      const width = (what: string) => root.querySelector(what)!.getBoundingClientRect().width
      return { table: width('table'), scroll: width('.scroll'), caption: width('caption') }
    })
    expect(widths.table).toBeGreaterThan(widths.scroll)
    expect(widths.caption).toBeLessThanOrEqual(widths.scroll)
  })

  const put = (attributes: { [name: string]: string }): Promise<void> =>
    page.evaluate((attributes) => {
      const element = document.createElement('forecost-calculator')
      element.id = 'put'
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
      document.querySelector('main')!.append(element)
    }, attributes)
  const total = async (): Promise<string> => {
    await page.waitForFunction(() => document.getElementById('put')?.shadowRoot?.querySelector('.total'))
    return page.evaluate(() => document.getElementById('put')!.shadowRoot!.querySelector('.total')!.textContent!)
  }

  const good = { card: '/card.json', feature: 'video', settings: 'model=gen4&duration=5&resolution=720p&variants=1' }
  test.each<[string, { [name: string]: string }, RegExp[]]>([
    ['a theme that is none', { theme: 'blue' }, [/theme="blue": it may be light, dark$/]],
    ['a density that is none', { density: 'huge' }, [/density="huge": it may be compact, normal, roomy$/]],
    ['a language that is none', { lang: 'not a tag!' }, []],
    ['runs that are no number', { runs: 'many' }, [/runs="many": it may be a whole number$/]],
    ['a plan that is none', { plan: '__proto__' }, [/plan="__proto__": the plans of Nord Studio are standard$/]],
    [
      'settings that are none of the card’s',
      { settings: `${good.settings}&%E0%A4%A&=&constructor=1&colour=red` },
      [
        /settings: "\ufffd.*" is none of video/,
        /settings: "" is/,
        /"constructor" is/,
        /"colour" is none of video, which has model,/,
      ],
    ],
    ['an attribute that is none', { colour: 'red' }, []],
  ])('%s changes no price, breaks nothing, and is told to the author', async (_name, odd, told) => {
    const errors: string[] = []
    const note = (error: unknown): void => void errors.push(String(error))
    page.on('pageerror', note)
    await page.goto(`${site.origin}/slow`)
    await put({ ...good, ...odd })
    expect(await total()).toBe('60 credits')
    page.off('pageerror', note)
    expect(errors).toEqual([])
    await expect.poll(said).toEqual(told.map((words) => expect.stringMatching(words)))
  })

  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said)

  test('a published site tells its author what a card has not; readers of a faultless one load nothing for it', async () => {
    const asked = () => site.requests.filter((path) => path.startsWith('/forecost-odd')).length
    const before = asked()
    await page.goto(`${published}/slow`)
    await put(good)
    expect(await total()).toBe('60 credits')
    // What was asked for before this is answered before this.
    await page.evaluate(() => fetch('/card.json').then(() => document.querySelector('#put')!.remove()))
    expect([asked(), await said()]).toEqual([before, []])
    await put({ ...good, plan: 'gold', settings: `${good.settings}&colour=red`, theme: 'blue' })
    await expect
      .poll(said)
      .toEqual([
        '<forecost-calculator> theme="blue": it may be light, dark',
        '<forecost-calculator> plan="gold": the plans of Nord Studio are standard',
        expect.stringContaining('"colour" is none of video, which has model,'),
      ])
  })

  test('taken away, put back and moved while its card is on the way, it prices once it is there', async () => {
    await page.goto(`${site.origin}/slow`)
    await put({ ...good, card: '/slow.json?moved' })
    await page.evaluate(async () => {
      const element = document.getElementById('put')!
      element.remove()
      await new Promise((done) => setTimeout(done, 50))
      document.body.append(element)
      document.querySelector('main')!.prepend(element)
    })
    expect(await total()).toBe('60 credits')
  })
})
