import { describe, expect, test } from 'vitest'
import { Entry } from '../../core/ledger'
import { balanceOf, grade, keepers, runsOf, spendBy } from '../../core/projections'

const common = { provider: 'sample', account: 'a' }
const press = (run: string, at: number): Entry =>
  Entry.parse({
    ...common,
    id: `p${run}`,
    at,
    run,
    kind: 'press',
    feature: 'video',
    request: { duration: 5 },
    cardVersion: 1,
  })
const said = (run: string, at: number, high: string): Entry =>
  Entry.parse({
    ...common,
    id: `s${run}`,
    at,
    run,
    kind: 'estimate',
    total: { low: high, high },
    currency: 'credits',
    on: '2026-11-10',
  })
const charge = (run: string, at: number, amount: string, rest = {}): Entry =>
  Entry.parse({
    ...common,
    id: `c${run}`,
    at,
    run,
    kind: 'charge',
    amount,
    currency: 'credits',
    from: 'history',
    ...rest,
  })
const refund = (run: string, at: number, amount: string): Entry =>
  Entry.parse({ ...common, id: `r${run}`, at, run, kind: 'refund', amount, currency: 'credits' })
const read = (at: number, balance: string): Entry =>
  Entry.parse({ ...common, id: `b${at}`, at, kind: 'balance', balance, currency: 'credits' })

const ledger = [
  read(1, '400'),
  press('1', 2),
  said('1', 2, '60'),
  charge('1', 3, '60'),
  press('2', 4),
  said('2', 4, '60'),
  charge('2', 5, '72'),
  press('3', 6),
  said('3', 6, '120'),
  charge('3', 7, '120'),
  refund('3', 8, '120'),
  press('4', 9),
  said('4', 9, '24.5'),
]

describe('projections of a ledger', () => {
  test('each run has one status', () =>
    expect(runsOf(ledger).map(({ run, status, net }) => [run, status, net])).toEqual([
      ['1', 'charged', '60'],
      ['2', 'charged', '72'],
      ['3', 'refunded', '0'],
      ['4', 'in-flight', undefined],
    ]))
  test('the balance moves with charges and refunds since the last reading', () =>
    expect(balanceOf(ledger)).toEqual({ balance: '268', readAt: 1 }))
  test('a newer reading is the truth', () => expect(balanceOf([...ledger, read(10, '250')])?.balance).toBe('250'))
  test('without a reading there is no balance', () => expect(balanceOf(ledger.slice(1))).toBeUndefined())
  test('charged what we said 1 of 2 times', () => expect(grade(ledger)).toEqual({ said: 2, asSaid: 1 }))
  test('an entry that arrives twice counts once', () =>
    expect(spendBy([...ledger, ...ledger], () => 'all').get('all')).toBe('132'))
  test('long sums of fractions stay exact', () => {
    const many = Array.from({ length: 3_000 }, (_, i) => charge(String(i), i, i % 2 ? '0.125' : '1.5'))
    expect(spendBy(many, () => 'all').get('all')).toBe('2437.5')
  })
  test('the last tags of a run are its tags', () => {
    const tagged = (at: number, tags: string[]): Entry =>
      Entry.parse({ ...common, id: `t${at}`, at, run: '1', kind: 'tagged', tags })
    const tagsOf = (entries: Entry[]) => runsOf(entries).find(({ run }) => run === '1')?.tags
    expect(tagsOf([...ledger, tagged(30, ['Nord']), tagged(40, ['Nord', 'spring'])])).toEqual(['Nord', 'spring'])
    expect(tagsOf([...ledger, tagged(30, ['Nord']), tagged(40, [])])).toEqual([])
  })
  test('order of arrival does not matter', () => expect(balanceOf(ledger.toReversed())).toEqual(balanceOf(ledger)))
  test('the cost of retries is what was spent on versions not kept', () => {
    const kept = (run: string, keep: boolean): Entry =>
      Entry.parse({ ...common, id: `k${run}`, at: 20, run, kind: 'kept', kept: keep })
    expect(keepers([...ledger, kept('1', false), kept('2', true)])).toEqual({
      runs: 2,
      kept: 1,
      spent: '132',
      retries: '60',
    })
  })
})
