import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { parsed, printed, credits } from '../studio/pricing/credits'
import { capUsed } from '../studio/store/grants'
import { signedInAs } from '../studio/visitor'
import type { Step } from './combinations'
import { first, has, text } from './closed'
import type { Outcome } from './agreement'
import { answer, question, setGuard } from './guard'
import {
  backOf,
  bare,
  credited,
  historyLines,
  leave,
  netOf,
  openHistory,
  openMore,
  openPanel,
  ownPageSays,
  pageSays,
  panelSays,
  pressOverlay,
  set,
  setOut,
  type Journey,
} from './journey'
import { leftFor, pressGenerate, watchPresses } from './press'
import { chip, leaveAlone, signIn, takeSeat, until, type Seat } from './seat'

// One journey for each kind of page that somebody prepares a run on: from a signed-in member's first look to the last check. Every number
// is held against the studio's own account, history, price or bill, never against our own estimate.

let seat: Seat
let answered: () => Promise<Outcome>
const begin = (member: string, path: string): Promise<Journey> => setOut(seat, answered, member, path)

beforeAll(async () => {
  seat = await takeSeat('chromium')
  answered = watchPresses(seat)
})
afterAll(() => seat?.close())
afterEach(() => leaveAlone(seat))

/** How a person sets one control. */
const step = (name: string, kind: Step['kind'], value: unknown): Step => ({ name, kind, value, step: 1 })
const clip = (seconds: number, variants = '1'): Step[] => [
  step('resolution', 'segments', '720p'),
  step('duration', 'slider', seconds),
  step('variants', 'select', variants),
]
const file = (name: string, value: string) => step(name, 'source', value)
const model = (geometry: string, texture: string): Step[] => [
  step('geometry', 'radios', geometry),
  step('texture', 'listbox', texture),
]

/** Adds what is set to the plan, and returns when the plan holds it. */
async function plan(tasks: number) {
  await openMore(seat)
  await pressOverlay(seat, 'Add to plan')
  await panelSays(seat, tasks === 1 ? 'Plan: 1 task' : `Plan: ${tasks} tasks`)
}

async function emptyPlan(page: Page) {
  for (
    let button = await page.$('li[data-task] [title=Remove]');
    button;
    button = await page.$('li[data-task] [title=Remove]')
  ) {
    const count = (await page.$$('li[data-task]')).length
    await button.click()
    await until(
      async () => (await page.$$('li[data-task]')).length,
      (now) => now < count,
      'one task less',
    )
  }
  await leave(seat, page)
}

/** What the studio's own price code says of settings, without a press. */
const quoted = async (
  { own }: Journey,
  feature: string,
  settings: Record<string, unknown>,
): Promise<[string, string]> => {
  const { low, high } = (await own.send('POST', '/api/quote', { feature, settings })).body
  return [low, high]
}

