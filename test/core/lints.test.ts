import { describe, expect, test } from 'vitest'
import { lint, lints, type LintName } from '../../core/lints'
import { loadCards } from '../../core/rate-cards'
import type { Dimension } from '../../core/pricing'
import type { Feature, RateCard } from '../../core/rate-card'
import { cardOf } from './sample-card'

const model: Dimension = { type: 'choice', options: ['fast', 'best'] }
const duration: Dimension = { type: 'number', min: 1, max: 10 }
const feature = (rest: Partial<Feature>): Feature =>
  ({ dimensions: {}, charges: [{ name: 'run', amount: '1' }], surface: 'any', source: 'page', ...rest }) as Feature
const byModel = (cells: object) => [{ name: 'run', amount: { by: ['model'], cells } }] as Feature['charges']
const rated = (...rates: object[]) => [{ name: 'run', rates }] as Feature['charges']

type Case = { lint: LintName; says: string; card: RateCard; at: string; message: RegExp }
const of = (lint: LintName, says: string, rest: Partial<Feature>, at: string, message: RegExp, more = {}): Case => ({
  lint,
  says,
  card: cardOf(feature(rest), more),
  at,
  message,
})

const cases: Case[] = [
  of(
    'names',
    'a dimension that no charge reads',
    { dimensions: { model } },
    'features.run.dimensions.model',
    /no charge reads/,
  ),
  of(
    'names',
    'a meter named as a dimension',
    { dimensions: { duration }, meters: { duration: '2' }, charges: [{ name: 'run', meter: 'duration', amount: '1' }] },
    'features.run.meters.duration',
    /is a dimension too/,
  ),
  of(
    'matches',
    'a match for an option that is not there',
    { dimensions: { model }, charges: rated({ match: { model: 'slow' }, amount: '1' }, { amount: '2' }) },
    'features.run.charges.0.rates.0.match.model',
    /model is never "slow"; its options are fast, best/,
  ),
  of(
    'tables',
    'a combination without a cell',
    { dimensions: { model }, charges: byModel({ fast: '1' }) },
    'features.run.charges.0.amount.cells',
    /no cell for model "best": write null/,
  ),
  of(
    'tables',
    'a key that is no option',
    { dimensions: { model }, charges: byModel({ fast: '1', best: '2', slow: '3' }) },
    'features.run.charges.0.amount.cells.slow',
    /"slow" is not an option of model/,
  ),
  of(
    'rates',
    'an older price before a newer one',
    { charges: rated({ from: '2026-01-01', amount: '1' }, { from: '2026-02-01', amount: '2' }, { amount: '3' }) },
    'features.run.charges.0.rates.1',
    /the newest comes first/,
  ),
  of(
    'rates',
    'a rate after an unconditional one',
    { dimensions: { model }, charges: rated({ amount: '1' }, { match: { model: 'fast' }, amount: '2' }) },
    'features.run.charges.0.rates.1',
    /never taken: rate 1 of "run"/,
  ),
  of(
    'bands',
    'a hole between two bands',
    {
      dimensions: { duration },
      charges: rated(
        { match: { duration: { below: 5 } }, amount: '1' },
        { match: { duration: { min: 6 } }, amount: '2' },
      ),
    },
    'features.run.charges.0.rates.1.match',
    /the bands of duration leave a gap/,
  ),
  of(
    'bands',
    'a hole of one point between "below" and "above"',
    {
      dimensions: { duration },
      charges: rated(
        { match: { duration: { below: 5 } }, amount: '1' },
        { match: { duration: { above: 5 } }, amount: '2' },
      ),
    },
    'features.run.charges.0.rates.1.match',
    /leave a gap/,
  ),
  of(
    'bands',
    'a band that crosses into another',
    {
      dimensions: { duration },
      charges: rated(
        { match: { duration: { above: 4 } }, amount: '1' },
        { match: { duration: { max: 6 } }, amount: '2' },
      ),
    },
    'features.run.charges.0.rates.0.match',
    /the bands of duration overlap here/,
  ),
  of(
    'literals',
    'limits the wrong way round',
    {
      dimensions: { duration: { type: 'number', min: 9, max: 1 } },
      charges: [{ name: 'run', meter: 'duration', amount: '1' }],
    },
    'features.run.dimensions.duration',
    /min above its max/,
  ),
  of(
    'matches',
    'a number held against a word',
    { dimensions: { duration }, charges: rated({ match: { duration: '> 5' }, amount: '1' }, { amount: '2' }) },
    'features.run.charges.0.rates.0.match.duration',
    /duration is a number, never "> 5"/,
  ),
  of(
    'units',
    'a unit without words',
    {
      dimensions: { duration: { ...duration, unit: 'secnods' } },
      charges: [{ name: 'run', meter: 'duration', amount: '1' }],
    },
    'features.run.dimensions.duration',
    /"secnods" is printed as it stands/,
  ),
  of(
    'tiers',
    'tiers that do not ascend',
    {
      dimensions: { duration },
      charges: [
        {
          name: 'run',
          amount: { of: 'duration', tiers: [{ upTo: 5, amount: '1' }, { upTo: 5, amount: '2' }, { amount: '3' }] },
        },
      ],
    },
    'features.run.charges.0.amount.tiers.1',
    /upTo 5 is not above/,
  ),
  of(
    'tiers',
    'a last tier with an end',
    {
      dimensions: { duration },
      charges: [{ name: 'run', amount: { of: 'duration', tiers: [{ upTo: 5, amount: '1' }] } }],
    },
    'features.run.charges.0.amount.tiers.0',
    /the last tier is open/,
  ),
  of(
    'literals',
    'a range that begins above its end',
    { charges: [{ name: 'run', amount: '9..2' }] },
    'features.run.charges.0.amount',
    /begins above/,
  ),
  of(
    'literals',
    'a negative amount',
    { charges: [{ name: 'run', amount: '-1' }] },
    'features.run.charges.0.amount',
    /is negative/,
  ),
  of(
    'blocks',
    'a division by three without rounding',
    { dimensions: { duration }, charges: [{ name: 'run', meter: 'duration', per: 30, amount: '1' }] },
    'features.run.charges.0.per',
    /may not end: add "round"/,
  ),
  of(
    'complete',
    'a choice that ends in no rate',
    { dimensions: { model }, charges: rated({ match: { model: 'fast' }, amount: '1' }) },
    'features.run',
    /ends in no rate of "run"/,
  ),
  of(
    'complete',
    'a price that begins only later',
    { charges: rated({ from: '2026-01-01', amount: '1' }) },
    'features.run',
    /no rate of "run" before 2026-01-01/,
  ),
  of(
    'complete',
    'a hole behind a case without a figure',
    {
      dimensions: { model },
      charges: rated(
        { match: { model: 'best' }, unpriced: 'ask us' },
        { match: { model: { not: ['fast', 'best'] } }, amount: '1' },
      ),
    },
    'features.run',
    /ends in no rate of "run"/,
  ),
  of(
    'complete',
    'a choice that ends in no line',
    { dimensions: { model }, charges: [{ name: 'run', when: { model: 'best' }, amount: '1' }] },
    'features.run',
    /a bill without lines/,
  ),
  of(
    'digits',
    'a JSON number of 16 digits',
    {
      dimensions: { duration: { type: 'number', max: 1234567890123456 } },
      charges: [{ name: 'run', meter: 'duration', amount: '1' }],
    },
    'features.run.dimensions.duration.max',
    /more than 15 digits/,
  ),
  of(
    'sources',
    'a rate of an unknown source',
    { charges: rated({ amount: '1', source: 'blog' }) },
    'features.run.charges.0.rates.0.source',
    /no source "blog"/,
  ),
  of('sources', 'a source nobody names', {}, 'sources.extra', /nothing names/, {
    sources: {
      page: { url: 'https://example.com', seenOn: '2026-11-01', grade: 'first-party' },
      extra: { url: 'https://example.com/x', seenOn: '2026-11-01', grade: 'first-party' },
    },
  }),
  of('references', 'a limit of an unknown feature', {}, 'plans.pro.limits.0', /no feature "walk"/, {
    plans: { pro: { name: 'Pro', limits: [{ kind: 'runs', max: 1, feature: 'walk' }] } },
  }),
  of('references', 'an example with an unknown dimension', {}, 'examples.0.request.speed', /has no dimension "speed"/, {
    examples: [{ feature: 'run', request: { speed: 1 }, answer: '1' }],
  }),
  of(
    'labels',
    'a label that hides a longer one',
    { dimensions: { model }, charges: byModel({ fast: '1', best: '2' }) },
    'labels.model.options.best',
    /"Veo 3" of fast is found in it first/,
    { labels: { model: { options: { fast: ['Veo 3'], best: ['Veo 3.1'] } } } },
  ),
  of('doubles', 'two examples that disagree', {}, 'examples.1', /an earlier example says 1, this one 2/, {
    examples: [
      { feature: 'run', request: {}, answer: '1' },
      { feature: 'run', request: {}, answer: '2' },
    ],
  }),
  of('examples', 'an example that does not replay', {}, 'examples.0', /says 2, but comes to 1/, {
    examples: [{ feature: 'run', request: {}, answer: '2' }],
  }),
  of('exemplified', 'a rate without an example', {}, 'features.run.charges.0', /no example takes this rate/),
  of(
    'exemplified',
    'a price change without an example before it',
    { charges: rated({ from: '2026-01-01', amount: '2' }, { amount: '1' }) },
    'features.run.charges.0.rates.0.from',
    /no example before 2026-01-01/,
    { examples: [{ feature: 'run', request: {}, answer: '2', on: '2026-01-01' }] },
  ),
  of(
    'conditioned',
    'two conditioned meters made from one dimension',
    {
      dimensions: { duration },
      meters: { twice: ['duration', '2'], thrice: ['duration', '3'] },
      charges: rated({ match: { twice: { max: 9 }, thrice: { max: 9 } }, amount: '1' }, { amount: '2' }),
    },
    'features.run',
    /twice and thrice, both made from duration/,
  ),
  of(
    'unread',
    'a number without a maximum',
    { dimensions: { duration: { type: 'number' } }, charges: [{ name: 'run', meter: 'duration', amount: '1' }] },
    'features.run.dimensions.duration',
    /no maximum/,
  ),
]

