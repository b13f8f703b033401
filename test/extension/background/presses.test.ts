// @vitest-environment node
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { balanceOf } from '../../../core/balance'
import type { Entry } from '../../../core/ledger'
import { runsOf } from '../../../core/projections'
import { answer } from '../../../extension/background/answer'
import { refreshCard } from '../../../extension/background/cards'
import { noteHistory } from '../../../extension/background/charges'
import { forgetRevoked } from '../../../extension/background/forget'
import { refreshHistory } from '../../../extension/background/history'
import { takeUpPresses } from '../../../extension/background/press'
import { readAgain } from '../../../extension/background/refresh'
import { viewOf } from '../../../extension/background/view'
import { unkept } from '../../../extension/background/unkept'
import { FromOverlay } from '../../../extension/messages'
import { ledger } from '../../../extension/ledger/open'
import { entriesOf } from '../../../extension/ledger/read'
import { site } from '../../../extension/site'
import { load } from '../../../extension/storage'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { freshBrowser, granted } from './granted'
import { accountOf, cardOf, json, openSite, status } from './site-server'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))

let web: Awaited<ReturnType<typeof openSite>>
let now = Date.UTC(2026, 10, 21, 12)

beforeEach(async () => {
  vi.spyOn(Date, 'now').mockImplementation(() => now)
  web = await openSite({})
  web.answers['/.well-known/rate-card.json'] = json(cardOf(web.origin))
  web.answers['/account'] = json(accountOf())
  freshBrowser(['http://127.0.0.1/*'])
  await (await ledger()).clear()
  await refreshCard(web.origin, undefined, now)
  await readAgain(web.origin, () => now)
})
afterEach(async () => {
  granted.origins = []
  vi.restoreAllMocks()
  await web.close()
})

const press = async (run: number, seconds: number, origin = web.origin) => {
  const sender = { id: 'test-extension-id', tab: { id: 1 }, origin, url: `${origin}/` }
  const message = { kind: 'pressed', run: `${run}-2-3-4`, at: now, feature: 'clip', request: { seconds } }
  expect(FromOverlay.safeParse(message).success).toBe(true)
  return answer(message, sender as never)
}
const whoseHere = () => ({ provider: 'atelier', account: 'ann', site: web.origin })
const all = async () => (await ledger()).read()
const ofKind = async (kind: Entry['kind']) => (await all()).filter((entry) => entry.kind === kind)
const withHistory = async (lines: object[]) => {
  const card = cardOf(web.origin, { version: 4, endpoints: { account: '/account', history: '/history' } })
  web.answers['/.well-known/rate-card.json'] = json(card)
  await refreshCard(web.origin, undefined, (now += 600_000))
  web.answers['/history?limit=200'] = json({ entries: lines, next: null })
  return refreshHistory(web.origin, await load(site(web.origin)), () => now)
}
const line = (id: string, seconds: number, rest: object = {}) => ({
  id,
  at: now + 1000,
  amount: String(seconds * 4),
  currency: 'credits',
  feature: 'clip',
  outcome: 'done',
  settings: { not: 'ours' },
  ...rest,
})

