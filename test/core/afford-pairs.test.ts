import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Account } from '../../core/account'
import { affordPairs } from '../../core/afford-pairs'
import { estimate } from '../../core/estimate'
import type { Feature, Request } from '../../core/rate-card'
import { dimensions, feature, request, values } from './random-feature'
import { Fraction } from './reference'
import { cardOf } from './sample-card'

const NOW = Date.parse('2026-11-10T12:00:00Z')
const ON = new Date(NOW)
const holder = (balance: number): Account =>
  Account.parse({ provider: 'sample', id: 'a', currency: 'credits', balance, readAt: NOW, from: 'session' })

type Settings = [string, string]

/** Every pair that is for sale and of which `runs` fit at their dearest, by trying all of them. */
function fitting(f: Feature, r: Request, balance: number, runs: number, second = values['seconds']!): Settings[] {
  const card = cardOf(f)
  return values['size']!.flatMap((size) =>
    second.flatMap((seconds): Settings[] => {
      const quote = estimate(card, 'run', { ...r, size, seconds }, ON)
      if (quote.status === 'unpriced') return []
      const all = Fraction.of(quote.total.high).times(Fraction.of(runs))
      return Fraction.of(String(balance)).less(all) ? [] : [[String(size), String(seconds)]]
    }),
  )
}
const reaches = ([a, b]: Settings, [c, d]: Settings) => Number(a) >= Number(c) && Number(b) >= Number(d)
const exceeds = (a: Settings, b: Settings) => reaches(a, b) && !reaches(b, a)
const frontier = (all: Settings[]) => all.filter((own) => !all.some((other) => exceeds(other, own)))

const answered = (f: Feature, r: Request, balance: number, runs: number) =>
  affordPairs(
    { card: cardOf(f), feature: 'run', request: r, account: holder(balance), now: NOW },
    ['size', 'seconds'],
    runs,
  )?.pairs.map(({ values: pair }) => pair.map(String))

const cell = fc.constantFrom('0', '1', '2.5', '4', '7')
/** Seconds, each at what the size takes. */
const bothPaid = fc.tuple(cell, cell, cell).map(([a, b, c]): Feature => ({
  surface: 'any',
  source: 'page',
  dimensions,
  charges: [{ name: 'run', meter: 'seconds', amount: { by: ['size'], cells: { '1': a, '2.5': b, '4': c } } }],
}))

describe('two settings at once', () => {
  test('the frontier for 1 to 20 runs is the one found by trying every pair (400 cards)', () => {
    fc.assert(
      fc.property(
        feature(),
        request,
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 1, max: 20 }),
        (f, r, balance, runs) => {
          const said = answered(f, r, balance, runs)!
          const right = frontier(fitting(f, r, balance, runs))
          expect(said.toSorted()).toEqual(right.toSorted())
        },
      ),
      { numRuns: 400, seed: 71 },
    )
  })
  test('where both settings are paid for, the frontier often has several pairs, and is that of trying every pair (300 cards)', () => {
    let several = 0
    fc.assert(
      fc.property(bothPaid, request, fc.integer({ min: 0, max: 60 }), (f, r, balance) => {
        const said = answered(f, r, balance, 2)!
        expect(said.toSorted()).toEqual(frontier(fitting(f, r, balance, 2)).toSorted())
        if (said.length > 1) several++
      }),
      { numRuns: 300, seed: 73 },
    )
    expect(several).toBeGreaterThan(60)
  })
  test('a long second setting is searched to the same frontier (120 cards)', () => {
    const long = (f: Feature): Feature => ({
      ...f,
      dimensions: { ...f.dimensions, seconds: { type: 'number', unit: 's', min: 0, max: 100, step: 1 } },
    })
    const all = Array.from({ length: 101 }, (_, i) => i)
    fc.assert(
      fc.property(feature(), request, fc.integer({ min: 0, max: 120 }), (f, r, balance) => {
        const said = answered(long(f), r, balance, 2)
        if (said) expect(said.toSorted()).toEqual(frontier(fitting(long(f), r, balance, 2, all)).toSorted())
      }),
      { numRuns: 120, seed: 72 },
    )
  })
})

test('100 credits, two runs: 1080p for 4 s, or 720p for 10 s', () => {
  const card = cardOf({
    dimensions: {
      resolution: { type: 'choice', options: ['720p', '1080p'] },
      duration: { type: 'number', unit: 's', min: 1, max: 10, step: 1 },
    },
    charges: [
      { name: 'video', meter: 'duration', amount: { by: ['resolution'], cells: { '720p': '5', '1080p': '12' } } },
    ],
  })
  const asked = { card, feature: 'run', request: { resolution: '720p', duration: 5 }, account: holder(100), now: NOW }
  expect(affordPairs(asked, ['resolution', 'duration'], 2)).toEqual({
    dimensions: ['resolution', 'duration'],
    runs: 2,
    pairs: [
      { values: ['1080p', '4'], total: { low: '48', high: '48' } },
      { values: ['720p', '10'], total: { low: '50', high: '50' } },
    ],
  })
})

test.each([
  ['without an account', undefined, ['size', 'seconds']],
  ['for a setting that has no order', holder(50), ['model', 'seconds']],
] as const)('%s there is no telling', (_, account, names) => {
  const f = fc.sample(feature(), { numRuns: 1, seed: 3 })[0]!
  const asked = { card: cardOf(f), feature: 'run', request: {}, account, now: NOW }
  expect(affordPairs(asked, [...names] as [string, string], 1)).toBeUndefined()
})
