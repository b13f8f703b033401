import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Server } from 'node:http'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { estimate } from '../../core/estimate'
import { english } from '../../core/locales'
import { totalText } from '../../core/locales/estimates'
import { findChromium, findFirefox } from '../e2e/browsers'
import { card } from '../widget/states'
import { buildWidget, serveSite, toldOf } from './widget-site'

const dist = new URL('../../dist/widget/', import.meta.url)
const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
let site: { origin: string; requests: string[]; server: Server }

beforeAll(async () => {
  buildWidget()
  site = await serveSite()
})
afterAll(() => void site.server.close())

const browsers = [
  ['chromium', findChromium(), ['--no-sandbox']],
  ['firefox', findFirefox(), []],
] as const

for (const [name, executablePath, args] of browsers) {
  describe.skipIf(!executablePath)(`in ${name}`, () => {
    let browser: Browser
    let page: Page
    const errors: string[] = []

    beforeAll(async () => {
      browser = await puppeteer.launch({
        browser: name === 'firefox' ? 'firefox' : 'chrome',
        executablePath: executablePath!,
        args: [...args],
        headless: true,
      })
    })
    afterAll(() => browser.close())
    afterEach(async () => {
      errors.length = 0
      await page.close()
    })

    async function open(path = '/', width = 800): Promise<void> {
      page = await browser.newPage()
      page.on('pageerror', (error) => errors.push(String(error)))
      await page.setViewport({ width, height: 900 })
      await page.goto(site.origin + path)
      await page.waitForFunction(() => document.querySelector('#missing')?.shadowRoot?.querySelector('[role=alert]'))
      await page.waitForFunction(() => document.querySelector('#calculator')?.shadowRoot?.querySelector('.total'))
    }
    const text = (id: string, what: string): Promise<string> =>
      page.evaluate(
        (id, what) => document.querySelector(`#${id}`)!.shadowRoot!.querySelector(what)?.textContent ?? '',
        id,
        what,
      )
    const reports = (): Promise<string[]> => page.evaluate(() => (window as unknown as { reports: string[] }).reports)

    const told = (): Promise<string[]> => page.evaluate(() => (window as unknown as { said: string[] }).said)

    test.each(['/', '/classic', '/twice', '/versions'])(
      'prices on a page with a strict policy, loaded as %s, and each fault is told to reader and author',
      async (path) => {
        await open(path)
        expect(await text('calculator', 'header')).toContain('What will it cost?')
        expect(await text('price', '[part~=total]')).toBe('60 credits (≈ $0.60)')
        expect(await text('calculator', '.total')).toBe('60 credits')
        expect(await text('calculator', '.result')).toContain('of 625 leaves 565')
        expect(await text('open', '#tool')).toContain('Stitch clips')
        expect(await text('missing', '[role=alert]')).toContain('could not load its prices')
        // The words for what is in the card are a script of their own.
        await expect.poll(() => text('unknown', '[role=alert]')).toContain('It has: video')
        await expect.poll(() => text('malformed', '[role=alert]')).toContain('rate card is not valid')
        await expect.poll(async () => (await told()).sort()).toEqual(toldOf(site.origin, path))
        expect(await reports()).toEqual([])
        expect(errors).toEqual([])
      },
    )

    test('the classic script leaves one name, Forecost, with its functions', async () => {
      await open('/classic')
      expect(
        await page.evaluate(() => Object.keys((window as unknown as { Forecost: object }).Forecost).sort()),
      ).toEqual(['ForecostCalculator', 'ForecostPrice', 'addLanguage', 'define', 'languagesFrom', 'mount'])
      expect(
        await page.evaluate(() =>
          Object.keys(window).filter((name) => name.length < 4 && name !== 'top' && name !== 'axe'),
        ),
      ).toEqual([])
    })

    test('properties set before the script came are taken over', async () => {
      await open()
      await page.waitForFunction(() => document.querySelector('#early')?.shadowRoot?.querySelector('.total'))
      expect(await text('early', '.total')).toBe(
        totalText(
          estimate(
            card,
            'video',
            { model: 'turbo', duration: '5', resolution: '480p', variants: '1', audio: false },
            new Date(),
          ),
          english,
        ),
      )
    })

    test('follows the keyboard: arrows on the slider, typing in the box, Tab between, and the site hears none of it', async () => {
      await open()
      const box = await page.evaluateHandle(() =>
        document.querySelector('#calculator')!.shadowRoot!.querySelector<HTMLInputElement>('#f-duration')!,
      )
      await box.asElement()!.focus()
      await page.keyboard.press('Tab')
      await page.keyboard.press('ArrowRight')
      expect(await text('calculator', '.total')).toBe('72 credits')
      await page.keyboard.down('Shift')
      await page.keyboard.press('Tab')
      await page.keyboard.up('Shift')
      await page.keyboard.down('Control')
      await page.keyboard.press('a')
      await page.keyboard.up('Control')
      await page.keyboard.type('9/')
      // What is no number may load the part for ranges first.
      await expect.poll(() => text('calculator', '.total')).toMatch(/^(108 credits|24–120 credits)$/)
      expect(await reports()).toEqual([])
    })

    const choose = (resolution: string): Promise<void> =>
      page.evaluate((resolution) => {
        const root = document.querySelector('#calculator')!.shadowRoot!
        const select = root.querySelector<HTMLSelectElement>('#f-resolution')!
        select.value = resolution
        select.dispatchEvent(new Event('change', { bubbles: true }))
      }, resolution)

    test('a number of runs that is none is marked, and spoken as invalid', async () => {
      await open()
      const box = (await page.$('#calculator >>> #runs'))!
      await box.focus()
      const look = () => box.evaluate((one) => [one.matches(':invalid'), getComputedStyle(one).borderTopColor] as const)
      const [, usual] = await look()
      for (const typed of ['2.5', '0', '1e16', '1e3', '30']) {
        await box.evaluate((one) => (one as HTMLInputElement).select())
        await page.keyboard.type(typed)
        const isNone = !/^(1e3|30)$/.test(typed)
        await expect
          .poll(async () => {
            const [invalid, border] = await look()
            return { typed, invalid, marked: border !== usual }
          })
          .toEqual({ typed, invalid: isNone, marked: isNone })
      }
    })

    test('loads the whole estimator with the first price that is not one number, and then once', async () => {
      const asked = () => site.requests.filter((path) => path.startsWith('/forecost-whole')).length
      page = await browser.newPage()
      await page.setCacheEnabled(false)
      await page.goto(site.origin + '/slow')
      await page.waitForFunction(() => document.querySelector('#calculator')?.shadowRoot?.querySelector('.total'))
      const before = asked()
      await choose('1080p')
      expect([await text('calculator', '.total'), asked()]).toEqual(['100 credits', before])
      for (const _again of [1, 2]) {
        await choose('4k')
        await page.waitForFunction(() =>
          document.querySelector('#calculator')?.shadowRoot?.querySelector('.reasons li'),
        )
        expect(await text('calculator', '.total')).toBe('price not known')
        await choose('720p')
        expect(await text('calculator', '.total')).toBe('60 credits')
      }
      expect(asked()).toBe(before + 1)
    })

    test('shows no number where the whole estimator cannot be had, and one as soon as it is not needed', async () => {
      page = await browser.newPage()
      await page.goto(site.origin + '/alone')
      await page.waitForFunction(() => document.querySelector('#calculator')?.shadowRoot?.querySelector('.total'))
      await choose('4k')
      await page.waitForFunction(() => document.querySelector('#calculator')?.shadowRoot?.querySelector('[role=alert]'))
      expect(await text('calculator', '.total')).toBe('')
      await choose('720p')
      expect(await text('calculator', '.total')).toBe('60 credits')
    })

    const checks = (): string[] => site.requests.filter((path) => path.startsWith('/forecost-check.'))

    test.each([
      ['that came with the script is not checked again', '/ours', 'Runway', 0],
      ['that came with it and was edited is checked', '/edited', 'Runaway', 1],
      ['from elsewhere is checked', '/elsewhere', 'Runway', 1],
    ] as const)('a card %s', async (_, path, title, times) => {
      const before = checks().length
      page = await browser.newPage()
      await page.setCacheEnabled(false)
      await page.goto(site.origin + path)
      await page.waitForFunction(() => document.querySelector('#calculator')?.shadowRoot?.querySelector('.total'))
      expect(await text('calculator', 'header')).toContain(title)
      expect(checks().length - before).toBe(times)
      expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([])
    })

    test('a card from elsewhere that says it was checked is not believed', async () => {
      page = await browser.newPage()
      await page.goto(`${site.origin}/forged`)
      await page.waitForFunction(() => document.querySelector('#calculator')?.shadowRoot?.querySelector('[role=alert]'))
      expect(await text('calculator', 'a')).toBe('')
      await expect
        .poll(() => page.evaluate(() => (window as unknown as { said: string[] }).said.join()))
        .toContain('.url: ')
    })

    test('every value a reader can choose gives what the core says', async () => {
      await open()
      for (const resolution of ['480p', '1080p', '1440p', '4k']) {
        await choose(resolution)
        await page.waitForFunction(() => document.querySelector('#calculator')!.shadowRoot!.querySelector('.total'))
        const shown = await text('calculator', '.total')
        const request = { model: 'gen4', duration: '5', resolution, variants: '1', audio: false }
        expect(shown).toBe(totalText(estimate(card, 'video', request, new Date()), english))
      }
    })

    test('an item of a list that is not for sale is named where it stands', async () => {
      await open()
      const set = (what: string, value: string, type: string) =>
        page.evaluate(
          (what, value, type) => {
            const control = document.querySelector('#open')!.shadowRoot!.querySelector<HTMLInputElement>(what)!
            control.value = value
            control.dispatchEvent(new Event(type, { bubbles: true }))
          },
          what,
          value,
          type,
        )
      await set('#tool', 'stitch', 'change')
      await expect.poll(() => text('open', '.items button')).not.toBe('')
      await set('.items input', '31', 'input')
      await expect.poll(() => text('open', 'fieldset .problem-text')).toContain('31')
      expect(await text('open', '.total')).toBe('price not known')
      const named = await page.evaluate(() => {
        const root = document.querySelector('#open')!.shadowRoot!
        return (
          root.querySelector('fieldset .problem-text')!.id ===
          root.querySelector('fieldset')!.getAttribute('aria-describedby')
        )
      })
      expect(named).toBe(true)
      await set('.items input', '30', 'input')
      await expect.poll(() => text('open', '.problem-text')).toBe('')
    })

    test.each([240, 320, 690])('fits a column of %s px without scrolling sideways', async (width) => {
      await open('/', width + 32)
      const overflow = await page.evaluate(() =>
        [...document.querySelectorAll('forecost-calculator')].flatMap((element) =>
          [...element.shadowRoot!.querySelectorAll('*')]
            .filter(
              (inner) =>
                !inner.closest('.sr') &&
                inner.getBoundingClientRect().right > element.getBoundingClientRect().right + 1,
            )
            .map((inner) => `${element.id} ${inner.className || inner.localName}`),
        ),
      )
      expect(overflow).toEqual([])
    })

    test.each(['/', '/dark'])('has no accessibility fault on %s', async (path) => {
      await open(path)
      await page.evaluate(await readFile(axeSource, 'utf8'))
      const faults = await page.evaluate(async () => {
        const axe = (
          window as unknown as {
            axe: { run: (where: string) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
          }
        ).axe
        return (await axe.run('main')).violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
        )
      })
      expect(faults).toEqual([])
    })

    test.runIf(name === 'chromium')('what stands below it hardly moves when the card comes late', async () => {
      page = await browser.newPage()
      await page.setViewport({ width: 800, height: 900 })
      await page.goto(`${site.origin}/slow`)
      await page.waitForFunction(() => document.querySelector('#calculator')?.shadowRoot?.querySelector('.total'))
      const shift = await page.evaluate(
        () =>
          new Promise<number>(
            (done) =>
              new PerformanceObserver((list) =>
                done(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0)),
              ).observe({ type: 'layout-shift', buffered: true }) ?? setTimeout(() => done(0), 500),
          ),
      )
      expect(shift).toBeLessThan(0.05)
    })

    test('a language is loaded when it is needed, once, and nothing stays English', async () => {
      const before = site.requests.length
      page = await browser.newPage()
      await page.goto(`${site.origin}/foreign`)
      await page.waitForFunction(() => document.querySelector('#table')?.shadowRoot?.querySelector('td'))
      await page.waitForFunction(() => document.querySelector('#second')?.shadowRoot?.querySelector('.total'))
      const asked = site.requests.slice(before).filter((path) => path.startsWith('/languages/'))
      expect(new Set(asked).size).toBe(1)
      expect(await text('calculator', '.total')).toBe('60 \u202ecredits\u202c')
      expect(await text('second', 'header')).toContain('\u202eWhat\u202c')
      expect(await text('table', 'caption')).toContain('\u202ewhat\u202c')
      const dir = await page.evaluate(() =>
        document.querySelector('#second')!.shadowRoot!.querySelector('.box')!.getAttribute('dir'),
      )
      expect(dir).toBe('rtl')
      expect(await reports()).toEqual([])
    })

    test('a table shows every variant, and a pressed price goes into its calculator', async () => {
      page = await browser.newPage()
      page.on('pageerror', (error) => errors.push(String(error)))
      await page.goto(`${site.origin}/tables`)
      await page.waitForFunction(() => document.querySelector('#table')?.shadowRoot?.querySelector('td'))
      await page.waitForFunction(() => document.querySelector('#plans')?.shadowRoot?.querySelector('td'))
      await page.waitForFunction(() => document.querySelector('#calculator')?.shadowRoot?.querySelector('.total'))
      expect(await text('plans', 'tbody')).toContain('625 credits a month')
      await page.evaluate(() => {
        const cells = [...document.querySelector('#table')!.shadowRoot!.querySelectorAll('td')]
        cells
          .find((cell) => cell.textContent!.startsWith('100 '))!
          .querySelector('button')!
          .click()
      })
      expect(await text('calculator', '.total')).toBe('100 credits')
      await page.evaluate(await readFile(axeSource, 'utf8'))
      const faults = await page.evaluate(async () => {
        type Axe = { run: (where: string) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
        const { violations } = await (window as unknown as { axe: Axe }).axe.run('main')
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
      })
      expect(faults).toEqual([])
      expect(await reports()).toEqual([])
      expect(errors).toEqual([])
    })

    // Only Chromium's protocol counts what is alive.
    test.skipIf(name === 'firefox')(
      'a calculator that has left the page for good is let go, its address and all',
      async () => {
        await open()
        const alive = async () => {
          const made = await page.evaluateHandle(() => customElements.get('forecost-calculator')!.prototype)
          return (await page.queryObjects(made)).evaluate((all) => all.length)
        }
        const before = await alive()
        await page.evaluate(async () => {
          for (let count = 0; count < 20; count++) {
            const element = document.createElement('forecost-calculator')
            Object.assign(element, { card: '/card.json', state: `calc${count}`, share: true })
            const ready = new Promise((done) => element.addEventListener('forecost-ready', done, { once: true }))
            document.body.append(element)
            await ready
            element.remove()
          }
        })
        // The last ones may still be drawing.
        expect((await alive()) - before).toBeLessThan(5)
      },
    )

    test('leaves and comes back, moves, and prices still', async () => {
      await open()
      await page.evaluate(() => {
        const element = document.querySelector('#calculator')!
        element.remove()
        document.querySelector('main')!.prepend(element)
      })
      await page.waitForFunction(() => document.querySelector('#calculator')?.shadowRoot?.querySelector('.total'))
      expect(await text('calculator', '.total')).toBe('60 credits')
      expect(errors).toEqual([])
    })
  })
}

