import { mkdtemp, cp, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Server } from 'node:http'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from '../e2e/browsers'
import arabic from '../../core/locales/ar.json'
import english from '../../core/locales/en.json'
import { card } from '../widget/states'
import { serveFolder } from './serve-folder'
import { buildWidget } from './widget-site'

const executablePath = findChromium()
const dist = fileURLToPath(new URL('../../dist/widget', import.meta.url))
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

describe.skipIf(!executablePath)('pages that the widget brings', () => {
  let browser: Browser
  let page: Page
  let site: { origin: string; server: Server }
  let guest: { origin: string; server: Server }

  beforeAll(async () => {
    buildWidget()
    const folder = await mkdtemp(join(tmpdir(), 'forecost-pages-'))
    for (const place of [folder, join(folder, 'under')]) await cp(dist, place, { recursive: true })
    await writeFile(join(folder, 'card.json'), JSON.stringify(card))
    site = await serveFolder(folder)
    const outside = await mkdtemp(join(tmpdir(), 'forecost-outside-'))
    await cp(join(dist, 'forecost-frame.js'), join(outside, 'forecost-frame.js'))
    const frame = `${site.origin}/frame.html?card=/card.json&amp;feature=video&amp;settings=model%3Dgen4`
    await writeFile(
      join(outside, 'index.html'),
      `<!doctype html><title>Guest</title><iframe id="one" src="${frame}" width="600" height="50"></iframe>
      <iframe id="two" src="/frame.html" height="50"></iframe>
      <div style="height: 9000px"></div><iframe id="below" src="${frame}" width="600" height="50"></iframe><script type="module" src="/forecost-frame.js"></script>`,
    )
    await writeFile(
      join(outside, 'frame.html'),
      '<script>parent.postMessage({ from: "forecost", height: 99999 }, "*")</script>',
    )
    guest = await serveFolder(outside)
    browser = await puppeteer.launch({ executablePath: executablePath!, args: ['--no-sandbox'] })
    page = await browser.newPage()
    await page.setViewport({ width: 1200, height: 900 })
  })
  afterAll(async () => {
    await browser?.close()
    site?.server.close()
    guest?.server.close()
  })

  const height = (id: string) => page.evaluate((id) => document.getElementById(id)!.getBoundingClientRect().height, id)

  test('an iframe grows to what is in it, a message of another page or past all measure does nothing', async () => {
    await page.goto(`${guest.origin}/`)
    const priced = () => page.frames().some((frame) => frame.url().includes('/frame.html?'))
    await expect.poll(priced).toBe(true)
    const inside = page.frames().find((frame) => frame.url().includes('/frame.html?'))!
    const settled = () =>
      inside.evaluate(() => {
        const total = document.querySelector('forecost-calculator')?.shadowRoot?.querySelector('.total')
        return total?.textContent ? Math.ceil(document.body.getBoundingClientRect().height) : 0
      })
    await expect.poll(async () => (await settled()) > 300 && (await settled()) + 4 - (await height('one'))).toBe(0)
    const before = await height('one')
    await page.evaluate(() => postMessage({ from: 'forecost', height: 700 }, '*'))
    await page.evaluate(() => new Promise((done) => setTimeout(done, 200)))
    expect([await height('one'), await height('two')]).toEqual([before, 54])
  })

  test('an iframe far below has its height before anybody scrolls to it', async () => {
    await page.goto(`${guest.origin}/`)
    await expect.poll(() => height('below')).toBeGreaterThan(300)
    expect(await height('below')).toBe(await height('one'))
  })

  test('the builder shows three previews, and its snippet says what was chosen', async () => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    await page.goto(`${site.origin}/builder.html`)
    await page.type('#address', '/card.json\n')
    const totals = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('forecost-calculator')].map(
          (one) => one.shadowRoot!.querySelector('header span')?.textContent ?? '',
        ),
      )
    await expect.poll(totals).toEqual(Array(3).fill('Nord Studio · Text to video'))
    await page.select('#feature', 'stitch')
    await expect.poll(totals).toEqual(Array(3).fill('Nord Studio · Stitch clips'))
    await page.select('#share', '')
    const offers = () =>
      page.$$eval('forecost-calculator', (all) =>
        all.map((one) => one.shadowRoot!.querySelectorAll('.share button').length),
      )
    await expect.poll(offers).toEqual([2, 2, 2])
    await page.select('#share', '-')
    await expect.poll(offers).toEqual([0, 0, 0])
    await page.select('#theme', 'dark')
    const snippet = () => page.$$eval('pre', (all) => all.map((one) => one.textContent).join('\n'))
    expect(await snippet()).toContain(
      '<forecost-calculator card="/card.json" feature="stitch" theme="dark"></forecost-calculator>',
    )
    for (const [host, words] of [
      ['mdx', '<forecost-calculator card="/card.json" feature="stitch" theme="dark" />'],
      ['vitepress', 'isCustomElement'],
      ['starlight', "tag: 'script'"],
      ['react', "from 'forecost'"],
      ['iframe', 'frame.html?card=%2Fcard.json&amp;feature=stitch&amp;theme=dark'],
      ['mintlify', `<iframe src="${site.origin}/frame.html?card=%2Fcard.json&amp;feature=stitch&amp;theme=dark"`],
      ['gitbook', `{% embed url="${site.origin}/frame.html?card=%2Fcard.json&feature=stitch&theme=dark" %}`],
      ['notion', `${site.origin}/frame.html?card=%2Fcard.json&feature=stitch&theme=dark`],
    ] as const) {
      await page.select('#host', host)
      expect(await snippet(), host).toContain(words)
    }
    expect(await faults()).toEqual([])
    expect(errors).toEqual([])
  })

  test('of a host that serves no files of ours the builder says what it takes, and asks for an address on the web', async () => {
    await page.goto(`${site.origin}/builder.html`)
    await page.waitForSelector('#host')
    await page.select('#host', 'gitbook')
    const warnings = () => page.$$eval('.warning', (all) => all.map((one) => one.textContent).filter(Boolean))
    const { gitbookNote, reachable, vitepressNote } = english.builder
    expect(await warnings()).toEqual([expect.stringContaining(gitbookNote), reachable])
    await page.$eval('#files', (box) => ((box as HTMLInputElement).value = ''))
    await page.type('#files', 'https://prices.example/forecost\n')
    expect(await warnings()).toEqual([expect.stringContaining(gitbookNote)])
    expect(await page.$eval('pre', (one) => one.textContent)).toMatch(
      /^\{% embed url="https:\/\/prices\.example\/forecost\/frame\.html\?card=[^"]+" %\}$/,
    )
    await page.select('#host', 'vitepress')
    expect(await warnings()).toEqual([expect.stringContaining(vitepressNote)])
  })

  test('the builder takes the folder it lies in for that of the files', async () => {
    await page.goto(`${site.origin}/under/builder.html`)
    await page.waitForSelector('#files')
    expect(await page.$eval('#files', (box) => (box as HTMLInputElement).value)).toBe('/under/')
    expect(await page.$eval('pre', (one) => one.textContent)).toContain('src="/under/forecost.js"')
  })

  /** What axe finds on the whole page, and what makes it scroll sideways. */
  async function faults(): Promise<string[]> {
    await page.evaluate(await readFile(axe, 'utf8'))
    return page.evaluate(async () => {
      type Axe = { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      const { violations } = await (window as unknown as { axe: Axe }).axe.run()
      return [
        ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        ...(document.documentElement.scrollWidth > innerWidth ? ['scrolls sideways'] : []),
      ]
    })
  }

  test('the builder speaks the author’s language, in its direction, in the dark and on a telephone', async () => {
    await page.setViewport({ width: 360, height: 800 })
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
    await page.goto(`${site.origin}/builder.html?lang=ar`)
    await page.waitForSelector('html[dir=rtl] h1')
    expect(await page.$eval('h1', (one) => one.textContent)).toBe(arabic.builder.title)
    await page.waitForSelector('.w680 forecost-calculator >>> .total')
    for (const host of ['html', 'vitepress', 'react', 'iframe', 'gitbook']) {
      await page.select('#host', host)
      expect(await faults(), host).toEqual([])
    }
  })

  test('the builder says what is wrong with a card, copies each piece, and starts readers with what is set', async () => {
    await page.goto(`${site.origin}/builder.html`)
    await browser
      .defaultBrowserContext()
      .overridePermissions(site.origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write'])
    const paste = (text: string) =>
      page.$eval(
        '#pasted',
        (box, text) => {
          ;(box as HTMLTextAreaElement).value = text
          box.dispatchEvent(new Event('input', { bubbles: true }))
        },
        text,
      )
    const fault = () => page.$eval('.fault', (one) => one.textContent)
    await paste('{ "format": 2 }')
    await expect.poll(fault).toMatch(/^card\./)
    expect(await faults()).toEqual([])
    await paste(JSON.stringify(card, undefined, 2))
    await page.waitForSelector('#feature option[value=video]')
    expect(await fault()).toBe('')
    await page.select('#feature', 'video')
    const duration = await page.waitForSelector('.w680 forecost-calculator >>> #f-duration')
    await duration!.evaluate((box) => {
      ;(box as HTMLInputElement).value = '7'
      box.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('form button')].at(-1)!.click())
    await page.select('#host', 'vitepress')
    await page.bringToFront()
    await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('figure button')].at(-1)!.click())
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(
        /^<forecost-calculator card="[^\n]+" feature="video" settings="[^"]*duration=7[^"]*"><\/forecost-calculator>$/,
      )
  })
})
