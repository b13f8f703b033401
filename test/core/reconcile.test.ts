import { describe, expect, test } from 'vitest'
import { Entry } from '../../core/ledger'
import { reconcile, type Imported } from '../../core/reconcile'

const common = { provider: 'sample', account: 'a', currency: 'credits' }
const minute = 60_000
const charge = (foreign: string, at: number, amount: string, rest = {}): Entry =>
  Entry.parse({
    ...common,
    id: `c/${foreign}`,
    at,
    run: foreign,
    kind: 'charge',
    amount,
    foreign,
    from: 'history',
    outcome: 'done',
    ...rest,
  })
const refund = (foreign: string, at: number, amount: string, run: string): Entry =>
  Entry.parse({ ...common, id: `r/${foreign}`, at, run, kind: 'refund', amount, foreign })
const line = (at: number, amount: string, rest: Partial<Imported> = {}): Imported => ({
  at,
  amount,
  currency: 'credits',
  ...rest,
})
const kinds = (entries: Entry[], lines: Imported[], rules = []) =>
  reconcile(entries, lines, rules).findings.map((f) => f.kind)

describe('a list of charges against the ledger', () => {
  test.each<[string, Entry[], Imported[], string[]]>([
    ['the same id matches', [charge('a', 0, '60')], [line(9 * 60 * minute, '60', { id: 'a' })], ['match']],
    [
      'without an id, the same amount at about the same time',
      [charge('a', 0, '60')],
      [line(minute, '60.0')],
      ['match'],
    ],
    ['an hour later it is another', [charge('a', 0, '60')], [line(60 * minute, '60')], ['unknown']],
    ['the same id at another amount differs', [charge('a', 0, '60')], [line(0, '72', { id: 'a' })], ['differs']],
    [
      'a line twice is a double charge',
      [charge('a', 0, '60')],
      [line(0, '60', { what: 'video' }), line(minute, '60', { what: 'video' })],
      ['match', 'double'],
    ],
    [
      'two runs are two charges',
      [charge('a', 0, '60'), charge('b', minute, '60')],
      [line(0, '60'), line(minute, '60')],
      ['match', 'match'],
    ],
    ['a line nobody knows', [], [line(0, '5')], ['unknown']],
    [
      'a line of a day matches what was taken on that day',
      [charge('a', 500 * minute, '60')],
      [line(0, '60', { until: 1440 * minute })],
      ['match'],
    ],
    [
      'two lines of a day may be two runs, and nobody calls the second a double',
      [charge('a', 500 * minute, '60')],
      [line(0, '60', { until: 1440 * minute }), line(0, '60', { until: 1440 * minute })],
      ['match', 'unknown'],
    ],
    [
      'a refund matches a refund',
      [charge('a', 0, '60'), refund('r', minute, '60', 'a')],
      [line(0, '60'), line(minute, '-60')],
      ['match', 'match'],
    ],
    [
      'what the list has not',
      [charge('a', 0, '60'), charge('b', minute, '24')],
      [line(0, '60')],
      ['match', 'not-on-list'],
    ],
  ])('%s', (_, entries, lines, expected) => expect(kinds(entries, lines)).toEqual(expected))

  const rules = [{ outcome: 'error' as const, charged: 'nothing' as const }]
  test('a failure that was charged and never given back is a missing refund', () =>
    expect(
      reconcile([charge('a', 0, '60', { outcome: 'failed' })], [line(0, '60', { id: 'a' })], rules).findings,
    ).toMatchObject([{ kind: 'match' }, { kind: 'missing-refund', run: 'a', amount: '60' }]))
  test('one that was given back is not', () =>
    expect(
      reconcile(
        [charge('a', 0, '60', { outcome: 'failed' }), refund('r', 1, '60', 'a')],
        [line(0, '60', { id: 'a' }), line(1, '-60')],
        rules,
      ).findings.map((f) => f.kind),
    ).toEqual(['match', 'match']))
  test('sums are exact', () =>
    expect(reconcile([], [line(0, '0.1'), line(99 * minute, '0.2'), line(200 * minute, '-0.3')])).toMatchObject({
      charged: '0.3',
      given: '0.3',
      unexplained: '0',
    }))
})

test('a long ledger of one amount against a long list of it asks each entry once, not once a line', () => {
  let asked = 0
  const many = Array.from({ length: 3000 }, (_, i) => charge(`${i}`, i * 60 * minute, '5'))
  const counted = many.map((entry) =>
    Object.defineProperty({ ...entry }, 'at', { get: () => (asked++, entry.at), enumerable: true }),
  )
  const lines = many.map(({ at }) => line(at, '5'))
  expect(reconcile(counted, lines).findings.every(({ kind }) => kind === 'match')).toBe(true)
  expect(asked).toBeLessThan(3000 * 100)
})
