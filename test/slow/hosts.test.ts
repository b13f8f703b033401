import type { Server } from 'node:http'
import puppeteer, { type Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveFolder } from '../built/serve-folder'
import { buildWidget, POLICY } from '../built/widget-site'
import { startWebKit, webKitMissing } from '../built/webkit'
import { findChromium, findFirefox } from '../e2e/browsers'
import { buildHost, hosts } from '../hosts/build'

/** What the test does in a page, in whatever browser: scripts go in as text and give back what they return. */
type Page = { open: (url: string) => Promise<void>; run: <T>(script: string) => Promise<T>; close: () => Promise<void> }

async function inPuppeteer(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  await page.setViewport({ width: 1280, height: 900 })
  return {
    open: async (url) => void (await page.goto(url)),
    run: <T>(script: string) => page.evaluate(`(() => { ${script} })()`) as Promise<T>,
    close: () => page.close(),
  }
}

const browsers: {
  name: string
  missing?: string
  start: () => Promise<{ page: () => Promise<Page>; end: () => Promise<unknown> }>
}[] = [
  ...(
    [
      ['Chromium', 'chrome', findChromium(), ['--no-sandbox']],
      ['Firefox', 'firefox', findFirefox(), []],
    ] as const
  ).map(([name, browser, executablePath, args]) => ({
    name,
    ...(!executablePath && { missing: name }),
    start: async () => {
      const launched = await puppeteer.launch({ browser, executablePath: executablePath!, args: [...args] })
      return { page: () => inPuppeteer(launched), end: () => launched.close() }
    },
  })),
  {
    name: 'WebKit',
    missing: webKitMissing(),
    start: async () => {
      const webkit = await startWebKit()
      return { page: async () => ({ ...webkit, close: async () => {} }), end: () => webkit.close() }
    },
  },
]

const inside = (id: string, what: string) => `document.querySelector('#${id}')?.shadowRoot?.querySelector('${what}')`
const type = (id: string, value: string) => `
  const box = ${inside(id, '#f-duration')}
  box.value = '${value}'
  box.dispatchEvent(new Event('input', { bubbles: true, composed: true }))`
const follow = `[...document.querySelectorAll('main a, article a')].find((one) => one.textContent.includes('Other page')).click()`

for (const { name: browserName, missing } of browsers)
  if (missing) console.warn(`${browserName} is untried: ${missing} is not here`)

describe.each(Object.keys(hosts))('%s', (name) => {
  let site: { origin: string; server: Server } | undefined
  let failure = ''

  beforeAll(async () => {
    buildWidget()
    try {
      site = await serveFolder(await buildHost(name), name === 'plain-csp' ? POLICY : undefined)
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
      failure = `${String(error)}\n${stdout}\n${stderr}`.slice(0, 4000)
    }
  })
  afterAll(() => void site?.server.close())

  test('builds', () => expect(failure).toBe(''))

  test.each(browsers.filter(({ missing }) => !missing))(
    'in $name it prices, follows the reader, and survives going away and back, with nothing on the console',
    async ({ start }) => {
      const { page: newPage, end } = await start()
      try {
        const page = await newPage()
        const shown = (id: string, what: string) => page.run<string>(`return ${inside(id, what)}?.textContent ?? ''`)
        const becomes = (id: string, what: string, text: string) =>
          expect.poll(() => shown(id, what).catch(() => ''), { interval: 100 }).toBe(text)
        const reported = () => page.run<string[]>('return window.reports')
        await page.open(`${site!.origin}/`)
        await becomes('first', '.total', '60 credits')
        expect(
          await page.run<string>(`return document.querySelector('forecost-price').shadowRoot.textContent`),
        ).toContain('60 credits')
        await page.run(type('first', '7'))
        await becomes('first', '.total', '84 credits')
        expect(await reported()).toEqual([])
        await page.run(follow)
        await becomes('second', '.total', '25 credits')
        expect(await reported()).toEqual([])
        await page.run('history.back()')
        await expect.poll(() => shown('first', '.total').catch(() => '')).toMatch(/^(60|84) credits$/)
        await page.run(type('first', '8'))
        await becomes('first', '.total', '96 credits')
        expect(await reported()).toEqual([])
        await page.close()
      } finally {
        await end()
      }
    },
  )
})
