import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { text } from './closed'
import { answer, asked, gone, isStopped, question, setGuard, shortOf } from './guard'
import { pressGenerate } from './press'
import { readyChip, setControls, signIn, takeSeat, until, type Seat } from './seat'

// The studio takes what it takes: the test counts its runs.

let seat: Seat
let runs = 0

beforeAll(async () => {
  seat = await takeSeat('chromium')
  const { store } = seat.studio
  const generate = store.generate.bind(store)
  store.generate = (...asked) => {
    runs++
    return generate(...asked)
  }
  await setGuard(seat.opened, { stops: true })
})
afterAll(() => seat?.close())

beforeEach(async () => {
  seat.studio.store.reset()
  runs = 0
})

const short = () => shortOf(seat)
const stopped = () => isStopped(seat)

const settled = () => seat.page.evaluate(() => new Promise((done) => setTimeout(done, 150)))

test('a run that passes the balance is asked about, and does not start', async () => {
  await shortOf(seat, 8)
  runs = 0
  await pressGenerate(seat)
  // What would fit is worked out behind the question.
  const words = await until(
    async () => text(await asked(seat.opened, seat.page)),
    (it) => it.includes('fit'),
    'what would fit',
  )
  expect(words).toMatch(/This run takes [\d.,]+ credits\. You have 8 credits\./)
  expect(words).toMatch(/[\d.,]+ short\. ?Drift 3 → Drift 2 would fit \([\d.,]+ credits\)\./)
  await answer(seat.opened, seat.page, 'Do not run')
  await settled()
  expect(runs).toBe(0)
})

test.each(['Enter', 'Space'] as const)('%s on the button asks as well; Escape is no', async (key) => {
  await short()
  runs = 0
  await seat.page.focus('form [data-rate-card-generate]')
  await seat.page.keyboard.press(key)
  await asked(seat.opened, seat.page)
  await seat.page.keyboard.press('Escape')
  await gone(seat.opened, seat.page)
  await settled()
  expect(runs).toBe(0)
  expect(await seat.page.evaluate(() => document.activeElement?.hasAttribute('data-rate-card-generate'))).toBe(true)
})

test('the page’s own shortcut asks as well', async () => {
  await short()
  runs = 0
  await seat.page.focus('form textarea')
  await seat.page.keyboard.down('Control')
  await seat.page.keyboard.press('Enter')
  await seat.page.keyboard.up('Control')
  await asked(seat.opened, seat.page)
  await seat.page.keyboard.press('Escape')
  await gone(seat.opened, seat.page)
  await settled()
  expect(runs).toBe(0)
})

test('“Allow once” lets the next press through, and only that', async () => {
  await short()
  runs = 0
  await pressGenerate(seat)
  await asked(seat.opened, seat.page)
  await answer(seat.opened, seat.page, 'Allow once')
  await settled()
  // Nothing is pressed by us.
  expect(runs).toBe(0)
  await pressGenerate(seat)
  await until(
    async () => runs,
    (n) => n === 1,
    'the run',
  )
  await settled()
  await pressGenerate(seat)
  await asked(seat.opened, seat.page)
  await answer(seat.opened, seat.page, 'Do not run')
  expect(runs).toBe(1)
})

test('“Allow once” is for these settings: others are asked about again', async () => {
  await short()
  runs = 0
  await pressGenerate(seat)
  await asked(seat.opened, seat.page)
  await answer(seat.opened, seat.page, 'Allow once')
  await setControls(seat, [{ name: 'resolution', kind: 'segments', value: '1080p' }])
  await settled()
  await pressGenerate(seat)
  await asked(seat.opened, seat.page)
  await answer(seat.opened, seat.page, 'Do not run')
  await settled()
  expect(runs).toBe(0)
})

test('a background that was ended changes nothing: asked, and run once when allowed', async () => {
  await short()
  runs = 0
  const workers = () => seat.opened.browser.targets().filter((one) => one.type() === 'service_worker')
  const [target] = workers()
  await until(
    async () => {
      await (await target?.worker())?.close().catch(() => undefined)
      return workers().includes(target!)
    },
    (there) => !there,
    'the background to end',
  )
  await pressGenerate(seat)
  await asked(seat.opened, seat.page)
  await answer(seat.opened, seat.page, 'Allow once')
  await pressGenerate(seat)
  await until(
    async () => runs,
    (n) => n === 1,
    'the run',
  )
  await settled()
  expect(runs).toBe(1)
})

test('without a setting nothing is asked', async () => {
  await setGuard(seat.opened, { stops: false })
  await signIn(seat, 'kwame', '/create/video')
  await readyChip(seat)
  await pressGenerate(seat)
  await until(
    async () => runs,
    (n) => n === 1,
    'the run',
  )
  expect(await question(seat.opened, seat.page)).toBeUndefined()
})

test('a run above the user’s amount is asked about, and the amount can be raised in the question', async () => {
  await setGuard(seat.opened, { stops: false, above: '1' })
  await signIn(seat, 'aiko', '/create/video')
  await readyChip(seat)
  await until(
    () => stopped(),
    (it) => it,
    'the guard',
  )
  await pressGenerate(seat)
  expect(text(await asked(seat.opened, seat.page))).toContain('You asked to be warned above 1.')
  await seat.page.keyboard.press('Tab')
  await seat.page.keyboard.press('Tab')
  await seat.page.keyboard.press('Space')
  await answer(seat.opened, seat.page, 'Do not run')
  runs = 0
  await until(
    async () => {
      await pressGenerate(seat)
      await settled()
      if (await question(seat.opened, seat.page)) await answer(seat.opened, seat.page, 'Do not run')
      return runs
    },
    (n) => n === 1,
    'a run that is asked about no more',
  )
})