describe('a press', () => {
  test('is kept with its settings, what was said, the card and the balance before', async () => {
    expect(await press(1, 5)).toBe(true)
    const whose = { provider: 'atelier', account: 'ann', site: web.origin }
    expect(await ofKind('press')).toMatchObject([
      {
        ...whose,
        feature: 'clip',
        request: { seconds: 5 },
        cardVersion: 3,
        balance: '400',
        standing: 'enough',
        at: now,
      },
    ])
    expect(await ofKind('estimate')).toMatchObject([
      { ...whose, total: { low: '20', high: '20' }, currency: 'credits' },
    ])
  })
  test('told twice is kept once', async () => {
    await press(1, 5)
    now += 500
    await press(1, 5)
    expect(await ofKind('press')).toHaveLength(1)
  })
  test('holds what it will take until it is taken', async () => {
    const free = async () => {
      const view = await viewOf(web.origin)
      return view.on && view.account && balanceOf(view.account, now)
    }
    await press(1, 5)
    await press(2, 2)
    expect(await free()).toBe('372')
    now += 5000
    web.answers['/account'] = json(accountOf({ balance: '380' }))
    await readAgain(web.origin, () => now)
    expect(await free()).toBe('372')
    expect(runsOf(await all()).map(({ status, net }) => net ?? status)).toEqual(['20', 'in-flight'])
  })
  test('that says a time of its own far away is dated by our clock', async () => {
    const sender = { id: 'test-extension-id', tab: { id: 1 }, origin: web.origin, url: `${web.origin}/` }
    await answer({ kind: 'pressed', run: '9-9-9-9', at: 5, feature: 'clip', request: { seconds: 5 } }, sender as never)
    expect(await ofKind('press')).toMatchObject([{ at: now }])
  })
  test('of a site that is not on is not kept', async () => {
    granted.origins = []
    expect(await press(1, 5)).toEqual({ on: false })
    expect(await ofKind('press')).toEqual([])
  })
  test('cannot be written by one site into the ledger of another', async () => {
    const other = await openSite({})
    other.answers['/.well-known/rate-card.json'] = json(cardOf(other.origin))
    other.answers['/account'] = json(accountOf())
    await refreshCard(other.origin, undefined, now)
    await readAgain(other.origin, () => now)
    await press(1, 5, other.origin)
    expect(await entriesOf({ provider: 'atelier', account: 'ann', site: web.origin })).toMatchObject([
      { kind: 'balance' },
    ])
    expect(await entriesOf({ provider: 'atelier', account: 'ann', site: other.origin })).toHaveLength(3)
    await other.close()
  })
})

describe('the browser ends while a press is kept, its page with it,', () => {
  /** Does the work with a browser that ends at the n-th write: that one and all later ones do not happen. Returns whether it came to it. */
  async function endingAt(n: number, work: () => Promise<unknown>): Promise<boolean> {
    const { add } = IDBObjectStore.prototype
    let writes = 0
    const isOver = () => ++writes >= n
    const set = fakeBrowser.storage.local.set.bind(fakeBrowser.storage.local)
    const storing = vi.spyOn(fakeBrowser.storage.local, 'set')
    storing.mockImplementation((values) =>
      isOver() ? Promise.reject(new Error('ended')) : set(values as Record<string, unknown>),
    )
    IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...args: Parameters<typeof add>) {
      if (!isOver()) return add.apply(this, args)
      this.transaction.abort()
      throw new DOMException('ended', 'AbortError')
    }
    await work().catch(() => undefined)
    IDBObjectStore.prototype.add = add
    storing.mockRestore()
    return writes >= n
  }
  const kept = async () => (await all()).filter(({ kind }) => kind !== 'balance').map(({ id }) => id)

  test('at any write but the very first: the next start takes it up, once and with its own time', async () => {
    let ends = 0
    for (let run = 1; ; run++) {
      await (await ledger()).clear()
      const at = now
      if (!(await endingAt(run + 1, () => press(run, 5)!))) break
      ends++
      const there = (await ofKind('press')).map((entry) => entry.kind === 'press' && entry.balance)
      now += 3_600_000
      web.answers['/account'] = json(accountOf({ balance: '380' }))
      await readAgain(web.origin, () => now)
      await takeUpPresses()
      await takeUpPresses()
      expect((await kept()).sort()).toEqual([`press/${run}-2-3-4`, `said/${run}-2-3-4`])
      expect(await ofKind('press')).toMatchObject([{ at, request: { seconds: 5 }, balance: there[0] ?? null }])
      expect(await load(unkept)).toEqual([])
    }
    expect(ends).toBeGreaterThanOrEqual(3)
  })
  test('and its charge is told before the next start takes it up: it is charged all the same', async () => {
    for (let run = 1; run <= 3; run++) {
      await (await ledger()).clear()
      await endingAt(run + 1, () => press(run, 5)!)
      await noteHistory([{ id: 'a', at: now + 1, amount: '20', currency: 'credits' }], whoseHere())
      await takeUpPresses()
      expect(runsOf(await all())).toMatchObject([{ run: `${run}-2-3-4`, net: '20' }])
      expect(await ofKind('charge')).toHaveLength(1)
    }
  })
  test.each([
    ['is settled by it', {}, '20'],
    ['is not where the history tells what was taken', { history: '/history' }, undefined],
  ])('and its balance is read before the next start takes it up: it %s', async (_, endpoints, net) => {
    await endingAt(2, () => press(1, 5)!)
    now += 600_000
    const card = cardOf(web.origin, { version: 4, endpoints: { account: '/account', ...endpoints } })
    web.answers['/.well-known/rate-card.json'] = json(card)
    web.answers['/account'] = json(accountOf({ balance: '380' }))
    await refreshCard(web.origin, undefined, now)
    await readAgain(web.origin, () => now)
    await takeUpPresses()
    expect(runsOf(await all())[0]?.net).toBe(net)
  })
  test('at the very first: it is there as soon as its page, if it lives, tells it again', async () => {
    await endingAt(1, () => press(1, 5)!)
    await takeUpPresses()
    expect(await kept()).toEqual([])
    await press(1, 5)
    expect(await kept()).toHaveLength(2)
  })
  test('and the user took the site back meanwhile: it is forgotten', async () => {
    await endingAt(2, () => press(1, 5)!)
    expect(await load(unkept)).toHaveLength(1)
    granted.origins = []
    await takeUpPresses()
    expect([await kept(), await load(unkept)]).toEqual([[], []])
  })
})

