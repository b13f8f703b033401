import { expect, test } from 'vitest'
import { priceChanges } from '../../core/price-changes'
import type { LedgerRun } from '../../core/projections'
import { cardOf } from './sample-card'

const card = cardOf(
  {
    dimensions: {
      model: { type: 'choice', options: ['swift', 'grand'] },
      seconds: { type: 'number', min: 1, max: 60 },
    },
    charges: [
      {
        name: 'video',
        meter: 'seconds',
        rates: [
          { from: '2026-11-10', match: { model: 'grand' }, amount: '14' },
          { from: '2026-12-01', match: { model: 'swift' }, amount: '6' },
          { match: { model: 'grand' }, amount: '12' },
          { match: { model: 'swift' }, amount: '5' },
        ],
      },
    ],
  },
  { version: 3 },
)
const run = (day: string, request: object, total?: string, cardVersion = 3): LedgerRun =>
  ({
    run: day,
    press: { kind: 'press', at: Date.parse(day), feature: 'run', request, cardVersion },
    said: { kind: 'estimate', currency: 'credits', on: day, ...(total && { total: { low: total, high: total } }) },
  }) as never
const changesOf = (...runs: LedgerRun[]) =>
  priceChanges(card, runs).map(({ from, by, was, is, request }) => [from, by, request.model, was?.high, is?.high])
const grand = { model: 'grand', seconds: 5 }

test.each<[string, LedgerRun[], unknown[][]]>([
  [
    'a change since the first of two runs is told once',
    [run('2026-11-02', grand), run('2026-11-05', grand)],
    [['2026-11-10', 'day', 'grand', '60', '70']],
  ],
  [
    'one that is announced is told, too',
    [run('2026-11-02', { ...grand, model: 'swift' })],
    [['2026-12-01', 'day', 'swift', '25', '30']],
  ],
  ['a change before the first run is no news', [run('2026-11-10', grand)], []],
  [
    'a newer list that says otherwise of the day of a run',
    [run('2026-11-12', grand, '65', 2)],
    [['2026-11-01', 'list', 'grand', '65', '70']],
  ],
  ['a newer list that says the same', [run('2026-11-12', grand, '70', 2)], []],
  ['settings that were never priced', [run('2026-11-02', { model: 'none', seconds: 5 })], []],
])('%s', (_, runs, wanted) => expect(changesOf(...runs)).toEqual(wanted))

test('of one tool no more than the newest twenty kinds of settings are looked at', () => {
  const many = Array.from({ length: 60 }, (_, i) => run(`2026-11-0${1 + (i % 9)}`, { ...grand, seconds: i + 1 }))
  expect(priceChanges(card, many)).toHaveLength(20)
})
