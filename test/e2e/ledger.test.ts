import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { signedInAs } from '../studio/visitor'
import { text } from './closed'
import { entriesIn } from './entries'
import { pressGenerate, watchPresses } from './press'
import { chip, leaveAlone, readyChip, signIn, takeSeat, until, type Seat } from './seat'

let seat: Seat
const folder = mkdtempSync(join(tmpdir(), 'forecost-ledger-'))

beforeAll(async () => {
  seat = await takeSeat('chromium')
})
afterAll(async () => {
  await seat?.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => leaveAlone(seat))

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
  // The focus comes back to the lines by itself, where what the tags replaced can be put back.
  await page.waitForSelector('[role=grid]:focus')
  await page.keyboard.down('Control')
  await page.keyboard.press('z')
  await page.keyboard.up('Control')
  await page.waitForSelector('.line[data-active] .tags:not(:has(i))')
  await page.keyboard.press('Delete')
  const undo = await page.waitForSelector('::-p-xpath(//*[contains(@class, "done")]/button[normalize-space(.)="Undo"])')
  expect((await entriesIn(page)).length).toBeLessThan(before)
  await undo!.click()
  await until(
    async () => (await entriesIn(page)).length,
    (n) => n === before + 3,
    'every entry again',
  )
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
})

test('lines are narrowed without a pointer: by tool, account, tag, status and day; tries are put together and opened', async () => {
  const page = await seat.opened.openOwn('/history.html')
  await page.waitForSelector('.all .line')
  const all = (await rows(page)).length
  const count = (wanted: number) =>
    until(
      () => rows(page),
      (seen) => seen.length === wanted,
      `${wanted} lines`,
    )
  await tabTo(page, 'Runs and charges')
  for (const key of ['Home', 'k', 't'] as const) await page.keyboard.press(key)
  await page.keyboard.type('Nord')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[role=grid]:focus')
  for (const [name, typed, left] of [
    ['Tool', 'Sound', /Sound/],
    ['Tag', 'Nord', /Nord/],
    ['State', 'Kept', /★/],
  ] as const) {
    await tabTo(page, name)
    await page.keyboard.type(typed)
    const seen = await until(
      () => rows(page),
      (lines) => lines.length > 0 && lines.length < all,
      `fewer lines by ${name}`,
    )
    expect(seen.filter((line) => !left.test(line))).toEqual([])
    await tabTo(page, 'Clear')
    await page.keyboard.press('Enter')
    await count(all)
    // The way back is gone; whoever pressed it is not.
    expect(await page.evaluate(() => document.activeElement!.localName)).toBe('select')
  }
  await tabTo(page, 'Account')
  await page.keyboard.press('ArrowDown')
  await until(
    () => page.$eval('.filters label:nth-of-type(2) select', (box) => (box as HTMLSelectElement).value),
    Boolean,
    'an account',
  )
  await count(all)
  await tabTo(page, 'When')
  await page.keyboard.type('Between')
  await tabTo(page, 'From')
  await page.keyboard.type('01012099')
  await page.waitForSelector('.none-match')
  await tabTo(page, 'Clear')
  await page.keyboard.press('Enter')
  await count(all)
  await tabTo(page, 'Group tries')
  await page.keyboard.press('Space')
  await page.waitForSelector('.all .line.go')
  await tabTo(page, 'Runs and charges')
  await page.keyboard.press('Home')
  for (let tries = 0; tries < 40 && !(await page.$('.line.go[data-active]')); tries++)
    await page.keyboard.press('ArrowDown')
  expect(await page.$('.line.go[aria-expanded=true]')).toBeNull()
  await page.keyboard.press('Enter')
  await page.waitForSelector('.line.go[data-active][aria-expanded=true]')
})

test('whoever is signed in at the page is the account: another member, another team, each with its own balance', async () => {
  const told: string[] = []
  for (const member of ['aiko', 'kwame']) {
    await seat.page.bringToFront()
    await signIn(seat, member, '/create/image')
    await readyChip(seat)
    const left = await shownBalance()
    const options = await seat.opened.openOwn('/options.html')
    told.push(
      await until(
        () => options.$eval('section[aria-labelledby=accounts]', (section) => (section as HTMLElement).innerText),
        (now) => now.includes(left),
        `${member}’s ${left} credits`,
      ),
    )
    await options.close()
  }
  expect(told[0]).toContain('Polar Works')
  expect(told[1]).not.toContain('Polar Works')
})

test('a site that tells no account is read from its page, once the user asks for that', async () => {
  await seat.move()
  seat.studio.store.setAccountMode('unauthorised')
  await signIn(seat, 'kwame', '/create/image')
  await until(() => chip(seat), Boolean, 'a chip')
  const options = await seat.opened.openOwn('/options.html')
  await (await options.waitForSelector('::-p-xpath(//button[normalize-space(.)="Add an account"])'))!.click()
  await (await options.waitForSelector('input[name=way][value=page]'))!.click()
  await options.waitForSelector(`option[value="${seat.studio.url}"]`)
  await options.select('select[name=origin]', seat.studio.url)
  await options.click('.add-account button[type=submit]')
  await options.waitForSelector('section[aria-labelledby=accounts] .links .source')
  await seat.page.bringToFront()
  await seat.page.reload()
  const left = await shownBalance()
  await options.bringToFront()
  await until(
    () =>
      options.$$eval('section[aria-labelledby=accounts] li', (all) => all.map((one) => (one as HTMLElement).innerText)),
    (rows) => rows.some((row) => row.includes(left) && /as localhost.* shows it/.test(row)),
    `${left} credits, read from the page`,
  )
})

const fixtures = new URL('../extension/migrations/fixtures/', import.meta.url)

test.each(readdirSync(fixtures))(
  'what an earlier version left (%s) is shown, and nothing of it is put aside',
  async (name) => {
    const dump = JSON.parse(readFileSync(new URL(name, fixtures), 'utf8')) as {
      settings: { value?: object; json?: string }
    }
    const options = await seat.opened.openOwn('/options.html')
    await options.evaluate(async (kept) => {
      const { local } = (globalThis as unknown as { chrome: any }).chrome.storage
      await local.clear()
      await local.set(kept)
    }, dump)
    const { language } = (dump.settings.value ?? JSON.parse(dump.settings.json!)) as { language: string }
    for (const path of ['/options.html', '/popup.html', '/history.html', '/plan.html']) {
      await options.goto(seat.opened.ownPage(path))
      await options.waitForSelector(`html[lang|=${language === 'browser' ? 'en' : language}] main`)
    }
    const keys = await options.evaluate(async () => {
      const { local } = (globalThis as unknown as { chrome: any }).chrome.storage
      return Object.keys(await local.get(null))
    })
    expect(keys.filter((key) => key.startsWith('aside:'))).toEqual([])
  },
)

/** Goes on with Tab to the control of that name, as someone without a pointer does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let tries = 0; tries < 80; tries++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const box = document.activeElement as HTMLElement
      return box.closest('label')?.innerText ?? box.getAttribute('aria-label') ?? box.innerText
    })
    if (at.trim().startsWith(name)) return
  }
  throw new Error(`No way to ${name} by keyboard`)
}

/** What the page itself writes that is left. */
async function shownBalance(): Promise<string> {
  const balance = await seat.page.waitForSelector('[data-rate-card-balance]')
  return balance!.evaluate((said) => /[\d.,]+/.exec((said as HTMLElement).innerText)![0])
}

async function endWorker(): Promise<void> {
  const target = seat.opened.browser.targets().find((one) => one.type() === 'service_worker')
  const worker = await target?.worker()
  await worker?.close().catch(() => undefined)
}