describe('the history of a site', () => {
  test('settles its presses, refunds too; lines without a press are kept', async () => {
    await press(1, 5)
    await press(2, 2)
    const lines = [
      line('h0', 9, { at: now - 86_400_000 }),
      line('h1', 5, { outcome: 'failed', run: 'a' }),
      line('h2', 5, { refundOf: 'h1', run: 'a' }),
      line('h3', 2, { run: 'b' }),
    ]
    expect(await withHistory(lines)).toBe(4)
    expect(runsOf(await all()).map(({ status, net }) => [status, net])).toEqual([
      ['refunded', '0'],
      ['charged', '8'],
    ])
    expect((await ofKind('charge')).filter((entry) => !('run' in entry))).toMatchObject([{ amount: '36' }])
  })
  test('is read on where it was left, before what still runs', async () => {
    await press(1, 5)
    const lines = [line('h1', 5), line('h2', 3, { outcome: 'running' }), line('h3', 2)]
    await withHistory(lines)
    web.answers['/history?limit=200&after=h1'] = json({ entries: [line('h2', 3), lines[2]], next: null })
    expect(await refreshHistory(web.origin, await load(site(web.origin)), () => now)).toBe(1)
    expect(web.asked.filter((path) => path.startsWith('/history'))).toEqual([
      '/history?limit=200',
      '/history?limit=200&after=h1',
    ])
    expect(await ofKind('charge')).toHaveLength(3)
  })
  test('that is nonsense adds nothing', async () => {
    expect(await withHistory([{ id: 'h1', amount: 'a lot' }])).toBe(0)
    expect(await ofKind('charge')).toEqual([])
  })
  test.each([
    ['nothing at its address', status(404), 'missing'],
    ['signed out', status(401), 'signed-out'],
    ['no list', json({ lines: [] }), 'nonsense'],
  ])('that cannot be read (%s) is said at the site until it can', async (_, answer, code) => {
    await withHistory([])
    web.answers['/history?limit=200'] = answer
    expect(await refreshHistory(web.origin, await load(site(web.origin)), () => now)).toBe(0)
    expect((await load(site(web.origin))).historyProblem).toMatchObject({ code, at: now })
    web.answers['/history?limit=200'] = json({ entries: [], next: null })
    await refreshHistory(web.origin, await load(site(web.origin)), () => now)
    expect((await load(site(web.origin))).historyProblem).toBeUndefined()
  })
  test('with one line of nonsense and a fraction of a millisecond is read all the same', async () => {
    const lines = [{ id: 'h1', amount: 'a lot' }, line('h2', 3, { at: now + 0.217 })]
    expect(await withHistory(lines)).toBe(1)
    expect(await ofKind('charge')).toMatchObject([{ foreign: 'h2', amount: '12' }])
  })
  test('that is read while its press is still being kept is that press’s own', async () => {
    const told = noteHistory([{ id: 'a', at: now + 1, amount: '20', currency: 'credits' }], whoseHere())
    await Promise.all([press(1, 5), told])
    expect(runsOf(await all())).toMatchObject([{ net: '20' }])
    expect(await ofKind('charge')).toHaveLength(1)
  })
  test('that told of two presses before both are kept at once gives each its own', async () => {
    const lines = ['a', 'b'].map((id) => ({ id, at: now + 1, amount: '20', currency: 'credits' }))
    await noteHistory(lines, whoseHere())
    await Promise.all([press(1, 5), press(2, 5)])
    expect(runsOf(await all())).toMatchObject([{ net: '20' }, { net: '20' }])
  })
  test('read twice at once claims each press once', async () => {
    await press(1, 5)
    const lines = ['a', 'b'].map((id) => ({ id, at: now + 1, amount: '20', currency: 'credits' }))
    await Promise.all(lines.map((one) => noteHistory([one], whoseHere())))
    expect(runsOf(await all())[0]).toMatchObject({ net: '20' })
    expect(await ofKind('charge')).toHaveLength(2)
  })
})