test('S1: balance, limits, charges, role, queue, and what the next tasks come to', async () => {
  const mine = await begin('noor', '/team')
  const { workspace, member } = mine.seat()
  mine.store.setMember(member, { cap: printed(capUsed(workspace, member, mine.store.now()) + credits(60)) })
  await seat.page.goto(`${seat.studio.url}/create/video`)
  const first = await mine.run(clip(4))
  const account = await mine.account()
  const limits = account.limits.map(
    ({ name, max, used }: Record<string, string>) =>
      `${name}${bare(String(Number(max) - Number(used)))} of ${bare(max!)} left`,
  )
  const { left: spendable, under } = leftFor(mine.seat(), mine.store.now())
  expect(under).toBe('cap')
  const cap = `your cap ${bare(String(Number(account.cap.max) - Number(account.cap.used)))} of ${bare(account.cap.max)}`
  const popup = await ownPageSays(seat, '/popup.html', [
    `${bare(spendable)} left under your cap`,
    `pool ${bare(mine.left())}`,
    cap,
    'Creator',
    'Team',
    ...limits,
  ])
  expect(popup).toContain(`0 of ${account.queue.slots} slots busy`)
  // A day's budget is of what this seat may spend, not of the team's balance.
  const budget = popup.match(/([\d.,]+) credits left for today/)![1]!
  expect(Number(budget)).toBeLessThanOrEqual(Number(account.cap.max) - Number(account.cap.used))

  await set(seat, clip(3))
  await plan(1)
  await set(seat, clip(2))
  await plan(2)
  const before = mine.left()
  const page = await seat.opened.openOwn('/plan.html')
  const total = (await pageSays(seat, page, ['All together'])).match(/All together ([\d.,]+) credits/)![1]
  await leave(seat, page)
  await set(seat, clip(3))
  const second = await mine.run(clip(3))
  const third = await mine.run(clip(2))
  expect(total).toBe(bare(netOf((await mine.charges()).slice(-2))))
  expect(parsed(before) - parsed(mine.left())).toBe(parsed(second.charged) + parsed(third.charged))
  const planned = await seat.opened.openOwn('/plan.html')
  await planned.waitForSelector('li[data-task]')
  await emptyPlan(planned)
  expect((await mine.charges()).map(({ amount }) => amount)).toEqual(
    [first, second, third].map(({ charged }) => charged),
  )

  // The cap binds before the balance does: both say so.
  const over = await set(seat, clip(12))
  expect(over.state).toBe('limit')
  await pressGenerate(seat)
  expect(await answered()).toEqual({ refused: 'member_cap' })
  const left = (await mine.account()).cap
  expect(over.text).toContain(`your cap: ${bare(String(Number(left.max) - Number(left.used)))} left`)

  // Every slot of the team is busy, and one waits: the studio queues the next, and so says the chip's panel.
  await elsewhere('aiko', 5)
  await signIn(seat, 'noor', '/create/sound')
  await set(seat, [])
  const busy = (await mine.account()).queue
  expect(busy.running).toBe(busy.slots)
  await openPanel(seat)
  await panelSays(seat, `Waits in the queue, about ${busy.wait.low}–${busy.wait.high} sec`)
  await pressGenerate(seat)
  expect(await answered()).toHaveProperty('charged')
  expect((await mine.account()).queue.waiting).toBe(1)
  seat.studio.store.finish()

  await signIn(seat, 'tom', '/create/video')
  await until(
    () => chip(seat),
    (seen) => seen?.state === 'not-permitted',
    'a viewer who may not',
  )
  await pressGenerate(seat)
  expect(await answered()).toEqual({ refused: 'not_permitted' })
  expect((await (await signedInAs(seat.studio, 'tom')).get('/api/history')).body.entries).toEqual([])
})

test('S2: the history of charges, kept versions, what retries cost, and the budget of the next step', async () => {
  const mine = await begin('aiko', '/create/image')
  const kept = await mine.run()
  await mark(kept.charged, 'Kept', 1)
  const dropped = await mine.run([step('quality', 'segments', 'high')])
  await mark(dropped.charged, 'Not kept', 2)
  await mine.run([], 'failed')
  const own = await mine.charges()
  expect(own.map(({ amount, refundOf }) => (refundOf ? `-${amount}` : amount))).toEqual([
    kept.charged,
    dropped.charged,
    dropped.charged,
    `-${dropped.charged}`,
  ])

  const page = await openHistory(seat, 'Aiko Tanaka')
  const every = await mine.lines()
  await pageSays(seat, page, [
    `${credited(netOf(every))} spent`,
    `${credited(backOf(every))} came back`,
    `about ${bare(netOf(own))} for each kept version`,
    `${credited(dropped.charged)} of it for tries that were not kept`,
    /Charged what we said (\d+) of \1 times/,
  ])
  const [third, second, first] = await linesLike(page, ['0', dropped.charged, kept.charged])
  expect(third!.status).toContain('refunded')
  expect([second!.difference, first!.difference]).toEqual(['as said', 'as said'])
  await leave(seat, page)
  await ownPageSays(seat, '/popup.html', [credited(mine.left()), /[\d.,]+ credits left for today of [\d.,]+/])
})