test('five calculators on a page ask for their card once', () => {
  const one = ['/', '/classic', '/dark']
  // A table is a script of its own, and so is each copy.
  const two = ['/foreign', '/tables', '/twice', '/versions']
  const count = (paths: string[]) => site.requests.filter((path) => paths.includes(path)).length
  const pages = count(one) + 2 * count(two)
  expect(site.requests.filter((path) => path === '/card.json').length).toBeLessThanOrEqual(pages)
})

test.each(['forecost.js', 'forecost-table.js'])(
  'importing %s in plain Node throws nothing and touches nothing',
  (name) => {
    const program = `const before = Object.keys(globalThis).length
    const it = await import(${JSON.stringify(new URL(name, dist).href)})
    for (const key of ['define', 'defineTable']) it[key]?.()
    console.log(JSON.stringify({ added: Object.keys(globalThis).length - before, names: Object.keys(it).length > 2 }))`
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
    expect(JSON.parse(said)).toEqual({ added: 0, names: true })
  },
)

test('every versioned file has the digest that sri.json and the page’s integrity attribute say', async () => {
  const { files } = JSON.parse(await readFile(new URL('sri.json', dist), 'utf8')) as {
    files: { [name: string]: string }
  }
  expect(Object.keys(files).length).toBe(5)
  for (const [name, digest] of Object.entries(files)) {
    const bytes = await readFile(new URL(name, dist))
    expect(`sha384-${createHash('sha384').update(bytes).digest('base64')}`, name).toBe(digest)
    expect(bytes.equals(await readFile(new URL(name.replace(/-\d[\d.]*\d/, ''), dist))), name).toBe(true)
  }
})

test('nothing in the built files makes code from text', async () => {
  const code = await readFile(new URL('forecost.js', dist), 'utf8')
  expect(code).not.toMatch(/\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write|localStorage|cookie/)
})
