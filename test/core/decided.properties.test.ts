import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CardError } from '../../core/compile'
import { decided, decidedDimensions } from '../../core/decided'
import { estimate } from '../../core/estimate'
import { presentDimensions } from '../../core/present'
import type { Feature, RateCard, Request } from '../../core/rate-card'
import { loadCard, providers } from '../../core/rate-cards'
import { decidedAsShipped } from './as-shipped'
import { feature, request, values } from './random-feature'
import { cardOf } from './sample-card'
import twelve from './twelve-cards.json'

const ON = new Date('2026-11-01')

const RARE = /^(tiers|total|otherwise)$/
const common = (f: Feature): Feature =>
  JSON.parse(JSON.stringify(f), (key, value: unknown) => (RARE.test(key) ? undefined : value)) as Feature

/** `rare`: it leaves what hardly a card says to the whole estimate (build/in-page.ts). */
const written = { as: 'as it is written', decided, decidedDimensions, rare: false }
const shipped = { as: 'as the widget has it', ...(await decidedAsShipped()), rare: true }
type Kind = Pick<typeof written, 'decided' | 'rare'>
const kinds = [written, shipped]

/** What the widget's estimate says, beside the whole one; undefined: it leaves it to that. */
function compare({ decided }: Kind, card: RateCard, id: string, given: Request, on = ON): 'exact' | 'left' {
  const short = decided(card, id, given, on)
  const whole = estimate(card, id, given, on)
  if (!short) return 'left'
  expect({ ...short, tries: whole.tries }).toEqual(whole)
  return 'exact'
}

const odd = fc.constantFrom<Request[string]>(undefined, null, 'auto', '-1', 'no such', '1e3', true, 7, '2.5', ['1'], [])

describe.each(kinds)('the estimate of what is decided, $as,', (kind) => {
  const said = kind.rare ? feature(true).map(common) : feature(true)

  test('is the whole estimate wherever all is given and there is a price', () => {
    const seen = { exact: 0, left: 0 }
    fc.assert(
      fc.property(said, request, (f, r) => {
        const card = cardOf(f)
        const verdict = compare(kind, card, 'run', r)
        seen[verdict]++
        if (verdict === 'left') expect(estimate(card, 'run', r, ON).status).not.toBe('exact')
      }),
      { numRuns: 4000, seed: 1 },
    )
    expect(seen.exact).toBeGreaterThan(1000)
    expect(seen.left).toBeGreaterThan(100)
  })

  test('never says other than the whole one, whatever a setting holds', () => {
    const seen = { exact: 0, left: 0 }
    fc.assert(
      fc.property(
        fc.oneof(feature(true), said),
        request,
        fc.constantFrom(...Object.keys(values), 'other'),
        odd,
        (f, r, name, value) => {
          seen[compare(kind, cardOf(f), 'run', { ...r, [name]: value })]++
        },
      ),
      { numRuns: 4000, seed: 2 },
    )
    expect(seen.exact).toBeGreaterThan(kind.rare ? 100 : 200)
  })

  test('finds the same dimensions there wherever all is given', () => {
    fc.assert(
      fc.property(said, request, (f, r) => {
        const card = cardOf(f)
        expect(kind.decidedDimensions(card, 'run', r, ON)).toEqual(presentDimensions(card, 'run', r, ON))
      }),
      { numRuns: 1000, seed: 3 },
    )
  })
})

describe.each(kinds)('$as,', (kind) => {
  test.each(providers)('every example of %s is priced the same, or left to the whole estimate', async (provider) => {
    const card = (await loadCard(provider))!
    for (const { feature: id, request: given, on } of card.examples) {
      const day = new Date(on ?? card.checkedOn)
      const verdict = compare(kind, card, id, given, day)
      if (verdict === 'left' && estimate(card, id, given, day).status === 'exact')
        expect(leftBecause(card, id, given, day, kind), `${id} ${JSON.stringify(given)}`).not.toBe('')
    }
  })

  test('the twelve shapes of the language are priced the same', () => {
    let exact = 0
    for (const { number, feature: shape, examples } of twelve.cards as never as Shape[]) {
      const card = cardOf({ surface: 'any', source: 'own', ...shape } as never)
      for (const example of examples ?? []) if (compare(kind, card, 'run', example[0]) === 'exact') exact++
      expect(number).toBeGreaterThan(0)
    }
    expect(exact).toBeGreaterThan(kind.rare ? 10 : 15)
  })
})
type Shape = { number: number; feature: object; examples: [Request, string][] }

/** Why an exact price may be left to the whole estimate: it alone reads lists, and finds out that what is open makes no difference. */
function leftBecause(card: RateCard, id: string, given: Request, on: Date, { rare }: Kind): string {
  const there = presentDimensions(card, id, given, on).map(([name]) => name)
  if (there.some((name) => given[name] === undefined)) return 'unread'
  if (
    Object.values(card.features[id]!.dimensions)
      .flat()
      .some(({ open }) => open)
  )
    return 'open'
  if (Object.values(given).includes('auto')) return 'auto'
  if (Object.values(given).some(Array.isArray)) return 'list'
  const reached = { ...card.features[id]!, meters: { ...card.meters, ...card.features[id]!.meters } }
  if (rare && JSON.stringify(common(reached)) !== JSON.stringify(reached)) return 'rare'
  return JSON.stringify(card.features[id]).includes('..') ? 'published range' : ''
}

test.each<[string, object]>([
  [
    'a name that is nowhere',
    {
      charges: [
        { name: 'x', amount: '1' },
        { name: 'y', when: { nothing: 1 }, amount: '1' },
      ],
    },
  ],
  ['a meter made of itself', { meters: { m: 'b', b: ['2', 'm'] }, charges: [{ name: 'x', amount: '1' }] }],
  [
    'a rate never reached that names nothing',
    { charges: [{ name: 'x', rates: [{ amount: '1' }, { amount: 'gone' }] }] },
  ],
  [
    'cells deeper than their table',
    { charges: [{ name: 'x', amount: '1' }], meters: { t: { by: ['a'], cells: { a: { b: '1' } } } } },
  ],
])('a card with %s is refused by both', (_, part) => {
  const card = cardOf({
    surface: 'any',
    source: 'own',
    dimensions: { a: { type: 'choice', options: ['a'] } },
    ...part,
  } as never)
  expect(() => decided(card, 'run', { a: 'a' }, ON)).toThrow(CardError)
  expect(estimate(card, 'run', { a: 'a' }, ON).reasons[0]!.code).toBe('card')
})
