import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimate } from '../../core/estimate'
import type { Feature, Request } from '../../core/rate-card'
import type { Priced } from '../../core/result'
import { completions, dimensions, feature, quantity, request, values } from './random-feature'
import { Fraction, NoPrice, NotOffered, referenceTotal } from './reference'
import { cardOf } from './sample-card'

const DAY = '2026-11-01'
const ON = new Date(DAY)
const RUNS = { numRuns: 1500, seed: 20261101 }

type Answer = Fraction | 'not-offered' | 'no-price'
function reference(f: Feature, r: Request): Answer {
  try {
    return referenceTotal(f, r, DAY).total
  } catch (error) {
    if (error instanceof NotOffered) return 'not-offered'
    if (error instanceof NoPrice) return 'no-price'
    throw error
  }
}

function hull(f: Feature, partial: Request): { low: Fraction; high: Fraction } | undefined {
  const answers = completions(partial).map((r) => reference(f, r))
  if (answers.includes('no-price')) return undefined
  const totals = answers.filter((a): a is Fraction => a instanceof Fraction)
  if (totals.length === 0) return undefined
  return { low: totals.reduce((a, b) => (b.less(a) ? b : a)), high: totals.reduce((a, b) => (a.less(b) ? b : a)) }
}

const unread = (r: Request, names: string[]): Request =>
  Object.fromEntries(Object.entries(r).filter(([name]) => !names.includes(name)))
const someNames = fc.subarray(Object.keys(values), { minLength: 1, maxLength: 3 })
const ends = ({ total }: Priced) => ({ low: Fraction.of(total.low), high: Fraction.of(total.high) })
const shown = ({ low, high }: { low: Fraction; high: Fraction }) => `${low}..${high}`
const finite = (x: Fraction): boolean => {
  let d = x.d
  while (d % 2n === 0n) d /= 2n
  while (d % 5n === 0n) d /= 5n
  return d === 1n
}

describe('laws of an estimate', () => {
  test('with everything read it equals an independent rational computation', () => {
    fc.assert(
      fc.property(feature(), request, (f, r) => {
        const result = estimate(cardOf(f), 'run', r, ON)
        const expected = reference(f, r)
        if (!(expected instanceof Fraction) || !finite(expected)) return void expect(result.status).toBe('unpriced')
        expect(result.status).toBe('exact')
        expect(`${ends(result as Priced).low}`).toBe(`${expected}`)
      }),
      RUNS,
    )
  })

  test('with anything unread it is the closed hull of every completion', () => {
    let ranges = 0
    fc.assert(
      fc.property(feature(), request, someNames, (f, r, names) => {
        const partial = unread(r, names)
        const result = estimate(cardOf(f), 'run', partial, ON)
        const expected = hull(f, partial)
        if (!expected || !finite(expected.low) || !finite(expected.high))
          return void expect(result.status).toBe('unpriced')
        expect(result.status).not.toBe('unpriced')
        expect(shown(ends(result as Priced))).toBe(shown(expected))
        if (result.status === 'range') ranges++
      }),
      RUNS,
    )
    expect(ranges).toBeGreaterThan(100)
  })

  test('with a condition on a meter it still contains every completion', () => {
    let ranges = 0
    fc.assert(
      fc.property(feature(true), request, someNames, (f, r, names) => {
        const partial = unread(r, names)
        const result = estimate(cardOf(f), 'run', partial, ON)
        const expected = hull(f, partial)
        if (result.status === 'unpriced' || !expected) return
        const { low, high } = ends(result)
        expect(expected.low.less(low)).toBe(false)
        expect(high.less(expected.high)).toBe(false)
        if (result.status === 'range') ranges++
      }),
      RUNS,
    )
    expect(ranges).toBeGreaterThan(100)
  })

  test('the lines of each column sum to the total', () => {
    fc.assert(
      fc.property(feature(true), request, someNames, (f, r, names) => {
        const result = estimate(cardOf(f), 'run', unread(r, names), ON)
        if (result.status === 'unpriced') return
        for (const end of ['low', 'high'] as const) {
          const sum = result.lines.reduce((total, line) => total.plus(Fraction.of(line.total[end])), Fraction.of(0))
          expect(`${sum}`).toBe(`${Fraction.of(result.total[end])}`)
        }
      }),
      RUNS,
    )
  })

  test('a total never falls as a quantity grows, whatever it is made of', () => {
    const growing: Feature['dimensions'] = { ...dimensions, seconds: { type: 'number', min: 0, max: 40 } }
    const graduated = fc
      .array(fc.constantFrom('0', '0.5', '2', '10'), { minLength: 2, maxLength: 4 })
      .map((amounts) => ({
        of: 'seconds',
        tiers: amounts.map((amount, i) => ({ ...(i < amounts.length - 1 && { upTo: (i + 1) * 3 }), amount })),
      }))
    fc.assert(
      fc.property(
        graduated,
        quantity.filter((q) => !JSON.stringify(q).includes('"by":["seconds"]')),
        request,
        fc.nat(30),
        fc.nat(9),
        (g, q, r, from, more) => {
          const card = cardOf({
            dimensions: growing,
            charges: [
              { name: 'graduated', amount: g },
              { name: 'other', amount: q },
            ],
          })
          const [less, bigger] = [from, from + more].map((seconds) => estimate(card, 'run', { ...r, seconds }, ON))
          if (less!.status === 'unpriced' || bigger!.status === 'unpriced') return
          expect(ends(bigger as Priced).low.less(ends(less as Priced).low)).toBe(false)
        },
      ),
      RUNS,
    )
  })
})
