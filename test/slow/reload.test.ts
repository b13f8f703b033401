import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtExtension } from '../e2e/built'
import { findChromium, findFirefox } from '../e2e/browsers'
import { openChromium } from '../e2e/chromium'
import { all, has } from '../e2e/closed'
import { openFirefox } from '../e2e/firefox'
import { gone, question, setGuard } from '../e2e/guard'
import { inject } from '../e2e/inject'
import type { Opened } from '../e2e/opened'
import { ownWorld, type OwnWorld } from '../e2e/own-world'
import { chip, overlays, until } from '../e2e/seat'
import { card } from '../gallery/card'
import { vendor } from '../gallery/harness/vendor'
import { ledgerScript, type Standing } from './long-life.world'

// The add-on is loaded anew while two tabs are open: one with a marked-up form, one with a form that detection was turned on for. Each
// then has one overlay, of the new add-on, and nothing of the old one hears anything any more.

const options = (words: string[]) => words.map((word) => `<option>${word}</option>`).join('')
const seconds = '<option value="5">5 s</option><option value="10">10 s</option>'
const given = { model: 'swift2', resolution: '1080p', audio: 'off', variants: '2', ratio: '16:9', characters: '0' }
const around = (form: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Reel Maker</title>
  <body style="padding: 80px"><script>presses = 0</script>${form}</body></html>`
const pages: { [path: string]: string } = {
  '/marked': around(`<form data-rate-card-feature="film" onsubmit="return false">
    ${Object.entries(given)
      .map(([name, value]) => `<input data-rate-card-dimension="${name}" value="${value}">`)
      .join('')}
    <select id="duration" data-rate-card-dimension="duration">${seconds}</select>
    <p><button onclick="presses++" data-rate-card-generate>Generate</button></p></form>`),
  '/plain': around(`<form onsubmit="return false">
    <label>Model <select>${options(['Swift 2', 'Aurora XL'])}</select></label>
    <label>Resolution <select>${options(['1080p (HD)', '4K'])}</select></label>
    <label>Duration <select id="duration">${seconds}</select></label>
    <label>Aspect ratio <select>${options(['16:9', '1:1'])}</select></label>
    <label>Variants <input type="number" value="2"></label> <label><input type="checkbox"> Audio</label>
    <label>Prompt <textarea></textarea></label> <p><button onclick="presses++">Generate</button></p></form>`),
}
const published = vendor('1000000')
// The user wants to be asked about the longer film, not about the shorter one.
const short = '1,050 credits'
const long = '1,100 credits'
const above = '1075'

const kinds = [
  { kind: 'Chromium', missing: !findChromium(), open: openChromium },
  { kind: 'Firefox', missing: !findFirefox(), open: openFirefox },
]

describe.each(kinds.filter(({ missing }) => !missing))('in $kind', ({ kind, open }) => {
  let server: Server
  let origin: string
  let folder: string
  let opened: Opened
  let tabs: { path: string; page: Page; said: string[] }[]

  beforeAll(async () => {
    server = createServer(({ url = '/' }, response) => {
      if (published[url]) response.end(published[url]())
      else response.setHeader('content-type', 'text/html').end(pages[url] ?? '')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    folder = await mkdtemp(join(tmpdir(), 'forecost-reload-'))
    await cp(builtExtension(kind === 'Chromium' ? 'chrome-mv3' : 'firefox-mv3'), folder, { recursive: true })
    opened = await open({ extension: folder })
    if (kind === 'Chromium') await developerMode(opened)
    await opened.grant('http://127.0.0.1/*')
    await setGuard(opened, { stops: false, above })
    tabs = []
    for (const path of Object.keys(pages)) {
      const page = await opened.browser.newPage()
      const said: string[] = []
      page.on('console', (message) => said.push(message.text()))
      page.on('pageerror', (error) => said.push(String(error)))
      await page.goto(origin + path)
      tabs.push({ path, page, said })
    }
    await chooseFilm()
    for (const { page } of tabs) {
      await page.bringToFront()
      await shows(page, short)
    }
  })
  afterAll(async () => {
    await opened?.close()
    server?.close()
    await rm(folder, { recursive: true, force: true })
  })

  test.each([
    ['reloaded', async () => undefined],
    ['updated to another version', anotherVersion],
  ])(
    'once the add-on is %s each tab has one overlay, of the new one, and nothing is left of the old',
    async (_, alter) => {
      const worlds: OwnWorld[] = []
      for (const tab of tabs) {
        if (kind === 'Chromium') worlds.push(await counted(tab))
        await tab.page.bringToFront()
        await shows(tab.page, short)
        await tab.page.evaluate(stir)
        tab.said.length = 0
      }
      for (const world of worlds) expect((await held(world)).listeners).toBeGreaterThan(0)
      const version = await alter()
      await reload()
      for (const { page, said } of tabs) {
        // While the add-on's own tab closes Firefox knows of no other for a moment.
        await until(
          () => page.bringToFront().then(Boolean, () => true),
          (failed) => !failed,
          'the tab',
        )
        await until(
          () => marks(page),
          (found) => JSON.stringify(found) === '[false]',
          'the new overlay alone',
        )
        await page.evaluate('clearInterval(stirring)')
        await page.select('#duration', '10')
        await shows(page, long)
        await pressIsAskedOnce(page)
        await page.select('#duration', '5')
        await shows(page, short)
        expect(await presses(page)).toBe(0)
        await page.click('button')
        expect(await presses(page)).toBe(1)
        await page.evaluate('presses = 0')
        expect(await overlays({ opened, page })).toBe(1)
        expect(said).toEqual([])
      }
      if (version) expect(await versionNow()).toBe(version)
      for (const world of worlds)
        await until(
          () => held(world),
          ({ observers, intervals, pending, listeners }) => observers + intervals + pending + listeners === 0,
          'the old overlay to hold nothing',
        )
    },
  )

  /** What scripts of ours hold in a tab is counted from here on: the overlay there makes way for one that begins now. */
  async function counted({ path, page }: (typeof tabs)[number]): Promise<OwnWorld> {
    const world = await ownWorld(page)
    await world.run(ledgerScript)
    await inject(opened, origin.replace(/:\d+$/, path), ['/overlay.js', '/detect.js'])
    return world
  }

  async function anotherVersion(): Promise<string> {
    const file = join(folder, 'manifest.json')
    const manifest = JSON.parse(await readFile(file, 'utf8')) as { version: string }
    const version = `${manifest.version}.1`
    await writeFile(file, JSON.stringify({ ...manifest, version }))
    return version
  }

  /** As the add-on itself would do it: its pages and its background end with the call. */
  async function reload(): Promise<void> {
    const own = await opened.openOwn('/options.html')
    await own.evaluate(() => void setTimeout(() => (globalThis as unknown as { chrome: any }).chrome.runtime.reload()))
  }

  async function versionNow(): Promise<string> {
    const own = await opened.openOwn('/options.html')
    const version = await own.evaluate(
      () => (globalThis as unknown as { chrome: any }).chrome.runtime.getManifest().version,
    )
    await own.close()
    return version
  }

  /** What the user chooses in the popup: it is kept, so that detection is there wherever the overlay is. */
  async function chooseFilm(): Promise<void> {
    const popup = await opened.openOwn('/popup.html')
    const chosen = { kind: 'choose', origin, path: '/plain', provider: card.provider, feature: 'film' }
    await popup.evaluate(async (message) => {
      const { tabs: open, runtime } = (globalThis as unknown as { chrome: any }).chrome
      const [tab] = await open.query({ url: 'http://127.0.0.1/plain' })
      await runtime.sendMessage({ ...message, tabId: tab.id })
    }, chosen)
    await popup.close()
  }

  const shows = (page: Page, wanted: string) =>
    until(
      () => chip({ opened, page }),
      (seen) => !!seen?.text.startsWith(wanted) && seen.text.endsWith('left'),
      wanted,
    )

  /** Until the guard has been brought presses go through. */
  async function pressIsAskedOnce(page: Page): Promise<void> {
    await until(
      async () => {
        await page.click('button')
        return question(opened, page)
      },
      (seen) => seen !== undefined,
      'the guard',
    )
    await page.evaluate('presses = 0')
    expect(all(await opened.tree(page), has('role', 'alertdialog')).length).toBe(1)
    await page.keyboard.press('Escape')
    await gone(opened, page)
  }
})

/** Without it Chromium switches off an unpacked add-on that is loaded anew. */
async function developerMode({ browser }: Opened): Promise<void> {
  const page = await browser.newPage()
  await page.goto('chrome://extensions')
  await page.evaluate(() =>
    (globalThis as unknown as { chrome: any }).chrome.developerPrivate.updateProfileConfiguration({
      inDeveloperMode: true,
    }),
  )
  await page.close()
}

const held = (world: OwnWorld) => world.run<Standing>('forecostLedger()')

/** Marks the overlay that is there, and keeps it busy: while the add-on is gone it asks a background that does not exist. */
function stir() {
  document.querySelector('forecost-overlay')!.setAttribute('data-old', '')
  const stirring = setInterval(() => {
    document.dispatchEvent(new Event('visibilitychange'))
    document.querySelector('#duration')!.dispatchEvent(new Event('change', { bubbles: true }))
  }, 100)
  Object.assign(globalThis, { stirring })
}

/** Of every overlay in a page, whether it was there before. */
const marks = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('forecost-overlay')].map((it) => it.hasAttribute('data-old')))
const presses = (page: Page) => page.evaluate('presses') as Promise<number>
