// @vitest-environment node
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Entry } from '../../../core/ledger'
import { RateCard } from '../../../core/rate-card'
import { alertChoices, toldAlerts, type AlertChoices } from '../../../extension/alerts/kept'
import { risksOf } from '../../../extension/alerts/risks'
import { lookAfterReading, lookForRisks, putAway } from '../../../extension/background/alerts'
import { linked } from '../../../extension/linked'
import { load, save } from '../../../extension/storage'
import { freshBrowser } from './granted'
import { accountOf, cardOf } from './site-server'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const DAY = 86_400_000
// Noon where the test runs, so that quiet hours mean the same in every time zone.
const noon = new Date(2026, 10, 21, 12).getTime()
const notified: string[] = []
const badges: string[] = []
let permitted = false

beforeEach(() => {
  freshBrowser([])
  notified.length = 0
  badges.length = 0
  permitted = false
  const { permissions, notifications, action } = fakeBrowser as unknown as { [name: string]: object }
  Object.assign(permissions!, { contains: async () => permitted })
  Object.assign(notifications!, {
    create: async (_: string, { message }: { message: string }) => void notified.push(message),
  })
  Object.assign(action!, {
    setBadgeText: async ({ text }: { text: string }) => void badges.push(text),
    setBadgeBackgroundColor: async () => undefined,
  })
})

const choose = (over: Partial<AlertChoices>) =>
  save(alertChoices, { ...alertChoices.initial(), low: { meshy: 100 }, ...over })
const balance = (left: string, over: object = {}) =>
  save(linked('meshy'), {
    kind: 'key',
    provider: 'meshy',
    tool: 'Meshy',
    addedAt: 1,
    account: {
      provider: 'meshy',
      id: 'meshy',
      currency: 'credits',
      balance: left,
      readAt: noon,
      from: 'connector',
      ...over,
    },
  })
const look = (at = noon) => lookForRisks(() => at)
const lines = async () => (await load(toldAlerts)).filter(({ seen }) => !seen).map(({ text }) => text)

describe('an alert', () => {
  test('is told once an episode, however often is looked, and again when it comes back', async () => {
    permitted = true
    await choose({ notify: true })
    await balance('90')
    for (const _ of [1, 2, 3]) await look()
    expect(notified).toEqual(['Meshy: only 90 credits left'])
    await balance('400')
    await look()
    expect(await lines()).toEqual([])
    await balance('40')
    await look()
    expect(notified).toEqual(['Meshy: only 90 credits left', 'Meshy: only 40 credits left'])
  })
  test('follows what is chosen while another look is under way', async () => {
    await choose({})
    await balance('90')
    const first = look()
    await choose({ low: {} })
    await Promise.all([first, look()])
    expect(await lines()).toEqual([])
  })
  test('without the permission stands in the popup and on the icon', async () => {
    await choose({ notify: true })
    await balance('90')
    await look()
    expect(notified).toEqual([])
    expect(await lines()).toEqual(['Meshy: only 90 credits left'])
    expect(badges.at(-1)).toBe('!')
  })
  test('that was put away stays away while it lasts, and leaves the icon', async () => {
    await choose({})
    await balance('90')
    await look()
    await putAway((await load(toldAlerts))[0]!.id)
    await look(noon + DAY)
    expect(await lines()).toEqual([])
    expect(badges.at(-1)).toBe('')
  })
  test('waits for the end of quiet hours', async () => {
    permitted = true
    await choose({ notify: true, quiet: { from: 11 * 60, to: 13 * 60 } })
    await balance('90')
    await look()
    expect(notified).toEqual([])
    await look(noon + 3_600_000)
    expect(notified).toHaveLength(1)
  })
  test('is not told when they are off', async () => {
    await choose({ on: false })
    await balance('90')
    await look()
    expect(await lines()).toEqual([])
    expect(badges.at(-1)).toBe('')
  })
})

const account = (over: object) => accountOf({ readAt: noon, balance: undefined, ...over }) as never
const card = RateCard.parse(cardOf('https://atelier.example'))
const grant = (amount: string, days: number) => ({ id: 'g', kind: 'promo', amount, expires: noon + days * DAY })
const entry = (kind: string, at: number, more: object): Entry =>
  ({ kind, id: `${kind}/${at}`, at, provider: 'atelier', account: 'ann', ...more }) as Entry
/** A run pressed `days` ago, said and charged. */
const run = (days: number, said: string, charged: string): Entry[] => {
  const [at, name] = [noon - days * DAY, `run-${days}`]
  return [
    entry('press', at, { run: name, feature: 'clip', request: {}, cardVersion: 3 }),
    entry('estimate', at + 1, { run: name, currency: 'credits', on: '2026-11-01', total: { low: said, high: said } }),
    entry('charge', at + 2, { run: name, amount: charged, currency: 'credits', from: 'history', outcome: 'done' }),
  ]
}
const days = (count: number, said: string, charged: string) =>
  Array.from({ length: count }, (_, n) => run(count - n, said, charged)).flat()

test.each<[string, object, Entry[], string[]]>([
  ['credits that lapse tomorrow', { grants: [grant('40', 1)] }, [], ['lapsing']],
  ['credits that lapse in a month', { grants: [grant('40', 30)] }, [], []],
  ['a day’s credits, which lapse every day', { grants: [{ ...grant('40', 1), kind: 'daily' }] }, [], []],
  ['a grant that is spent lapses no more', { grants: [grant('0', 1)] }, [], ['low']],
  ['a grant that has lapsed', { grants: [grant('40', -1)] }, [], ['low']],
  ['a balance under its mark', { balance: '9' }, [], ['low']],
  ['a balance that is not known', {}, [], []],
  ['three charges in a row above what was said', { balance: '400' }, days(3, '4', '8'), ['drift']],
  ['charges as said', { balance: '400' }, days(3, '4', '4'), []],
  [
    'spending that ends before the reset',
    { balance: '60', resets: noon + 20 * DAY },
    days(30, '20', '20'),
    ['run-out'],
  ],
  ['spending that lasts to the reset', { balance: '9000', resets: noon + 20 * DAY }, days(30, '20', '20'), []],
])('%s', (_, over, entries, kinds) => {
  const watched = {
    key: 'ann',
    title: 'Atelier',
    account: account(over),
    card,
    holder: 'atelier',
    whose: { provider: 'atelier', account: 'ann' },
  }
  const choices = { ...alertChoices.initial(), low: { ann: '10' } }
  expect(risksOf(watched, entries, choices, noon, []).map(({ kind }) => kind)).toEqual(kinds)
})

test('readings one after another share a look, ten seconds after the last at the soonest', async () => {
  await choose({})
  await balance('20')
  const pauses: number[] = []
  const pause = async (ms: number) => void pauses.push(ms)
  await lookAfterReading(() => noon, pause)
  expect(await lines()).toHaveLength(1)
  await Promise.all([1, 2, 3].map((second) => lookAfterReading(() => noon + second * 1000, pause)))
  expect(pauses).toEqual([0, 9000])
})
