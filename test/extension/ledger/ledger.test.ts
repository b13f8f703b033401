// @vitest-environment node
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { estimate } from '../../../core/estimate'
import { Entry } from '../../../core/ledger'
import type { HistoryLine } from '../../../core/matching'
import { balanceOf, runsOf } from '../../../core/projections'
import { keepHistory as keepHistoryAt, keepPress, keepReading } from '../../../extension/ledger/keep'
import { LedgerFull, openLedger, type LedgerStore } from '../../../extension/ledger/store'
import { cardOf } from '../../core/sample-card'

const whose = { provider: 'sample', account: 'a' }
const card = cardOf({
  dimensions: { duration: { type: 'number', min: 1, max: 10 } },
  charges: [{ name: 'video', meter: 'duration', amount: '12' }],
})
const press = (run: string, at: number, duration: number) => ({
  ...whose,
  run,
  at,
  request: { duration },
  cardVersion: 1,
  estimate: estimate(card, 'run', { duration }, new Date(at)),
  balance: '400',
})
const line = (id: string, at: number, amount: string): HistoryLine => ({
  id,
  at,
  amount,
  currency: 'credits',
  outcome: 'done',
})

const keepHistory = (ledger: LedgerStore, lines: HistoryLine[], of = whose) => keepHistoryAt(ledger, lines, of, 10_000)

/** A session: two tabs press, charges arrive late and out of order, one fails and is refunded. Each step may be the last before the worker dies. */
const session: ((ledger: LedgerStore) => Promise<unknown>)[] = [
  (l) => keepReading(l, { at: 1_000, balance: '400', currency: 'credits' }, whose),
  (l) => Promise.all([keepPress(l, press('tab1', 2_000, 5)), keepPress(l, press('tab2', 2_000, 2))]),
  (l) => keepPress(l, press('tab1b', 3_000, 10)),
  (l) => keepHistory(l, [line('h2', 9_000, '24')], whose),
  (l) => keepHistory(l, [line('h1', 8_000, '60'), line('h2', 9_000, '24'), line('h3', 9_500, '120')], whose),
  (l) => keepHistory(l, [{ ...line('r3', 9_900, '120'), refundOf: 'h3' }], whose),
  (l) => keepReading(l, { at: 12_000, balance: '316', currency: 'credits' }, whose),
]
const outcome = async (ledger: LedgerStore) => {
  const entries = await ledger.read()
  return {
    ids: entries.map((e) => e.id).sort(),
    nets: Object.fromEntries(runsOf(entries).map(({ run, net, status }) => [run, net ?? status])),
    balance: balanceOf(entries)?.balance,
  }
}

beforeEach(() => void (globalThis.indexedDB = new IDBFactory()))

test('a session is kept: every run with its charge, the refund, and the balance', async () => {
  const ledger = await openLedger()
  for (const step of session) await step(ledger)
  expect(await outcome(ledger)).toMatchObject({
    nets: { tab1: '60', tab2: '24', tab1b: '0' },
    balance: '316',
  })
})

/** Counts writes, and kills the worker (its transaction with it) at the n-th. */
async function dyingAt(n: number): Promise<{ died: boolean }> {
  globalThis.indexedDB = new IDBFactory()
  const add = IDBObjectStore.prototype.add
  let writes = 0
  let died = false
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...args: Parameters<typeof add>) {
    if (++writes !== n) return add.apply(this, args)
    died = true
    this.transaction.abort()
    throw new DOMException('killed', 'AbortError')
  }
  try {
    let ledger = await openLedger()
    for (const step of session) {
      const done = await step(ledger).then(
        () => true,
        () => false,
      )
      if (done) continue
      // The browser starts a new worker, which does the same step again.
      ledger.close()
      ledger = await openLedger()
      await step(ledger)
    }
    Object.assign(dyingAt, { last: await outcome(ledger) })
    return { died }
  } finally {
    IDBObjectStore.prototype.add = add
  }
}

test('killed at every write in turn, the ledger ends the same', async () => {
  const whole = await dyingAt(0).then(() => (dyingAt as unknown as { last: object }).last)
  let deaths = 0
  for (let n = 1; ; n++) {
    const { died } = await dyingAt(n)
    if (!died) break
    deaths++
    expect((dyingAt as unknown as { last: object }).last).toEqual(whole)
  }
  expect(deaths).toBeGreaterThanOrEqual(12)
})

describe('the store', () => {
  test('adds all or none', async () => {
    const ledger = await openLedger()
    const reading = Entry.parse({ ...whose, kind: 'balance', id: 'x', at: 1, balance: '5', currency: 'credits' })
    await expect(ledger.append([reading, { ...reading, id: undefined as unknown as string }])).rejects.toThrow()
    expect(await ledger.count()).toBe(0)
  })
  test('never changes an entry', async () => {
    const ledger = await openLedger()
    const reading = Entry.parse({ ...whose, kind: 'balance', id: 'x', at: 1, balance: '5', currency: 'credits' })
    expect(await ledger.append([reading])).toBe(1)
    expect(await ledger.append([{ ...reading, balance: '900' } as Entry])).toBe(0)
    expect(await ledger.read()).toEqual([reading])
  })
  test('reads one account, a span of time, the newest first', async () => {
    const ledger = await openLedger()
    const at = (n: number, account = 'a') =>
      Entry.parse({
        provider: 'sample',
        account,
        kind: 'balance',
        id: `${account}${n}`,
        at: n,
        balance: '5',
        currency: 'credits',
      })
    await ledger.append([at(3), at(1), at(2), at(2, 'b')])
    expect((await ledger.read(whose, 2)).map((e) => e.id)).toEqual(['a2', 'a3'])
    expect((await ledger.latest(2)).map((e) => e.at)).toEqual([3, 2])
  })
})

