import { describe, expect, test } from 'vitest'
import { rowsOf } from '../../core/history'
import { iterationsOf, spentBy, totalsOf } from '../../core/history-totals'
import { Entry } from '../../core/ledger'

const minute = 60_000
const day = 1440 * minute
const whose = { provider: 'sample', account: 'a' }
const run = (id: string, at: number, said: [string, string] | undefined, rest: object[] = []): Entry[] => {
  const common = { ...whose, at, run: id }
  return [
    {
      ...common,
      id: `p${id}`,
      kind: 'press',
      feature: 'video',
      request: { seconds: 5 },
      cardVersion: 2,
      balance: '400',
    },
    {
      ...common,
      id: `s${id}`,
      kind: 'estimate',
      currency: 'credits',
      on: '2026-11-10',
      ...(said && { total: { low: said[0], high: said[1] } }),
    },
    ...rest.map((one) => ({ ...common, ...one })),
  ].map((entry) => Entry.parse(entry))
}
const charge = (amount: string, rest = {}) => ({
  id: `c${Math.random()}`,
  kind: 'charge',
  amount,
  currency: 'credits',
  from: 'history',
  outcome: 'done',
  ...rest,
})
const refund = (amount: string) => ({ id: `r${Math.random()}`, kind: 'refund', amount, currency: 'credits' })
const row = (entries: Entry[], now = minute) => rowsOf(entries, now)[0]!

describe('a line of the history', () => {
  test.each<[string, Entry[], object]>([
    [
      'says what was said and charged',
      run('1', 0, ['60', '60'], [charge('60')]),
      { said: { low: '60', high: '60' }, net: '60', difference: '0', status: 'charged', before: '400', cardVersion: 2 },
    ],
    ['how much more was taken', run('1', 0, ['60', '60'], [charge('72')]), { difference: '12' }],
    ['how much less', run('1', 0, ['60', '60'], [charge('54.5')]), { difference: '-5.5' }],
    ['and from the nearer end of a range', run('1', 0, ['48', '60'], [charge('61')]), { difference: '1' }],
    ['where within it nothing is amiss', run('1', 0, ['48', '60'], [charge('50')]), { difference: '0' }],
    [
      'what came back',
      run('1', 0, ['60', '60'], [charge('60', { outcome: 'failed' }), refund('60')]),
      { status: 'refunded', net: '0', back: '60' },
    ],
    ['that it is in flight', run('1', 0, ['60', '60']), { status: 'in-flight' }],
    ['that nothing was said', run('1', 0, undefined, [charge('60')]), { status: 'charged', net: '60' }],
  ])('%s', (_, entries, expected) => expect(row(entries)).toMatchObject(expected))

  test('a press of which nothing is heard for a day is said to have taken nothing that was seen', () =>
    expect(row(run('1', 0, ['60', '60']), 2 * day).status).toBe('unseen'))
  test('nothing is graded that was not said', () =>
    expect(row(run('1', 0, undefined, [charge('60')]))).not.toHaveProperty('difference'))
  test('charges and refunds without a press have lines of their own, newest first', () => {
    const loose = [charge('5', { at: 1 }), { ...refund('3'), at: 2 }].map((one) => Entry.parse({ ...whose, ...one }))
    expect(rowsOf(loose, minute)).toMatchObject([
      { status: 'returned', net: '-3', back: '3', pressed: false },
      { status: 'unmatched', net: '5', pressed: false },
    ])
  })
})

const kept = (keep: boolean) => ({ id: `k${Math.random()}`, kind: 'kept', kept: keep })
const session = [
  ...run('1', 0, ['60', '60'], [charge('60')]),
  ...run('2', 10 * minute, ['60', '60'], [charge('60')]),
  ...run('3', 20 * minute, ['24', '24'], [charge('30'), kept(true)]),
  ...run('4', 120 * minute, ['10', '20'], [charge('15'), kept(true)]),
  ...run('5', 300 * minute, ['7.5', '7.5'], [charge('7.5')]),
  ...run('6', 301 * minute, ['7.5', '7.5']),
]

describe('totals', () => {
  const totals = totalsOf(rowsOf(session, 302 * minute))
  test('charged what we said 4 of 5 times', () => expect(totals).toMatchObject({ runs: 6, said: 5, asSaid: 4 }))
  test('retries are what was tried beside the kept versions, in the same go', () =>
    expect(totals.byCurrency).toEqual([
      { currency: 'credits', net: '172.5', back: '0', kept: 2, keptCost: 82.5, retries: '120' },
    ]))
  test('two currencies are never added up', () => {
    const dollars = Entry.parse({ ...whose, ...charge('0.02', { currency: 'USD' }), at: 5 })
    expect(totalsOf(rowsOf([...session, dollars], 302 * minute)).byCurrency.map(({ net }) => net)).toEqual([
      '0.02',
      '172.5',
    ])
  })
  test('tries of one go are one piece of work', () =>
    expect(iterationsOf(rowsOf(session, 302 * minute)).map((one) => one.map(({ id }) => id))).toEqual([
      ['6', '5'],
      ['4'],
      ['3', '2', '1'],
    ]))
  test('spend by a key, the largest first', () =>
    expect(
      spentBy(rowsOf(session, 302 * minute), 'credits', ({ at }) => (at < 60 * minute ? 'early' : 'late')),
    ).toEqual([
      { key: 'early', net: '150', runs: 3 },
      { key: 'late', net: '22.5', runs: 2 },
    ]))
})
