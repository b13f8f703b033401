import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CDPSession, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card } from '../gallery/card'
import { openChromium } from '../e2e/chromium'
import { inject } from '../e2e/inject'
import type { Opened } from '../e2e/opened'
import { ownWorld, type OwnWorld } from '../e2e/own-world'
import { chip, overlays, until } from '../e2e/seat'
import { ledgerScript, type Standing } from './long-life.world'

// A day's work of a single-page application in a few minutes: its form is thrown away and built anew a thousand times, with a change
// of address and a hundred changes of the page each time. What we hold afterwards is what we held after the first hundred.

const options = (words: string[]) => words.map((word) => `<option>${word}</option>`).join('')
const form = `<form onsubmit="return false">
  <label>Model <select>${options(['Swift 2', 'Aurora XL'])}</select></label>
  <label>Resolution <select>${options(['1080p (HD)', '4K'])}</select></label>
  <label>Duration <select id="duration">${options(['5 s', '10 s'])}</select></label>
  <label>Aspect ratio <select>${options(['16:9', '1:1'])}</select></label>
  <label>Variants <input type="number" value="2"></label> <label><input type="checkbox"> Audio</label>
  <label>Prompt <textarea></textarea></label> <button>Generate</button></form>`
const html = `<!doctype html><meta charset="utf-8"><title>Reel Maker</title><body style="padding: 80px">
  <main>${form}</main><ul id="feed"></ul></body>`
const pattern = 'http://127.0.0.1/*'

let server: Server
let opened: Opened
let page: Page
let session: CDPSession

beforeAll(async () => {
  server = createServer(({ url: path }, response) => {
    if (path === '/.well-known/rate-card.json') response.end(JSON.stringify(card))
    else response.setHeader('content-type', 'text/html').end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  opened = await openChromium()
  await opened.grant(pattern)
  page = await opened.browser.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/create`)
  await inject(opened, pattern)
  await page.bringToFront()
  await shows('1,050 credits')
  session = await page.createCDPSession()
  await session.send('Performance.enable')
})
afterAll(async () => {
  await opened?.close()
  server?.close()
})

test('1,000 mounts, 1,000 navigations, 100,000 mutations: nothing is left over, and the price still follows', async () => {
  const world = await ownWorld(page)
  // All that the overlay does from here on is counted: the one there is makes way for one that begins now.
  await world.run(ledgerScript)
  await inject(opened, pattern, ['/overlay.js', '/detect.js'])
  await page.bringToFront()
  await shows('1,050 credits')
  await churn(page, 100)
  const early = await held(world)
  await churn(page, 900)
  const late = await held(world)
  console.log('after 100:', JSON.stringify(early), '\nafter 1,000:', JSON.stringify(late))
  expect(late.observers).toBe(early.observers)
  expect(late.intervals).toBe(0)
  expect(late.listeners).toBeLessThanOrEqual(early.listeners)
  expect(late.allListeners).toBeLessThanOrEqual(early.allListeners + 20)
  expect(late.nodes).toBeLessThanOrEqual(early.nodes * 1.2 + 200)
  expect(late.heap).toBeLessThanOrEqual(early.heap * 1.5)
  expect(await overlays({ opened, page })).toBe(1)
  await page.select('#duration', '10 s')
  await shows('1,100 credits')
})

test('while the page rests nothing of ours runs: no timer, no frame', async () => {
  const world = await ownWorld(page)
  const before = await rest(world)
  await page.evaluate(() => new Promise((done) => setTimeout(done, 3000)))
  expect(await standing(world)).toEqual(before)
})

/** Throws the form away and builds it anew, so many times; each waits until the overlay has gone, and come back. */
async function churn(on: Page, times: number): Promise<void> {
  await on.evaluate(
    async (made, rounds) => {
      const main = document.querySelector('main')!
      const feed = document.querySelector('#feed')!
      for (let round = 0; round < rounds; round++) {
        history.pushState({}, '', `/create?step=${Math.random()}`)
        main.replaceChildren()
        for (let i = 0; i < 50; i++) feed.append(document.createElement('li'))
        for (let frames = 0; document.querySelector('forecost-overlay'); frames++) {
          if (frames > 600) throw new Error('the overlay of a form that is gone stays')
          await new Promise(requestAnimationFrame)
        }
        main.innerHTML = made
        for (let i = 0; i < 50; i++) feed.lastChild!.remove()
        for (let frames = 0; !document.querySelector('forecost-overlay'); frames++) {
          if (frames > 600) throw new Error('no overlay comes to a new form')
          await new Promise(requestAnimationFrame)
        }
      }
    },
    form,
    times,
  )
}

const standing = (world: OwnWorld) => world.run<Standing>('forecostLedger()')

/** What the overlay holds once nothing of it is under way any more. */
const rest = (world: OwnWorld) =>
  until(
    async () => {
      const before = await standing(world)
      await page.evaluate(() => new Promise((done) => setTimeout(done, 1500)))
      const now = await standing(world)
      return { ...now, pending: now.pending + (now.begun - before.begun) }
    },
    ({ pending }) => pending === 0,
    'the overlay to rest',
  )

/** The same, with what the page as a whole holds after its garbage is collected. */
async function held(world: OwnWorld) {
  const ours = await rest(world)
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const metric = (name: string) => metrics.find((it) => it.name === name)!.value
  return {
    ...ours,
    heap: metric('JSHeapUsedSize'),
    nodes: metric('Nodes'),
    allListeners: metric('JSEventListeners'),
  }
}

async function shows(wanted: string): Promise<void> {
  await until(
    () => chip({ opened, page }),
    (seen) => !!seen?.text.includes(wanted),
    wanted,
  )
}