test('S3: edits and upscales of source files, try after try, and the final cost', async () => {
  const mine = await begin('mateo', '/upscale/image')
  const first = await mine.run([file('picture', 'Cup.png'), step('model', 'cards', 'steps')])
  const lost = await mine.run([step('scale', 'segments', '4x')], 'moderated')
  const again = await mine.run([step('scale', 'segments', '2x'), step('faces', 'switch', true)])
  await signIn(seat, 'mateo', '/edit/image')
  const cut = await mine.run([file('picture', 'Harbour.jpg'), step('operation', 'tabs', 'remove-background')])
  const restyled = await mine.run([
    step('operation', 'tabs', 'restyle'),
    step('model', 'select', 'photon'),
    step('references', 'stepper', 7),
  ])
  await signIn(seat, 'mateo', '/upscale/video')
  const film = await mine.run([file('clip', 'Pier.mp4')])
  const runs = [first, lost, again, cut, restyled, film].map(({ charged }) => charged)
  const unlessLost =
    <T>(usual: T, other: T) =>
    (amount: string) =>
      amount === lost.charged ? other : usual
  const own = await mine.charges()
  expect(own.map(({ amount }) => amount)).toEqual(runs)

  const page = await openHistory(seat, 'Mateo Ruiz')
  await pageSays(seat, page, [`${credited(netOf(await mine.lines()))} spent`])
  const lines = await linesLike(page, runs.toReversed())
  // What was stopped by moderation is charged all the same: it has to be made again, at a price.
  expect(lines.map(({ difference }) => difference)).toEqual(runs.toReversed().map(unlessLost('as said', '')))
  expect(lines.map(({ status }) => /failed, not refunded/.test(status))).toEqual(
    runs.toReversed().map(unlessLost(false, true)),
  )
  await page.click('.filters input[type=checkbox]')
  const goes = await until(
    () => page.$$eval('.all .line.go', (all) => all.map((it) => it.textContent!)),
    (seen) => seen.length >= 2,
    'goes',
  )
  expect(goes.find((go) => /3 tries/.test(go))).toContain(bare(netOf(own.slice(0, 3))))
  expect(goes.find((go) => /2 tries/.test(go))).toContain(bare(netOf(own.slice(3, 5))))
  await leave(seat, page)
})

test('S4: a film: the role’s cap, the request to the admin, tries that are planned, and what to buy', async () => {
  const five = { model: 'drift-3', resolution: '720p', audio: true, duration: 5, variants: 1, speed: 'standard' }
  const mine = await begin('priya', '/team')
  const { workspace, member } = mine.seat()
  mine.store.setMember(member, { cap: printed(capUsed(workspace, member, mine.store.now()) + credits(10)) })
  for (const grant of workspace.grants) if (grant.member === 'priya') grant.left = 0
  await seat.page.goto(`${seat.studio.url}/create/video`)
  const [price] = await quoted(mine, 'text-to-video', five)
  const over = await set(seat, clip(5))
  const { cap } = await mine.account()
  expect(over.text).toBe(`${credited(price)} · your cap: 10 left`)
  await openPanel(seat)
  await pressOverlay(seat, 'Ask whoever runs the account')
  const request = await panelSays(seat, 'Could you raise it?')
  expect(request).toContain(`I would like to run Video at Nordlys Studio. It takes ${credited(price)}.`)
  expect(request).toContain(`My own cap has 10 of ${bare(cap.max)} left`)
  expect(request).toContain(`The balance itself is ${bare(mine.left())}.`)
  await pressGenerate(seat)
  expect(await answered()).toEqual({ refused: 'member_cap' })
  const admin = await signedInAs(seat.studio, 'sofia')
  await admin.send('PATCH', '/api/team/members/priya', { cap: printed(parsed(cap.max) + credits(100)) })
  await seat.page.reload()
  expect((await mine.run(clip(5))).charged).toBe(price)

  const alone = await begin('kwame', '/create/video')
  alone.store.setBalance(alone.seat().workspace, credits(30))
  await seat.page.reload()
  await set(seat, clip(5))
  await plan(1)
  const page = await seat.opened.openOwn('/plan.html')
  await page.waitForSelector('li[data-task] .numbers summary')
  await page.click('li[data-task] .numbers summary')
  await page.$eval('li[data-task] input[id^=high]', (box) => {
    ;(box as HTMLInputElement).value = '3'
    box.dispatchEvent(new Event('change', { bubbles: true }))
  })
  const [pack] = (await alone.own.get('/api/team')).body.packs
  const thrice = printed(3 * parsed(price))
  await pageSays(seat, page, [
    `All together ${bare(price)}–${credited(thrice)}`,
    'The money may end here',
    `up to ${bare(printed(parsed(thrice) - credits(30)))} short in all`,
    `1 × ${credited(pack.amount)} for ${pack.price}.00`,
  ])
  await seat.page.bringToFront()
  expect((await alone.own.send('POST', '/api/team/top-up', { pack: pack.id })).status).toBe(201)
  expect(`$${(await alone.own.get('/api/invoices')).body[0].amount}`).toBe(`${pack.price}.00`)
  await seat.page.reload()
  expect((await alone.run(clip(5))).charged).toBe(price)
  await page.bringToFront()
  await page.reload()
  await page.waitForSelector('li[data-task]')
  await until(
    () => page.evaluate(() => document.body.innerText),
    (said) => said.includes('All together') && !said.includes('The money'),
    'a plan that the money reaches for',
  )
  await emptyPlan(page)
})

