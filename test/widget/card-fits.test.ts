import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RateCard } from '../../core/rate-card'
import { loadCard, providers } from '../../core/rate-cards'
import twelve from '../core/twelve-cards.json'
import { isCard } from '../../widget/card-fits'
import { faultOf } from '../../widget/later/fault'
import { card } from './states'

/** Parts of a card that the widget does not read, so that its check does not look at them. */
const UNREAD = [
  'homepage',
  'plans',
  'roles',
  'burnOrder',
  'refunds',
  'settlement',
  'queue',
  'detours',
  'endpoints',
  'contradictions',
  'examples',
]

const shapes = Object.fromEntries(
  twelve.cards.map(({ number, feature }) => [`shape${number}`, { surface: 'any', source: 'own', ...feature }]),
)
const all = {
  name: 'All',
  kind: 'video',
  surface: ['app', 'api'],
  source: 'own',
  currency: 'USD',
  outputs: '4',
  completion: { by: ['model'], cells: { a: '12..20', b: null } },
  note: 'Every key that a feature may have.',
  dimensions: {
    model: {
      type: 'choice',
      options: ['a', 'b'],
      label: 'Model',
      otherwise: 'a',
      when: { size: { not: ['1', null] } },
    },
    size: [
      { type: 'number', unit: 'MP', min: 0, max: '9', step: '0.5', when: [{ model: 'a' }, { model: ['b', null] }] },
      { type: 'number', unit: 'MP' },
    ],
    clips: { type: 'list', unit: 's', min: 1, max: 9, fewest: 1, most: 3, label: 'Clips' },
  },
  meters: {
    big: {
      of: 'size',
      min: '1',
      max: '4',
      per: 2,
      round: 'up',
      to: '0.5',
      tiers: [{ upTo: 1, amount: '2' }, { amount: '3..4' }],
    },
  },
  charges: [
    {
      name: 'x',
      when: { size: { above: 1, below: '4' } },
      approximate: true,
      source: 'own',
      meter: ['big', 'clips'],
      per: 10,
      round: 'nearest',
      amount: '1',
    },
    {
      name: 'y',
      rates: [
        {
          match: { model: 'a' },
          from: '2026-01-01',
          source: 'copy',
          meter: 'size',
          per: '2',
          round: 'down',
          amount: { sum: ['1', 'size'] },
        },
        { match: { model: 'b' }, unpriced: 'ask' },
        { notOffered: 'gone' },
      ],
    },
  ],
  total: { min: 1, max: { by: ['model'], cells: { a: '5', b: '6' } }, per: 2, round: 'up', to: 5 },
}

/** Every construct of the language in one small card. */
const sample = {
  ...card,
  features: { ...card.features, ...shapes, all },
  meters: { all: ['2', { sum: ['1', '3'] }] },
  $schema: './card.json',
}

test.each(providers)('the bundled card of %s passes', async (provider) => {
  expect(isCard(await loadCard(provider))).toBe(true)
})

type Place = { at: (string | number)[]; value: unknown }
function placesIn(value: unknown, at: (string | number)[] = []): Place[] {
  if (UNREAD.includes(String(at[0]))) return []
  const inside =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) =>
          placesIn(part, [...at, Array.isArray(value) ? Number(key) : key]),
        )
      : []
  return [{ at, value }, ...inside]
}
const places = placesIn(sample).slice(1)

