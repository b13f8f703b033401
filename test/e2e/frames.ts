import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card } from '../gallery/card'
import { openChromium } from './chromium'
import { all, tag, text } from './closed'
import { openFirefox } from './firefox'
import { click, type Opened } from './opened'
import { chipsIn, until, type Chip } from './seat'

// A tool inside a frame of another site: allowed by its own name, when the user asks for it in the toolbar; priced in the frame.

const settings = {
  model: 'swift2',
  resolution: '1080p',
  duration: '5',
  audio: 'off',
  variants: '2',
  ratio: '16:9',
  characters: '0',
}
const tool = `<!doctype html><html lang="en"><body style="padding: 60px"><form data-rate-card-feature="film" onsubmit="return false">
  ${Object.entries(settings)
    .map(([name, value]) => `<input data-rate-card-dimension="${name}" value="${value}">`)
    .join('')}<p><button data-rate-card-generate>Generate</button></p></form></body></html>`
const inside = (kind: string) => tool.replace('<form', `<h1>${kind}</h1><form`).replaceAll('"', '&quot;')

export function frames(kind: Opened['kind']): void {
  let server: Server
  let opened: Opened
  let port: number

  beforeAll(async () => {
    server = createServer(({ url, headers }, response) => {
      response.setHeader('content-type', 'text/html')
      const own = headers.host!.startsWith('localhost')
      if (url === '/.well-known/rate-card.json') response.writeHead(own ? 200 : 404).end(JSON.stringify(card))
      else if (url === '/tool') response.end(tool)
      else if (url === '/own')
        response.end(`<h1>Own</h1><iframe width="700" height="400" srcdoc="${inside('Inside')}"></iframe>`)
      else response.end(`<h1>Page</h1><iframe width="700" height="400" src="http://localhost:${port}/tool"></iframe>`)
    })
    await new Promise<void>((resolve) => server.listen(0, resolve))
    port = (server.address() as AddressInfo).port
    opened = kind === 'chromium' ? await openChromium() : await openFirefox()
  })
  afterAll(async () => {
    await opened?.close()
    server?.close()
  })
  const button = async (page: Parameters<Opened['tree']>[0], words: string) =>
    all(await opened.tree(page), tag('button')).find((it) => text(it) === words)

  test('a form in another site’s frame is priced once that site is allowed from the toolbar', async () => {
    await opened.grant('http://127.0.0.1/*')
    const page = await opened.browser.newPage()
    await page.goto(`http://127.0.0.1:${port}/`)
    const inFrame = () => opened.frameTree(page).then(chipsIn)
    expect(await inFrame()).toEqual([])
    const popup = await opened.openOwn('/popup.html')
    const words = `Turn on for localhost:${port} too`
    await click(
      opened,
      popup,
      (await until(
        () => button(popup, words),
        (it) => it !== undefined,
        words,
      ))!,
    )
    await opened.accept(popup, { origins: ['http://localhost/*'] })
    await popup.close()
    await page.bringToFront()
    const priced = (chips: Chip[]) => chips[0]?.text.includes('1,050 credits') === true
    await until(inFrame, priced, 'a chip in the frame')
    expect(chipsIn(await opened.tree(page, 'h1 ~ forecost-overlay'))).toEqual([])
    // The popup speaks of the form in the frame, at its own site's prices.
    const again = await opened.openOwn('/popup.html')
    await until(
      () => opened.tree(again).then(text),
      (it) => it.includes('1,050 credits') && it.includes('On for localhost'),
      'the price',
    )
    await again.close()
    await page.bringToFront()
    await page.reload()
    await until(inFrame, priced, 'a chip in the frame again')
    await page.close()
  })

  test('a frame without an address of its own is its page’s', async () => {
    const page = await opened.browser.newPage()
    await page.goto(`http://localhost:${port}/own`)
    await until(
      () => opened.frameTree(page).then(chipsIn),
      (chips) => chips[0]?.text.includes('1,050 credits') === true,
      'a chip in the frame',
    )
    await page.close()
  })
}