describe('at a vendor that takes at the press, the balance counts as being read', () => {
  const isPending = async () => {
    const view = await viewOf(web.origin)
    return view.on && view.accountPending === true
  }
  const readAt = async (later: number, balance: string) => {
    now += later
    web.answers['/account'] = json(accountOf({ balance, held: '0' }))
    await readAgain(web.origin, () => now)
  }

  test('from a press until a reading well after it', async () => {
    await readAt(1, '400')
    expect(await isPending()).toBe(false)
    now += 1
    await press(1, 5)
    expect(await isPending()).toBe(true)
    await readAt(250, '400')
    expect(await isPending()).toBe(true)
    await readAt(2000, '380')
    expect(await isPending()).toBe(false)
  })
  test('for eight seconds at most: then what was known last is shown, as old', async () => {
    await readAt(1, '400')
    now += 1
    await press(1, 5)
    now += 7999
    expect(await isPending()).toBe(true)
    now += 1
    const view = await viewOf(web.origin)
    expect(view).toMatchObject({ account: { balance: '400' }, accountProblem: { code: 'slow', at: now } })
    expect(await isPending()).toBe(false)
    await readAt(1, '380')
    expect(await viewOf(web.origin)).not.toHaveProperty('accountProblem.code')
  })
  test('where its history told of the charge after the last reading was asked for', async () => {
    await readAt(1, '400')
    now += 1
    await press(1, 5)
    await readAt(250, '400')
    const lines = [line('h1', 5, { at: now })]
    web.answers['/history?limit=200'] = json({ entries: lines, next: null })
    const kept = await load(site(web.origin))
    const endpoints = { account: '/account', history: '/history' }
    now += 1
    await refreshHistory(
      web.origin,
      { ...kept, card: { ...kept.card!, card: { ...kept.card!.card, endpoints } } },
      () => now,
    )
    expect(runsOf(await all())[0]).toMatchObject({ status: 'charged' })
    expect(await isPending()).toBe(true)
    await readAt(1, '380')
    expect(await isPending()).toBe(false)
  })
  test('but not where the account could not be read since', async () => {
    await press(1, 5)
    web.answers['/account'] = status(500)
    now += 250
    await readAgain(web.origin, () => now)
    expect(await isPending()).toBe(false)
  })
})

test('a site whose permission is taken back is forgotten in the ledger too', async () => {
  await press(1, 5)
  granted.origins = []
  await forgetRevoked()
  expect(await all()).toEqual([])
})
