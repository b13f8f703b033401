import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RateCard } from '../../core/rate-card'
import { card } from '../gallery/card'
import { openChromium } from './chromium'
import { all, has, text } from './closed'
import { click, type Opened } from './opened'
import { chip, overlays, until } from './seat'

// A site that marks nothing up and states prices for two things that look alike: turned on from the popup, chosen once, remembered.

const options = (words: string[]) => words.map((word) => `<option>${word}</option>`).join('')
const form = `<!doctype html><meta charset="utf-8"><title>Studio</title><body style="padding: 80px"><form onsubmit="return false">
  <label>Model <select>${options(['Swift 2', 'Aurora XL'])}</select></label>
  <label>Resolution <select>${options(['1080p (HD)', '4K'])}</select></label>
  <label>Duration <select id="duration">${options(['5 s', '10 s'])}</select></label>
  <label>Aspect ratio <select>${options(['16:9', '1:1'])}</select></label>
  <label>Variants <input type="number" value="2"></label> <label><input type="checkbox"> Audio</label>
  <label>Prompt <textarea></textarea></label> <button>Generate</button></form></body>`
const twice: RateCard = {
  ...card,
  features: { film: card.features.film!, trailer: { ...card.features.film!, name: 'Trailer' } },
}

let server: Server
let opened: Opened
let origin: string

beforeAll(async () => {
  server = createServer(({ url: path }, response) => {
    if (path === '/.well-known/rate-card.json') response.end(JSON.stringify(twice))
    else if (path === '/empty') response.setHeader('content-type', 'text/html').end('<p>Nothing here</p>')
    else response.setHeader('content-type', 'text/html').end(form)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  opened = await openChromium()
  await opened.grant('http://127.0.0.1/*')
})
afterAll(async () => {
  await opened?.close()
  server?.close()
})

const words = async (popup: Page) => text(await opened.tree(popup))

test('what cannot be told is asked once, in the popup, and remembered for the page', async () => {
  const page = await opened.browser.newPage()
  await page.goto(`${origin}/project/8841/create`)
  const popup = await opened.openOwn('/popup.html')
  await until(
    () => words(popup),
    (it) => it.includes('What does this page make?'),
    'the question',
  )
  expect(await overlays({ opened, page })).toBe(0)
  const choice = all(await opened.tree(popup), has('class', 'likely-one')).find((it) => /Film/i.test(text(it)))!
  await click(opened, popup, choice)
  await until(
    () => words(popup),
    (it) => !it.includes('What does this page make?'),
    'the answer to be taken',
  )
  await popup.close()
  await page.bringToFront()
  await shows(page, '1,050 credits')
  await page.select('#duration', '10 s')
  await shows(page, '1,100 credits')

  // Another project of the same page, opened anew.
  await page.goto(`${origin}/project/9120/create`)
  await shows(page, '1,050 credits')
  await page.close()
})

test('a page that shows nothing to read is said to be unreadable, with the way to mend that', async () => {
  const page = await opened.browser.newPage()
  await page.goto(`${origin}/empty`)
  const popup = await opened.openOwn('/popup.html')
  await until(
    () => words(popup),
    (it) => it.includes('cannot read this page') && it.includes('Point at its settings'),
    'the words for it',
  )
  await popup.close()
  await page.close()
})

async function shows(page: Page, wanted: string): Promise<void> {
  await until(
    () => chip({ opened, page }),
    (seen) => !!seen?.text.includes(wanted),
    wanted,
  )
}