test('S5: a 3D model: asked before a dear run, then the price, the limits, the queue, and more attempts', async () => {
  await setGuard(seat.opened, { stops: true, above: '30' })
  const mine = await begin('kwame', '/create/3d')
  const [price] = await quoted(mine, 'text-to-3d', {
    version: 'v3',
    input: 'text',
    geometry: 'detailed',
    texture: 'pbr',
    quad: false,
    faceLimit: null,
  })
  const dear = await set(seat, model('detailed', 'pbr'))
  expect(dear.text).toContain(credited(price))
  const why = await askedAtLast(mine)
  expect(why).toContain(`This run takes ${credited(price)}.`)
  expect(why).toContain('You asked to be warned above 30.')
  const before = (await mine.charges()).length
  await answer(seat.opened, seat.page, 'Do not run')
  expect(await mine.charges()).toHaveLength(before)

  const done = await mine.run(model('standard', 'plain'))
  expect(await question(seat.opened, seat.page)).toBeUndefined()
  const lost = await mine.run([], 'moderated')
  expect((await mine.charges()).slice(before).map(({ amount }) => amount)).toEqual([done.charged, lost.charged])
  const more = await openMore(seat)
  expect(more).toContain('Until you keep one')
  await panelSays(seat, `Your last run here, ${credited(lost.charged)}`)
  await pressOverlay(seat, 'Not kept')
  await panelSays(seat, '(1 so far)')
  const today = (await mine.account()).limits.find(({ name }: { name: string }) => name === '3D models a day')
  await ownPageSays(seat, '/popup.html', [
    credited(mine.left()),
    `3D models a day${Number(today.max) - Number(today.used)} of ${today.max} left`,
  ])

  await elsewhere('kwame', 3)
  await seat.page.reload()
  await set(seat, model('standard', 'none'))
  const { queue } = await mine.account()
  expect(queue.running).toBe(queue.slots)
  await openPanel(seat)
  await panelSays(seat, `Waits in the queue, about ${queue.wait.low}–${queue.wait.high} sec`)
  mine.store.finish()
  await setGuard(seat.opened, { stops: false })
})

