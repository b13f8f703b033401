import { describe, expect, test } from 'vitest'
import { driftOf, grades } from '../../core/drift'
import { Entry } from '../../core/ledger'
import { cardOf } from './sample-card'

const card = cardOf({
  dimensions: { duration: { type: 'number' } },
  charges: [{ name: 'video', meter: 'duration', amount: '5' }],
})
const run = (n: number, duration: number, charged: string): Entry[] => {
  const common = { provider: 'sample', account: 'a', at: n, run: String(n) }
  const said = String(duration * 5)
  return [
    Entry.parse({ ...common, id: `p${n}`, kind: 'press', feature: 'run', request: { duration }, cardVersion: 1 }),
    Entry.parse({
      ...common,
      id: `s${n}`,
      kind: 'estimate',
      total: { low: said, high: said },
      currency: 'credits',
      on: '2026-11-10',
    }),
    Entry.parse({
      ...common,
      id: `c${n}`,
      kind: 'charge',
      amount: charged,
      currency: 'credits',
      from: 'history',
      outcome: 'done',
    }),
  ]
}
const ledger = (...runs: [number, string][]) => runs.flatMap(([duration, charged], i) => run(i + 1, duration, charged))

/** Runs that are not charged yet, on a page that says what they take. */
const shown = (...runs: [number, string][]): Entry[] =>
  runs
    .flatMap(([duration, quoted], i) =>
      run(i + 1, duration, '0').map((entry) => (entry.kind === 'press' ? { ...entry, quoted } : entry)),
    )
    .filter(({ kind }) => kind !== 'charge')

describe('grading ourselves', () => {
  test('charged what we said 2 of 3 times', () =>
    expect(grades(ledger([5, '25'], [2, '10'], [4, '24']))).toMatchObject([
      { feature: 'run', n: 3, asSaid: 2, medianError: 0 },
    ]))
  test('nothing is said of a feature without runs', () => expect(grades([])).toEqual([]))
})

describe('drift', () => {
  const drift = (...runs: [number, string][]) => driftOf(ledger(...runs), card, 'run')
  test('three charges a fifth higher: 5 a second became 6', () =>
    expect(drift([5, '25'], [5, '30'], [2, '12'], [10, '60'])).toMatchObject({
      way: 'more',
      since: 2,
      ratio: '1.2',
      amount: { from: '5', to: '6' },
      evidence: [
        { said: '25', charged: '30' },
        { said: '10', charged: '12' },
        { said: '50', charged: '60' },
      ],
    }))
  test('three prices on the page itself, each another than the card’s, while no charge is known', () =>
    expect(driftOf(shown([5, '30'], [2, '12'], [10, '60']), card, 'run')).toMatchObject({
      way: 'more',
      quoted: true,
      evidence: [{ charged: '30' }, { charged: '12' }, { charged: '60' }],
    }))
  test('no price is worked out from what a page shows', () =>
    expect(driftOf(shown([5, '30'], [2, '12'], [10, '60']), card, 'run')!.amount).toBeUndefined())
  test('a charge that agrees says more than what the page showed', () =>
    expect(
      driftOf([...shown([5, '30'], [2, '12']), ...run(9, 4, '20'), ...shown([10, '60'])], card, 'run'),
    ).toBeUndefined())
  test('what a page shows is no grade of ours', () =>
    expect(grades(shown([5, '30'], [2, '12'], [10, '60']))).toEqual([]))
  test('two are not enough', () => expect(drift([5, '30'], [2, '12'])).toBeUndefined())
  test('one that agrees begins anew', () =>
    expect(drift([5, '30'], [2, '12'], [2, '10'], [5, '30'], [5, '30'])).toBeUndefined())
  test('higher and lower in turn are noise', () => expect(drift([5, '30'], [5, '20'], [5, '30'])).toBeUndefined())
  test('different ratios raise the alarm without a price', () => {
    const found = drift([5, '26'], [5, '27'], [5, '28'])
    expect(found).toMatchObject({ way: 'more' })
    expect(found).not.toHaveProperty('ratio')
  })
  test('less is drift too', () =>
    expect(drift([5, '20'], [5, '20'], [5, '20'])).toMatchObject({ way: 'less', ratio: '0.8', amount: { to: '4' } }))
})
