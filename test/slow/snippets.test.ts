import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveFolder } from '../built/serve-folder'
import { buildWidget } from '../built/widget-site'
import { findChromium } from '../e2e/browsers'
import { buildSnippetSite, snippetSites } from '../hosts/snippet-sites'
import { card } from '../widget/states'

const run = promisify(execFile)
const executablePath = findChromium()
const root = join(import.meta.dirname, '../..')
const UNDER = 'forecost'

/** What the builder prints is pasted as it stands, with the package as it would be published: each must price, in the language chosen. */
describe.skipIf(!executablePath)('a snippet of the embed builder, pasted as it is', () => {
  let browser: Browser
  let builder: Page
  let site: { origin: string; server: Server }
  let folder: string
  let packed: string
  let promised = ''

  beforeAll(async () => {
    buildWidget()
    folder = await mkdtemp(join(tmpdir(), 'forecost-snippets-'))
    const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', folder], {
      cwd: root,
      shell: process.platform === 'win32',
    })
    packed = join(folder, stdout.trim().split('\n').at(-1)!)
    await cp(join(root, 'dist/widget'), join(folder, UNDER), { recursive: true })
    await writeFile(join(folder, UNDER, 'card.json'), JSON.stringify(card))
    site = await serveFolder(folder)
    browser = await puppeteer.launch({ executablePath: executablePath!, args: ['--no-sandbox'] })
    builder = await browser.newPage()
    await builder.goto(`${site.origin}/${UNDER}/builder.html`)
    promised = await choose()
  })
  afterAll(async () => {
    await browser?.close()
    site?.server.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** A card, a tool, a language and settings, as an author chooses them; the price that the widest preview then shows. */
  async function choose(): Promise<string> {
    const line = async (id: string, text: string) => {
      await builder.focus(id)
      await builder.$eval(id, (box) => ((box as HTMLInputElement).value = ''))
      await builder.keyboard.type(`${text}\n`)
    }
    await line('#address', `/${UNDER}/card.json`)
    await line('#files', `/${UNDER}`)
    await builder.waitForSelector('#feature option[value=video]')
    await builder.select('#feature', 'video')
    await builder.select('#language', 'de')
    const widest = (what: string) => `.w680 forecost-calculator >>> ${what}`
    await inside(builder, '.w680 forecost-calculator', '#f-resolution')
    await builder.select(widest('#f-resolution'), '1080p')
    await builder.evaluate(() => [...document.querySelectorAll<HTMLElement>('form button')].at(-1)!.click())
    await inside(builder, '.w680 forecost-calculator', '.total')
    const total = await builder.$eval(widest('.total'), (one) => one.textContent!)
    expect(total).toMatch(/Credits$/)
    return total
  }

  const pieces = async (kind: string): Promise<string[]> => {
    await builder.select('#host', kind)
    return builder.$$eval('figure pre', (all) => all.map((one) => one.textContent!))
  }

  /** Builds the site, opens it, and gives back the total that readers see; throws with what their console says. */
  async function priceOn(kind: string, text: string[]): Promise<string> {
    const { served, remove } = await buildSnippetSite(kind, text, packed, UNDER, JSON.stringify(card)).catch(
      (error: { stdout?: string; stderr?: string }) => {
        throw new Error(`${String(error)}\n${error.stdout ?? ''}\n${error.stderr ?? ''}`.slice(0, 6000))
      },
    )
    const { origin, server } = await serveFolder(served)
    const page = await browser.newPage()
    const reports: string[] = []
    page.on('pageerror', (error) => reports.push(String(error)))
    page.on('console', (message) => {
      const asked = message.location().url ?? ''
      if (['error', 'warn'].includes(message.type()) && !asked.includes('favicon')) reports.push(message.text())
    })
    try {
      await page.goto(`${origin}/`)
      if (kind === 'iframe') await page.waitForSelector('iframe')
      const frame = kind === 'iframe' ? await page.waitForFrame((one) => one.url().includes('frame.html')) : page
      await inside(frame, 'forecost-calculator', '.total')
      const shown = await frame.$eval('forecost-calculator >>> .total', (one) => one.textContent!)
      expect(reports).toEqual([])
      return shown
    } finally {
      await page.close()
      server.close()
      await remove()
    }
  }

  test.each(Object.keys(snippetSites))('%s', async (kind) => {
    expect(await priceOn(kind, await pieces(kind === 'next' ? 'react' : kind))).toBe(promised)
  })

  test('and what docs/embed.md says of the first five minutes, word for word', async () => {
    const guide = await readFile(join(root, 'docs/embed.md'), 'utf8')
    const walk = guide.slice(guide.indexOf('## Five minutes'), guide.indexOf('## From npm'))
    const block = (language: string): string =>
      new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(walk)![1]!.replaceAll(/^ {3}/gm, '')
    expect(await priceOn('html', [block('html')])).toMatch(/^\d+ credits$/)
    const config = /export default \{([^]*)\}/.exec(block('js'))![1]!
    expect(await priceOn('vitepress', [config, block('md')])).toMatch(/^\d+ Credits$/)
  })
})

/** Waits for what an element draws. What changes in its shadow is no change of the page, for which `waitForSelector` would wait. */
const inside = (frame: Page | Frame, host: string, what: string) =>
  frame.waitForFunction(
    (host, what) => Boolean(document.querySelector(host)?.shadowRoot?.querySelector(what)),
    {},
    host,
    what,
  )