test('S6: pictures, speech and music, a guide that agrees with the tool, and the bill', async () => {
  const mine = await begin('sofia', '/create/image')
  const picture = await mine.run([step('quality', 'segments', 'high')])
  await signIn(seat, 'sofia', '/create/speech')
  const voice = await mine.run([{ name: 'characters', kind: 'words', value: 201, counts: 'characters' }])
  await signIn(seat, 'sofia', '/create/music')
  const song = await mine.run([step('duration', 'length', 31), step('stems', 'checkbox', false)])
  expect((await mine.charges()).map(({ amount }) => amount)).toEqual([picture, voice, song].map((it) => it.charged))
  await seat.page.goto(`${seat.studio.url}/help/audio`)
  const told = await until(
    async () => first(await seat.opened.tree(seat.page, 'forecost-price[feature=music]'), has('part', 'total')),
    (found) => found !== undefined,
    'the price in the guide',
  )
  expect(text(told!).replace(/ \(≈ [^)]*\)$/, '')).toBe(credited(song.charged))

  await seat.page.goto(`${seat.studio.url}/team`)
  const before = mine.left()
  const [pack] = (await mine.own.get('/api/team')).body.packs
  const buy = await seat.page.waitForSelector('::-p-xpath(//button[starts-with(normalize-space(.),"Buy")])')
  await buy!.click()
  await until(
    async () => mine.left(),
    (now) => now !== before,
    'the top-up',
  )
  expect(parsed(mine.left()) - parsed(before)).toBe(parsed(pack.amount))
  expect(`$${(await mine.own.get('/api/invoices')).body[0].amount}`).toBe(`${pack.price}.00`)
  await signIn(seat, 'sofia', '/create/music')
  await set(seat, [])
  const { queue } = await mine.account()
  await ownPageSays(seat, '/popup.html', [credited(mine.left()), 'Owner', `0 of ${queue.slots} slots busy`])
  expect((await mine.run()).charged).toBe((await mine.charges()).at(-1)!.amount)
  const page = await openHistory(seat, 'Sofia Lindqvist')
  await pageSays(seat, page, [`${credited(netOf(await mine.lines()))} spent`])
  await leave(seat, page)

  // A free plan has one slot and so many runs a day, whatever the tool: what stops the next one is said before it is pressed.
  const small = await begin('lena', '/create/sound')
  small.store.setBalance(small.seat().workspace, credits(100))
  const stopped = async (refused: string, why: string) => {
    await seat.page.reload()
    const over = await set(seat, [])
    expect([over.state, over.text]).toEqual(['limit', expect.stringContaining(why)])
    await pressGenerate(seat)
    expect(await answered()).toEqual({ refused })
    small.store.finish()
  }
  await elsewhere('lena', 1)
  await stopped('busy', 'all slots busy')
  const daily = async () => (await small.account()).limits.find((one: { name: string }) => one.name === 'Runs a day')
  for (let { max, used } = await daily(); Number(used) < Number(max); { max, used } = await daily()) {
    await elsewhere('lena', 1)
    small.store.finish()
  }
  await stopped('daily_limit', 'run limit reached')
  await ownPageSays(seat, '/popup.html', [`Runs a day0 of ${(await daily()).max} left`, credited(small.left())])
})

/** Marks the last run in the panel; `judged`: how many are marked then. */
async function mark(charged: string, how: 'Kept' | 'Not kept', judged: number) {
  await openMore(seat)
  await panelSays(seat, `Your last run here, ${credited(charged)}`)
  await pressOverlay(seat, how)
  await panelSays(seat, `(${judged} so far)`)
}

/** The newest lines of the history page, once they say these amounts. */
async function linesLike(page: Page, amounts: string[]) {
  const lines = await until(
    async () => (await historyLines(page)).slice(0, amounts.length),
    (seen) => seen.map(({ charged }) => charged).join() === amounts.map(bare).join(),
    `lines of ${amounts.join()}`,
  )
  return lines
}

/** Runs that a member starts at another screen. */
async function elsewhere(member: string, count: number) {
  const other = await signedInAs(seat.studio, member)
  for (let i = 0; i < count; i++) {
    await other.press('sound-effect', { duration: 1 })
    await answered()
  }
}

/** Presses until the guard, which a page brings once it knows that it is wanted, asks; what ran before that is finished. */
async function askedAtLast({ lines, store }: Journey): Promise<string> {
  for (;;) {
    const before = (await lines()).length
    await pressGenerate(seat)
    const seen = await until(
      async () => (await question(seat.opened, seat.page)) ?? (await lines()).length > before,
      (found) => found !== false,
      'the question or the run',
    )
    if (seen && seen !== true) return text(seen)
    await answered()
    store.finish()
  }
}