function changed(at: (string | number)[], change: (parent: { [key: string]: unknown }, key: string) => void): unknown {
  const copy = structuredClone(sample) as unknown
  const parent = at.slice(0, -1).reduce((node, key) => (node as { [key: string]: unknown })[key], copy)
  change(parent as { [key: string]: unknown }, String(at.at(-1)))
  return copy
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    1,
    -1,
    1.5,
    1e21,
    1e-7,
    NaN,
    '',
    '0',
    '1',
    '-1',
    '0.0',
    '.5',
    '1.',
    '1..2',
    '2..1',
    '-1..2',
    '1e3',
    ' 1',
    'auto',
    'credits',
    'USD',
    'no such',
    'a_b-c',
    '9a',
    '__proto__',
    'constructor',
    'toString',
    '2026-02-30',
    '2026-08-07',
    '2026-8-7',
    'x'.repeat(501),
    '1'.repeat(41),
    'https://a.example',
    'ftp://a',
    'up',
    'app',
    'first-party',
    'number',
    'choice',
    'toggle',
    'list',
    {},
    [],
    [[]],
    ['duration'],
    ['1', 'duration'],
    { sum: [] },
    { sum: ['1'] },
    { by: ['model'], cells: {} },
    { by: [], cells: {} },
    { of: 'duration', tiers: [] },
    { of: 'duration', tiers: [{ amount: '1' }] },
    { not: 'x' },
    { min: 1 },
    { min: 1, max: '2' },
    { min: 'x' },
    { above: '1', not: 2 },
    [null, 'x'],
    { a: { b: 1 } },
    { type: 'toggle' },
    [{ type: 'toggle' }],
    { type: 'number', step: 0 },
    { type: 'choice', options: [] },
    undefined,
  ),
  fc.string({ maxLength: 12 }),
  fc.double(),
)
const place = fc.nat({ max: places.length - 1 }).map((at) => places[at]!)

const said = (value: unknown): string =>
  `zod accepts: ${RateCard.safeParse(value).success}, the widget: ${isCard(value)}; ${faultOf(value)}`
const agree = (value: unknown): void => {
  if (RateCard.safeParse(value).success !== isCard(value)) throw new Error(said(value))
}

test('a value replaced anywhere is judged as the schema judges it', () => {
  fc.assert(
    fc.property(place, odd, ({ at }, value) => agree(changed(at, (parent, key) => (parent[key] = value)))),
    { numRuns: 4000, seed: 1 },
  )
})

test('a key taken away anywhere is judged as the schema judges it', () => {
  for (const { at } of places) agree(changed(at, (parent, key) => delete parent[key]))
})

test('a key that the language does not know is refused wherever the schema refuses it', () => {
  const objects = places.filter(({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value))
  fc.assert(
    fc.property(
      fc.constantFrom(...objects),
      fc.constantFrom('rond', 'amount', 'min', 'unit', 'from', '__proto', 'x y'),
      odd,
      ({ at }, key, value) => agree(changed([...at, key], (parent, name) => (parent[name] = value))),
    ),
    { numRuns: 3000, seed: 2 },
  )
})

test('the mutations reach both verdicts often', () => {
  const verdicts = fc
    .sample(fc.tuple(place, odd), { numRuns: 400, seed: 3 })
    .map(([{ at }, value]) => isCard(changed(at, (parent, key) => (parent[key] = value))))
  const refused = verdicts.filter((fits) => !fits).length
  expect(refused).toBeGreaterThan(40)
  expect(refused).toBeLessThan(390)
})

test.each<[string, unknown, string]>([
  ['a list', [], 'card: expected an object'],
  ['nothing', null, 'card: expected an object'],
  ['an empty object', {}, 'card.format: '],
  [
    'an amount misspelt',
    { ...sample, features: { video: { ...card.features['video'], charges: [{ name: 'x', amout: '1' }] } } },
    'card.features.video.charges[0].amout: "amout" is not a field here',
  ],
  ['a zone that is none', { ...sample, timeZone: 'Mars/Olympus' }, 'card.timeZone: a time zone such as'],
  ['a wrong day', { ...sample, checkedOn: '2026-02-30' }, 'card.checkedOn: a day of the calendar'],
])('%s is refused with the place of the fault', (_name, value, fault) => {
  expect(isCard(value)).toBe(false)
  expect(faultOf(value)).toContain(fault)
})

test('a card nested past any sense is refused, not followed', () => {
  let deep: unknown = '1'
  for (let level = 0; level < 100_000; level++) deep = [deep]
  expect(isCard({ ...sample, meters: { deep } })).toBe(false)
  expect(faultOf({ ...sample, meters: { deep } })).toMatch(/nested/)
})
