// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { refreshAccount } from '../../../extension/background/accounts'
import { refreshCard } from '../../../extension/background/cards'
import { followOn, followPress } from '../../../extension/background/refresh'
import { currentAccount, site } from '../../../extension/site'
import { load } from '../../../extension/storage'
import { freshBrowser } from './granted'
import { accountOf, cardOf, json, openSite } from './site-server'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))

type Reading = { balance: string; running: number }
const going = (balance: string, running: number): Reading => ({ balance, running })
const reply = ({ balance, running }: Reading) => accountOf({ balance, queue: { running, slots: 1 } })

let web: Awaited<ReturnType<typeof openSite>>
let clock = 1_000_000
const now = () => ++clock

beforeEach(async () => {
  web = await openSite({})
  web.answers['/.well-known/rate-card.json'] = json(cardOf(web.origin))
  freshBrowser(['http://127.0.0.1/*'])
})
afterEach(() => web.close())

/** The site answers these readings one after another, the last for ever; the first is before the press. */
async function press(readings: Reading[]) {
  const ahead = [...readings]
  web.answers['/account'] = (request, response) => {
    const next = ahead.length > 1 ? ahead.shift()! : ahead[0]!
    json(reply(next))(request, response)
  }
  await refreshCard(web.origin, undefined, now())
  await refreshAccount(web.origin, now)
  web.asked.length = 0
  const waited: number[] = []
  await followPress(web.origin, now, async (ms) => void waited.push(ms))
  return waited
}
const readings = () => web.asked.filter((path) => path === '/account').length
const alarms = async () => (await fakeBrowser.alarms.getAll()).map(({ name }) => name)
const running = async () => currentAccount(await load(site(web.origin)))?.queue?.running

describe('after a press', () => {
  test.each<[string, Reading[], number]>([
    ['that is charged and over at once is read once', [going('400', 0), going('388', 0)], 1],
    [
      'that is charged and still going is read until it is over',
      [going('400', 0), going('388', 1), going('388', 0)],
      2,
    ],
    ['that is charged when it ends is read until then', [going('400', 0), going('400', 1), going('388', 0)], 2],
    ['beside a run of a colleague does not wait for that', [going('400', 1), going('388', 1)], 1],
  ])('the account of a run %s', async (_, told, wanted) => {
    const waited = await press(told)
    expect(readings()).toBe(wanted)
    expect(waited).toHaveLength(wanted)
    expect(await alarms()).toEqual([])
    expect(await running()).toBe(told.at(-1)!.running)
  })

  test('the waits grow, and end', async () => {
    const waited = await press([going('400', 0)])
    expect(waited).toEqual(waited.toSorted((a, b) => a - b))
    expect(readings()).toBe(waited.length)
    expect(await alarms()).toEqual([])
  })

  test('a run that goes on for long is followed by alarms, four at most', async () => {
    await press([going('400', 0), going('388', 1)])
    const rung: string[] = []
    for (let names = await alarms(); names.length > 0 && rung.length < 20; names = await alarms()) {
      expect(names).toHaveLength(1)
      rung.push(names[0]!)
      await fakeBrowser.alarms.clear(names[0]!)
      expect(await followOn(names[0]!, now)).toBe(true)
    }
    expect(rung).toHaveLength(4)
  })

  test('an alarm that finds the run over sets no other', async () => {
    await press([going('400', 0), ...Array.from({ length: 5 }, () => going('388', 1)), going('388', 0)])
    const [name] = await alarms()
    await fakeBrowser.alarms.clear(name!)
    await followOn(name!, now)
    expect(await alarms()).toEqual([])
    expect(await running()).toBe(0)
  })

  test('an alarm of another kind is left alone', async () => {
    expect(await followOn('refresh', now)).toBe(false)
    expect(readings()).toBe(0)
  })
})
