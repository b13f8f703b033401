import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedInAs } from '../studio/visitor'
import { text } from './closed'
import { pressGenerate, watchPresses } from './press'
import { chip, readyChip, signIn, takeSeat, until, type Seat } from './seat'

let seat: Seat
const folder = mkdtempSync(join(tmpdir(), 'forecost-ledger-'))

beforeAll(async () => {
  seat = await takeSeat('chromium')
})
afterAll(async () => {
  await seat?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A run from the press to its end, as the studio lets it end. */
async function run(path: string, ending: 'done' | 'failed') {
  await signIn(seat, 'aiko', path)
  await readyChip(seat)
  seat.studio.store.endNext(ending)
  const answered = watchPresses(seat)
  await pressGenerate(seat)
  const did = await answered()
  seat.studio.store.finish()
  return did
}

type Kept = { kind: string; run?: string; id: string; amount?: string }

/** What the ledger holds, read in one of the add-on's own pages. */
async function entriesIn(page: Page): Promise<Kept[]> {
  return page.evaluate(
    () =>
      new Promise<Kept[]>((resolve, reject) => {
        const opening = indexedDB.open('forecost-ledger')
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          if (!opening.result.objectStoreNames.contains('entries')) return reject(new Error('There is no ledger yet'))
          const all = opening.result.transaction('entries').objectStore('entries').getAll()
          all.addEventListener('success', () => (opening.result.close(), resolve(all.result as Kept[])))
        })
      }),
  )
}

const words = async (page: Page) => text(await seat.opened.tree(page))
const rows = (page: Page) => page.$$eval('.all .line', (lines) => lines.map((line) => (line as HTMLElement).innerText))

test('three tools, one of which fails: the history says what was said, charged and given back', async () => {
  const done = await run('/create/video', 'done')
  const failed = await run('/create/sound', 'failed')
  await run('/create/image', 'done')
  expect(done).toHaveProperty('charged')
  expect(failed).toHaveProperty('charged')
  await readyChip(seat)
  const page = await seat.opened.openOwn('/history.html')
  const pressed = await until(
    async () => (await entriesIn(page)).filter(({ kind }) => kind === 'press'),
    (found) => found.length === 3,
    'three presses',
  )
  const settled = await until(
    async () => (await entriesIn(page)).filter(({ kind, run: of }) => kind === 'charge' && of !== undefined),
    (found) => found.length === 3,
    'three charges',
  )
  expect(new Set(settled.map((entry) => entry.run))).toEqual(new Set(pressed.map((entry) => entry.run)))
  const shown = await until(
    () => rows(page),
    (seen) =>
      seen.filter((line) => /refunded/.test(line)).length === 1 && seen.filter((l) => /as said/.test(l)).length === 2,
    'one refund, and two charges as said',
  )
  expect(shown.find((line) => /refunded/.test(line))).toMatch(/Sound/)
  expect(await words(page)).toMatch(/Charged what we said 2 of 2 times/)
  await page.close()
})

test('the vendor’s own list is compared: its lines match, and what is not there is unknown', async () => {
  const aiko = await signedInAs(seat.studio, 'aiko')
  const list = String((await aiko.get('/api/history.csv')).body)
  const own = (await aiko.get('/api/history?limit=500')).body.entries.length
  const file = join(folder, 'charges.csv')
  writeFileSync(file, list)
  const page = await seat.opened.openOwn('/history.html')
  const input = await page.waitForSelector('.import input[type=file]')
  await (input as unknown as { uploadFile: (path: string) => Promise<void> }).uploadFile(file)
  const compare = await page.waitForSelector('.import .primary:not([disabled])')
  await compare!.click()
  await page.waitForSelector('.findings')
  const count = (kind: string) =>
    page.$eval(`.findings [data-kind=${kind}] summary b`, (b) => Number(b.textContent!.replace(/\D/g, '')))
  expect(await count('match')).toBe(own)
  expect(await count('unknown')).toBe(list.trim().split('\r\n').length - 1 - own)
  await page.close()
})

test('a line is kept, tagged, deleted and put back', async () => {
  const page = await seat.opened.openOwn('/history.html')
  await page.waitForSelector('.all .line')
  const before = (await entriesIn(page)).length
  await page.focus('[role=grid]')
  await page.keyboard.press('k')
  await page.waitForSelector('.line[data-active] .star[aria-pressed=true]')
  await page.keyboard.press('t')
  await page.keyboard.type('Nord, spring')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.line[data-active] .tags i')
  await page.focus('[role=grid]')
  await page.keyboard.press('Delete')
  const undo = await page.waitForSelector('.done button')
  expect((await entriesIn(page)).length).toBeLessThan(before)
  await undo!.click()
  await until(
    async () => (await entriesIn(page)).length,
    (n) => n === before + 2,
    'every entry again',
  )
  await page.close()
})

test('the worker is ended around every press, and nothing is lost or doubled', async () => {
  await signIn(seat, 'aiko', '/create/image')
  await readyChip(seat)
  const page = await seat.opened.openOwn('/history.html')
  const before = await entriesIn(page)
  await seat.page.bringToFront()
  for (const pause of [0, 20, 120]) {
    // Not until it knows what is left: a press may come before that.
    await until(() => chip(seat), Boolean, 'a chip')
    await pressGenerate(seat)
    await new Promise((resolve) => setTimeout(resolve, pause))
    await endWorker()
    seat.studio.store.finish()
  }
  const fresh = async (kind: string) => {
    const old = new Set(before.map(({ id }) => id))
    return (await entriesIn(page)).filter((entry) => entry.kind === kind && !old.has(entry.id))
  }
  const presses = await until(
    () => fresh('press'),
    (found) => found.length === 3,
    'three presses',
  )
  await seat.page.reload()
  await readyChip(seat)
  const charges = await until(
    () => fresh('charge'),
    (found) => found.filter((entry) => entry.run !== undefined).length === 3,
    'three charges',
  )
  expect(charges).toHaveLength(3)
  expect(new Set(charges.map((entry) => entry.run))).toEqual(new Set(presses.map((entry) => entry.run)))
  await page.close()
})

async function endWorker(): Promise<void> {
  const target = seat.opened.browser.targets().find((one) => one.type() === 'service_worker')
  const worker = await target?.worker()
  await worker?.close().catch(() => undefined)
}
