import fc from 'fast-check'
import { estimate } from '../../core/estimate'
import { readCard } from '../../core/read-card'
import type { RateCard } from '../../core/rate-card'
import { MOST_TRIES } from '../../core/undecided/tries'

// Random changes to real cards: whatever comes of it, a clear fault or a card that can be estimated.

const poison: unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e21,
  1e-9,
  0.1,
  '',
  ' ',
  '0',
  '-5',
  '1e400',
  'NaN',
  'Infinity',
  '9'.repeat(60),
  '0.'.padEnd(50, '3'),
  '5..1',
  '1..2..3',
  '..',
  '__proto__',
  'constructor',
  'toString',
  'duration',
  'dυration',
  '\u202Eduration',
  '\u0000',
  'x'.repeat(10_000),
  [],
  {},
  [[[]]],
  [null],
  { of: 'x' },
  { sum: [] },
  { by: ['x'], cells: {} },
  { by: [], cells: { a: '1' } },
  { of: '1', per: '0' },
  { of: '1', per: '3' },
  { of: '1', tiers: [] },
  { min: 5, max: 1 },
  { not: {} },
  { type: 'choice', options: [] },
  { type: 'number', min: 10, max: 1 },
  { type: 'number', step: 0 },
  { type: 'list' },
  { from: '2026-13-45', amount: '1' },
]
const junk = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...poison) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)

type Change = { at: number; how: 'replace' | 'delete' | 'wrap' | 'swap' | 'rename'; with: unknown }
export const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    at: fc.nat(),
    how: fc.constantFrom('replace', 'delete', 'wrap', 'swap', 'rename'),
    with: junk,
  }) as fc.Arbitrary<Change>,
  { minLength: 1, maxLength: 4 },
)

/** Cards of one feature each, so that a change lands where prices are. */
export function single(card: RateCard): RateCard[] {
  return Object.entries(card.features).map(([id, feature]) => ({
    ...card,
    features: { [id]: feature },
    examples: card.examples.filter((example) => example.feature === id).slice(0, 3),
  }))
}

type Place = { parent: Record<string, unknown>; key: string }
function places(value: unknown, found: Place[] = []): Place[] {
  if (!value || typeof value !== 'object') return found
  for (const key of Object.keys(value)) {
    found.push({ parent: value as Record<string, unknown>, key })
    places((value as Record<string, unknown>)[key], found)
  }
  return found
}

/** A copy of a card with the changes made in it, as text. */
export function mutated(card: unknown, list: Change[]): string {
  const copy: unknown = JSON.parse(JSON.stringify(card))
  for (const change of list) {
    const all = places(copy)
    const place = all[change.at % all.length]
    if (place) apply(place, change, all)
  }
  return JSON.stringify(copy)
}

function apply({ parent, key }: Place, change: Change, all: Place[]): void {
  const old = parent[key]
  if (change.how === 'delete') delete parent[key]
  else if (change.how === 'wrap') parent[key] = [old]
  else if (change.how === 'rename')
    Object.defineProperty(parent, String(change.with), {
      value: old,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  else if (change.how === 'swap')
    parent[key] = JSON.parse(
      JSON.stringify(all[(change.at * 7) % all.length]!.parent[all[(change.at * 7) % all.length]!.key] ?? null),
    )
  // A copy: a poison put twice into one card would otherwise hold itself.
  else parent[key] = structuredClone(change.with)
}

/** What became of a text read as a card: the number of faults, or of estimates that came to an answer within bounds. */
export function outcome(text: string): 'refused' | 'read' {
  const { card, faults } = readCard(text)
  if (!card) {
    if (faults.length === 0 || faults.some((fault) => !fault.message)) throw new Error('refused without a message')
    return 'refused'
  }
  for (const feature of Object.keys(card.features)) tryFeature(card, feature)
  return 'read'
}

function tryFeature(card: RateCard, feature: string): void {
  const requests = [
    {},
    ...card.examples
      .filter((e) => e.feature === feature)
      .slice(0, 2)
      .map((e) => e.request),
  ]
  for (const request of requests) {
    const result = estimate(card, feature, request, new Date('2026-11-21'))
    if (result.tries > MOST_TRIES) throw new Error(`${result.tries} tries`)
    if (result.status === 'unpriced' ? result.reasons.length === 0 : !result.total)
      throw new Error('neither a price nor a reason')
  }
}