describe('when storage is full', () => {
  const reading = (n: number, account = 'a') =>
    Entry.parse({
      provider: 'sample',
      account,
      kind: 'balance',
      id: `${account}${n}`,
      at: n * 3_600_000,
      balance: '5',
      currency: 'credits',
    })
  const most = (entries: number) => {
    const add = IDBObjectStore.prototype.add
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = add.apply(this, args)
      const counted = this.count()
      counted.onsuccess = () => {
        if (this.name !== 'entries' || counted.result <= entries) return
        const full = new DOMException('no room', 'QuotaExceededError')
        Object.defineProperty(this.transaction, 'error', { value: full })
        this.transaction.abort()
      }
      return request
    })
  }
  afterEach(() => void vi.restoreAllMocks())

  test('the oldest readings are thinned to one a day, and the press is kept', async () => {
    const ledger = await openLedger()
    await ledger.append(Array.from({ length: 60 }, (_, n) => reading(n)))
    most(61)
    await keepPress(ledger, press('1', 1, 5))
    const left = await ledger.read()
    expect(left.filter(({ kind }) => kind !== 'balance')).toHaveLength(2)
    expect(left.filter(({ kind }) => kind === 'balance').map(({ id }) => id)).toEqual([
      'a0',
      'a24',
      ...Array.from({ length: 30 }, (_, n) => `a${n + 30}`),
    ])
  })
  test('presses and charges stay, the last reading of each account too, and it is named', async () => {
    const ledger = await openLedger()
    await ledger.append([reading(1), reading(2), reading(3, 'b')])
    await keepPress(ledger, press('1', 1, 5))
    await keepHistory(ledger, [line('h1', 8_000, '60')], whose)
    const kept = (await ledger.read()).map(({ id }) => id)
    most(5)
    await expect(keepPress(ledger, press('2', 9, 5))).rejects.toThrow(LedgerFull)
    expect((await ledger.read()).map(({ id }) => id)).toEqual(kept.filter((id) => id !== 'a1'))
  })
})

test('a charge that came before its press is its own, with what came back; one that was deleted is not', async () => {
  const ledger = await openLedger()
  const back = { ...line('r1', 8_500, '60'), refundOf: 'h1' }
  await keepHistory(ledger, [line('h1', 8_000, '60'), back, line('h2', 9_000, '24')], whose)
  const second = (await ledger.read()).find((entry) => entry.kind === 'charge' && entry.foreign === 'h2')!
  await ledger.remove([second.id])
  await keepPress(ledger, press('1', 7_000, 5))
  await keepPress(ledger, press('2', 7_000, 2))
  expect((await outcome(ledger)).nets).toEqual({ 1: '0', 2: 'in-flight' })
  expect(await ledger.count()).toBe(6)
})
test('what is deleted stays deleted when its vendor tells it again, and can be put back', async () => {
  const ledger = await openLedger()
  await keepHistory(ledger, [line('h1', 8_000, '60'), line('h2', 9_000, '24')], whose)
  const [first] = await ledger.read()
  const gone = await ledger.remove([first!.id])
  expect(await keepHistory(ledger, [line('h1', 8_000, '60')], whose)).toBe(0)
  expect(await ledger.count()).toBe(1)
  await ledger.restore(gone)
  expect(await ledger.read()).toHaveLength(2)
})
test('a long ledger can be read piece by piece', async () => {
  const ledger = await openLedger()
  await keepHistory(
    ledger,
    Array.from({ length: 25 }, (_, n) => line(`h${n}`, n, '1')),
    whose,
  )
  const seen: string[] = []
  for (let after: string | undefined; ;) {
    const piece = await ledger.next(after, 10)
    seen.push(...piece.map(({ id }) => id))
    after = piece.at(-1)?.id
    if (piece.length < 10) break
  }
  expect(new Set(seen).size).toBe(25)
})
test('a ledger of the first shape is opened and kept', async () => {
  const old = await openDB('forecost-ledger', 1, {
    upgrade(db) {
      const entries = db.createObjectStore('entries', { keyPath: 'id' })
      entries.createIndex('at', 'at')
      entries.createIndex('account', ['provider', 'account', 'at'])
      entries.createIndex('run', 'run')
    },
  })
  await old.add('entries', { ...whose, kind: 'balance', id: 'x', at: 1, balance: '5', currency: 'credits' })
  old.close()
  const ledger = await openLedger()
  expect(await ledger.read(whose)).toHaveLength(1)
  await ledger.moveCursor({ id: 'c', after: 'x' })
  expect(await ledger.cursor('c')).toBe('x')
})
