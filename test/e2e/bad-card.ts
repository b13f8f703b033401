import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card } from '../gallery/card'
import { openChromium } from './chromium'
import { openFirefox } from './firefox'
import type { Opened } from './opened'
import { click } from './opened'
import { chip, panelText, until } from './seat'

const page = (
  feature: string,
  seconds: string,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Reel Maker</title>
<body style="padding: 80px; font: 16px sans-serif"><form onsubmit="return false" data-rate-card-feature="${feature}">
  <label>Duration <input type="number" data-rate-card-dimension="duration" value="${seconds}"></label>
  <button data-rate-card-generate>Generate</button></form></body></html>`

type Answer = (response: ServerResponse) => void
const json =
  (value: unknown): Answer =>
  (response) =>
    response.end(JSON.stringify(value))

/** What the site says of its prices, what the page asks for, and the words the panel then has. */
const faults: [string, { card?: Answer; feature?: string; says: RegExp }][] = [
  [
    'is no JSON',
    {
      card: (r) => r.end('<!doctype html><p>A card? Here?'),
      says: /prices cannot be read: the answer could not be understood/,
    },
  ],
  ['has a field that nobody knows', { card: json({ ...card, surprise: 1 }), says: /could not be understood/ }],
  [
    'has a price that is a word',
    { card: json({ ...card, features: { film: 'cheap' } }), says: /could not be understood/ },
  ],
  ['is not there', { card: (r) => r.writeHead(404).end(), says: /prices cannot be read: nothing at this address/ }],
  ['comes from a server that fails', { card: (r) => r.writeHead(503).end(), says: /prices cannot be read: no answer/ }],
  [
    'is somewhere else',
    { card: (r) => r.writeHead(302, { Location: 'http://127.0.0.2/' }).end(), says: /leads to another site/ },
  ],
  ['has no end', { card: (r) => r.end(' '.repeat(3_000_000)), says: /the answer was too large/ }],
  ['knows no such tool', { feature: 'sculpture', says: /the rate card has no such feature/i }],
]

/** What a page shows whose card or markup is wrong, in one browser. */
export function badCardsIn(kind: 'chromium' | 'firefox') {
  let opened: Opened
  const servers: Server[] = []
  const errors: string[] = []

  beforeAll(async () => {
    opened = kind === 'chromium' ? await openChromium() : await openFirefox()
    await opened.grant('http://127.0.0.1/*')
  })
  afterAll(async () => {
    await opened?.close()
    for (const server of servers) server.close()
  })

  test.each(faults)('a card that %s: no price, the reason in the panel, and the page as it was', async (_, given) => {
    const tab = await visit(await serve(given.card ?? json(card), given.feature ?? 'film'))
    const before = await tab.evaluate(() => document.querySelector('form')!.outerHTML)
    const seen = await until(
      () => chip({ opened, page: tab }),
      (now) => now?.state === 'unpriced',
      'a chip without a price',
    )
    expect(seen!.text).toBe('price not known')
    await click(opened, tab, seen!.node)
    await until(
      () => panelText({ opened, page: tab }),
      (words) => given.says.test(words),
      `a panel that says ${given.says}`,
    )
    expect(await tab.evaluate(() => document.querySelector('form')!.outerHTML)).toBe(before)
    expect(errors).toEqual([])
    await tab.close()
  })

  async function serve(answer: Answer, feature: string): Promise<string> {
    const server = createServer(({ url }, response) => {
      if (url === '/') response.setHeader('content-type', 'text/html').end(page(feature, '5'))
      else if (url === '/.well-known/rate-card.json') answer(response)
      else response.writeHead(404).end()
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  }

  async function visit(url: string): Promise<Page> {
    const tab = await opened.browser.newPage()
    tab.on('pageerror', (error) => errors.push(String(error)))
    await tab.goto(url)
    await tab.bringToFront()
    return tab
  }
}