describe('a lint finds', () => {
  test.each(cases)('$says ($lint)', ({ lint: name, card, at, message }) => {
    const found = lints[name](card).map((finding) => ({ at: finding.path.join('.'), message: finding.message }))
    expect(found).toContainEqual({ at, message: expect.stringMatching(message) })
  })
  test('every lint has a case', () => {
    expect([...new Set(cases.map((c) => c.lint))].sort()).toEqual(Object.keys(lints).sort())
  })
})

describe('a lint leaves alone', () => {
  const clean: [string, Partial<Feature>][] = [
    [
      'bands that meet',
      {
        dimensions: { duration },
        charges: rated(
          { match: { duration: { below: 5 } }, amount: '1' },
          { match: { duration: { min: 5 } }, amount: '2' },
        ),
      },
    ],
    [
      'a band within another, which is taken first',
      {
        dimensions: { duration },
        charges: rated(
          { match: { duration: { max: 5 } }, amount: '1' },
          { match: { duration: { max: 10 } }, amount: '2' },
        ),
      },
    ],
    ['an explicit null', { dimensions: { model }, charges: byModel({ fast: '1', best: null }) }],
    [
      'a table that only some options reach',
      {
        dimensions: {
          model,
          duration: [
            { type: 'choice', options: ['5'], when: { model: 'fast' } },
            { type: 'choice', options: ['9'] },
          ],
        },
        charges: rated(
          { match: { model: 'fast' }, amount: { by: ['duration'], cells: { 5: '1' } } },
          { match: { model: 'best' }, amount: { by: ['duration'], cells: { 9: '2' } } },
        ),
      },
    ],
    [
      'a rounded division by three',
      { dimensions: { duration }, charges: [{ name: 'run', meter: 'duration', per: 3, round: 'up', amount: '1' }] },
    ],
    [
      'a negative number in a sum',
      { dimensions: { duration }, charges: [{ name: 'run', meter: { sum: ['duration', '-1'] }, amount: '1' }] },
    ],
  ]
  test.each(clean)('%s', (_, rest) => {
    const findings = lint(cardOf(feature(rest))).filter(({ lint }) => lint !== 'exemplified')
    expect(findings).toEqual([])
  })
})

test('no lint finds an error in a bundled card', async () => {
  const cards = await loadCards()
  const found = cards.flatMap((card) =>
    lint(card)
      .filter(({ grade }) => grade === 'error')
      .map(({ lint, path, message }) => `${card.provider} ${lint} ${path.join('.')} ${message}`),
  )
  expect(found).toEqual([])
})
