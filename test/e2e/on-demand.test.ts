import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card } from '../gallery/card'
import { openChromium } from './chromium'
import { all, has, text } from './closed'
import { inject } from './inject'
import type { Opened } from './opened'

// A site that publishes its prices and marks nothing up: detection is put into the page as the background does it, and the overlay
// that is already there shows the price.

const options = (words: string[]) => words.map((word) => `<option>${word}</option>`).join('')
const form = `<!doctype html><meta charset="utf-8"><title>Reel Maker</title><body style="padding: 80px"><form onsubmit="return false">
  <label>Model <select id="model">${options(['Swift 2', 'Aurora XL'])}</select></label>
  <label>Resolution <select>${options(['1080p (HD)', '4K'])}</select></label>
  <label>Duration <select id="duration">${options(['5 s', '10 s'])}</select></label>
  <label>Aspect ratio <select>${options(['16:9', '1:1'])}</select></label>
  <label>Variants <input type="number" value="2"></label> <label><input type="checkbox"> Audio</label>
  <label>Prompt <textarea></textarea></label> <button>Generate</button></form></body>`

let server: Server
let opened: Opened
let url: string

beforeAll(async () => {
  server = createServer(({ url: path }, response) => {
    if (path === '/') response.setHeader('content-type', 'text/html').end(form)
    else if (path === '/.well-known/rate-card.json') response.end(JSON.stringify(card))
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  opened = await openChromium()
})
afterAll(async () => {
  await opened?.close()
  server?.close()
})

test('a page without markup is priced once detection is put into it, and follows its controls', async () => {
  await opened.grant('http://127.0.0.1/*')
  const page = await opened.browser.newPage()
  await page.goto(url)
  expect(await inject(opened, 'http://127.0.0.1/*')).toMatchObject({
    bound: true,
    likely: [{ feature: 'film', matched: 7, sure: true }],
  })
  await shows(page, '1,050 credits')
  await page.select('#duration', '10 s')
  await shows(page, '1,100 credits')
  await page.select('#model', 'Aurora XL')
  await shows(page, '1,380 credits')
})

async function shows(page: Page, wanted: string): Promise<void> {
  await page.bringToFront()
  await expect
    .poll(async () =>
      all(await opened.tree(page), has('aria-haspopup'))
        .map(text)
        .join(' '),
    )
    .toContain(wanted)
}
