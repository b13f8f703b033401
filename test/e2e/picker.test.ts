import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card } from '../gallery/card'
import { openChromium } from './chromium'
import { all, first, has, tag, text, type ShadowNode } from './closed'
import { click, type Opened } from './opened'
import { chipsIn, until } from './seat'

// A page that says little: the model by code names, the length and the number of films without any label. Detection alone must not
// price it; the user points once, and it is priced from then on.

const options = (words: string[]) => words.map((word) => `<option>${word}</option>`).join('')
const form = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Studio</title><body style="padding: 60px; font: 15px system-ui">
  <header>Credits <b class="left">1,240</b> <i>3 new</i> <span class="left">9 days</span></header><form onsubmit="return false">
  <p><select id="engine">${options(['S2', 'AX'])}</select></p>
  <p>Resolution <select>${options(['1080p (HD)', '4K'])}</select></p>
  <p><span class="how-long" id="length" tabindex="0">5s</span></p>
  <p>Aspect ratio <select>${options(['16:9', '1:1'])}</select></p>
  <p><input id="films" type="number" value="2"></p> <label><input type="checkbox"> Audio</label>
  <p>Prompt <textarea></textarea></p> <button id="go">Generate</button></form>
  <script>
    presses = 0
    go.addEventListener('click', () => presses++)
    document.getElementById('length').addEventListener('click', (e) => (e.target.textContent = e.target.textContent === '5s' ? '10s' : '5s'))
  </script></body>`

const marked = `<!doctype html><html lang="en"><meta charset="utf-8"><header>Credits <b class="left">1,240</b></header>
  <form data-rate-card-feature="film">${Object.entries({
    model: 'swift2',
    resolution: '1080p',
    duration: '5',
    audio: 'off',
    variants: '2',
    ratio: '16:9',
    characters: '0',
  })
    .map(([name, value]) => `<input data-rate-card-dimension="${name}" value="${value}">`)
    .join('')}<button data-rate-card-generate>Generate</button></form>`

let server: Server
let opened: Opened
let origin: string
let page: Page

beforeAll(async () => {
  server = createServer(({ url }, response) => {
    if (url === '/.well-known/rate-card.json') response.end(JSON.stringify(card))
    else if (url === '/marked') response.setHeader('content-type', 'text/html').end(marked)
    else response.setHeader('content-type', 'text/html').end(form)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  opened = await openChromium()
  await opened.grant('http://127.0.0.1/*')
  page = await opened.browser.newPage()
  await page.goto(`${origin}/create`)
})
afterAll(async () => {
  await opened?.close()
  server?.close()
})

// The picker is drawn in an element like the chip's.
const chip = async () => chipsIn(await opened.tree(page))[0]
const nothing: ShadowNode = { name: '', value: '', attributes: {}, children: [], ref: 0 }
const picker = async () => first(await opened.tree(page), has('class', 'picker'))
const said = async () => text((await picker()) ?? nothing)
const shown = (part: string) => until(said, (it) => it.includes(part), part)
const row = async (name: string): Promise<ShadowNode> =>
  all((await picker()) ?? nothing, tag('li')).find((it) => text(it).startsWith(name)) ?? nothing
/** Presses a button within a part of the picker, once it is there. */
async function pressIn(words: string, part: () => Promise<ShadowNode | undefined> = picker) {
  const button = await until(
    async () => all((await part()) ?? nothing, tag('button')).find((it) => text(it) === words),
    (it) => it !== undefined,
    words,
  )
  await click(opened, page, button!)
}
const press = (name: string, words: string) => pressIn(words, () => row(name))

test('the popup offers to point; the picker shows what is read already, and what is not', async () => {
  const popup = await opened.openOwn('/popup.html')
  const offer = async () =>
    all(await opened.tree(popup), tag('button')).find((it) => text(it) === 'Point at its settings')
  await click(opened, popup, (await until(offer, (it) => it !== undefined, 'the offer'))!)
  await page.bringToFront()
  await shown('What Forecost reads now')
  expect(text(await row('Resolution'))).toContain('1080p')
  expect(text(await row('Model'))).toContain('not read')
  expect((await chip())?.text ?? 'nothing').toMatch(/–|not known|nothing/)
})

test('a control without a name is pointed at, and its words are given their meaning', async () => {
  await press('Model', 'Point')
  await page.click('#engine')
  await shown('“S2” means')
  const select = first(await row('Model'), tag('select'))!
  await click(opened, page, select)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await until(
    async () => text(await row('Model')),
    (it) => it.includes('Swift 2'),
    'the meaning',
  )
})

test('words alone can be pointed at, and are read back in the card’s terms', async () => {
  await press('Duration', 'Point')
  await page.click('#length')
  await until(
    async () => text(await row('Duration')),
    (it) => it.includes('5 s'),
    '5 s',
  )
  // Pointing pressed nothing on the page.
  expect(await page.$eval('#length', (it) => it.textContent)).toBe('5s')
})

test('the arrow keys and Enter point as well; Escape goes back', async () => {
  await press('Variants', 'Point')
  await page.keyboard.press('Escape')
  await shown('What Forecost reads now')
  await press('Variants', 'Point')
  const marked = () => page.evaluate(() => document.querySelector('#films')!.getBoundingClientRect().top)
  const top = await marked()
  for (let tries = 0; tries < 20; tries++) {
    await page.keyboard.press('ArrowDown')
    const frame = all(
      (await first(await opened.tree(page), has('class', 'picker-layer')))!,
      has('class', 'frame marked'),
    )[0]
    const box = frame && (await opened.box(page, frame))
    if (box && Math.abs(box.y + 3 - top) < 4) break
  }
  await page.keyboard.press('Enter')
  await until(
    async () => text(await row('Variants')),
    (it) => /Variants ?2/.test(it),
    'two variants',
  )
})

test('once saved the page is priced, now and when it is opened again; undo takes it back', async () => {
  await pressIn('Save')
  await shown('Saved')
  await shows('1,050 credits')
  await page.click('#go')
  expect(await page.evaluate('presses')).toBe(1)
  await pressIn('Undo')
  await until(
    () => chip(),
    (it) => !it?.text.includes('1,050'),
    'what it said before',
  )
  await pressIn('Save')
  await shows('1,050 credits')
  await pressIn('Done')
  await page.reload()
  await shows('1,050 credits')
  await page.click('#length')
  await shows('1,100 credits')
})

test('the balance is pointed at, read back, and counted with; on this site alone', async () => {
  await page.click('#length')
  const popup = await opened.openOwn('/popup.html')
  const offer = async () =>
    all(await opened.tree(popup), tag('button')).find((it) => text(it) === 'Point at its settings')
  await click(opened, popup, (await until(offer, (it) => it !== undefined, 'the offer'))!)
  await page.bringToFront()
  await shown('What Forecost reads now')
  await press('Balance', 'Point')
  await page.click('header')
  // Several numbers are no balance.
  await until(
    async () => text(await row('Balance')),
    (it) => it.includes('not understood'),
    'several numbers',
  )
  await press('Balance', 'Point')
  await page.click('b.left')
  await until(
    async () => text(await row('Balance')),
    (it) => it.includes('1,240 credits'),
    'the balance',
  )
  await pressIn('Save')
  await shown('Saved')
  await shows('190 left')
  await pressIn('Done')
  await page.evaluate(() => (document.querySelector('b.left')!.textContent = '2,240'))
  await shows('1,190 left')
  await page.reload()
  await shows('190 left')

  // The same page of another site shows a balance too: nobody pointed at it there, and this one's is none of its business.
  await opened.grant('http://localhost/*')
  const other = await opened.browser.newPage()
  await other.goto(`${origin.replace('127.0.0.1', 'localhost')}/marked`)
  await other.bringToFront()
  const seen = await until(
    async () => chipsIn(await opened.tree(other))[0]?.text ?? '',
    (it) => it.includes('1,050 credits'),
    'a chip on the other site',
  )
  expect(seen).not.toMatch(/left|1,240/)
  await other.close()
})

test('a redesign that puts another number there leaves the balance as it was last read', async () => {
  await page.bringToFront()
  await page.evaluate(() => {
    document.querySelector('header')!.innerHTML = 'News <b class="badge">7</b> <i>1,240 files</i>'
  })
  await page.evaluate(() => new Promise((done) => setTimeout(done, 600)))
  expect((await chip())!.text).toContain('190 left')
  await page.reload()
  await shows('190 left')
})

test('a control lost in a redesign is said on the chip, and the panel opens the picker at it', async () => {
  await page.evaluate(() => {
    const anew = document.createElement('b')
    anew.textContent = '5s'
    document.querySelector('form')!.prepend(anew)
    document.querySelector('#length')!.remove()
  })
  const seen = await until(
    () => chip(),
    (it) => /reading 6 of 7 controls/.test(it?.text ?? ''),
    'what is lost',
  )
  expect(seen!.text).not.toMatch(/^1,\d+ credits/)
  await click(opened, page, seen!.node)
  const way = async () =>
    all(await opened.tree(page), tag('button')).find((it) => text(it) === 'Point at what is not read')
  await click(opened, page, (await until(way, (it) => it !== undefined, 'the way to point'))!)
  await shown('Point at it and press')
  await page.click('form > b')
  await shown('What Forecost reads now')
  // What was pointed at before is still bound.
  expect(text(await row('Model'))).toContain('Swift 2')
  expect(text(await row('Variants'))).toMatch(/Variants ?2/)
  await pressIn('Save')
  await shown('Saved')
  await shows('1,050 credits')
})

const shows = (wanted: string) =>
  until(
    () => chip(),
    (it) => !!it?.text.includes(wanted),
    wanted,
  )
