import { expect, test } from 'vitest'
import { loadCard } from '../../../core/rate-cards'
import type { RateCard } from '../../../core/rate-card'
import { cardOf } from '../sample-card'
import { forecost } from './console'

const old = (await loadCard('runway'))!

type Edit = { says: string; edit: (card: RateCard) => void; words: RegExp }
type Rates = { rates: { from?: string; match?: object; amount: { cells: Record<string, unknown> } }[] }
const rates = (card: RateCard) => (card.features['text-to-video']!.charges[0] as unknown as Rates).rates

const edits: Edit[] = [
  {
    says: 'an appended price, with the day it begins',
    edit: (card) => {
      const next = structuredClone(rates(card)[1]!)
      next.from = '2027-08-07'
      next.amount.cells['gen4_turbo'] = '6'
      rates(card).splice(1, 0, next)
    },
    words: /^Video from text or an image, Gen-4 Turbo: 5 → 6 credits per second from Aug 7, 2027$/m,
  },
  {
    says: 'a price appended for one model alone',
    edit: (card) =>
      void rates(card).splice(1, 0, { from: '2027-08-07', match: { model: 'gen4_turbo' }, amount: '6' } as never),
    words: /^Video from text or an image, Gen-4 Turbo: 5 → 6 credits per second from Aug 7, 2027$/m,
  },
  {
    says: 'an overwritten price as one that re-prices the past',
    edit: (card) => void (rates(card)[1]!.amount.cells['gen4_turbo'] = '6'),
    words: /^Video from text or an image, Gen-4 Turbo: 5 → 6 credits per second, overwritten: this re-prices the past/m,
  },
  {
    says: 'a cell by its settings',
    edit: (card) => void ((rates(card)[2]!.amount.cells['veo3.1'] as Record<string, string>)['true'] = '44'),
    words: /Veo 3\.1, audio on: 40 → 44 credits per second/,
  },
  {
    says: 'a new feature',
    edit: (card) => void (card.features['upscale'] = structuredClone(card.features['voice-dubbing']!)),
    words: /^new feature: Dubbing \(upscale\)$/m,
  },
  {
    says: 'a plan’s allowance',
    edit: (card) => void (card.plans!['pro']!.grants![0]!.amount = '2500'),
    words: /^plans\.pro\.grants\[0\]\.amount: "2250" → "2500"$/m,
  },
  { says: 'that nothing changed', edit: () => {}, words: /^no change$/m },
]

test.each(edits)('diff says $says', async ({ edit, words }) => {
  const next = structuredClone(old)
  edit(next)
  const { out, code } = await forecost(['diff', 'runway', 'next.json'], { 'next.json': JSON.stringify(next) })
  expect(out).toMatch(words)
  expect(code).toBe(0)
})

test('an appended price leaves the other prices out of the words', async () => {
  const next = structuredClone(old)
  edits[0]!.edit(next)
  const { out } = await forecost(['diff', 'runway', 'next.json'], { 'next.json': JSON.stringify(next) })
  expect(out.split('\n')).toHaveLength(1)
})

const harbour = cardOf({
  name: 'Dubbing',
  dimensions: {
    seconds: { type: 'number', unit: 's', min: 1, max: 600 },
    terms: { type: 'number', min: 0, max: 200 },
    lipsync: { type: 'toggle' },
  },
  meters: {
    blocks: { of: 'seconds', per: 30, round: 'up' },
    times: { by: ['lipsync'], cells: { false: '1', true: '2' } },
  },
  charges: [
    {
      name: 'dubbing',
      meter: ['blocks', 'times'],
      rates: [
        { match: { seconds: { above: 500 } }, amount: '2' },
        { match: { lipsync: true }, amount: '4' },
        { amount: '3' },
      ],
    },
    { name: 'glossary', amount: { of: 'terms', tiers: [{ upTo: 5, amount: '0' }, { amount: '0.5' }] } },
  ],
  total: { min: '10' },
})
type Any = Record<string, any>
const run = (card: RateCard): Any => card.features['run']!
const again = ', overwritten: this re-prices the past'

test.each<[says: string, edit: (feature: Any) => void, words: string]>([
  ['a block of another length', (f) => (f.meters.blocks.per = 60), `features.run.meters.blocks.per: 30 → 60${again}`],
  [
    'another rounding',
    (f) => (f.meters.blocks.round = 'down'),
    `features.run.meters.blocks.round: "up" → "down"${again}`,
  ],
  [
    'another threshold of a tier',
    (f) => (f.charges[1].amount.tiers[0].upTo = 10),
    `features.run.charges[glossary].amount.tiers[0].upTo: 5 → 10${again}`,
  ],
  [
    'another thing that is counted',
    (f) => (f.charges[0].meter = ['seconds', 'times']),
    `features.run.charges[dubbing].meter: blocks, times → seconds, times${again}`,
  ],
  [
    'another factor of a product',
    (f) => (f.charges[0].meter = ['blocks', 'times', '2']),
    `features.run.charges[dubbing].meter: blocks, times → blocks, times, …${again}`,
  ],
  [
    'a block of one rate alone',
    (f) => (f.charges[0].rates[1].per = 2),
    `features.run.charges[dubbing].rates[lipsync true].per: 2 is new${again}`,
  ],
  [
    'the order of rates, where the first that fits is taken',
    (f) => f.charges[0].rates.reverse(),
    `features.run.charges[dubbing].rates: in another order, and the first that fits is taken${again}`,
  ],
  [
    'any of two conditions instead of both',
    (f) => (f.charges[1].when = [{ lipsync: true }, { terms: { min: 1 } }]),
    `features.run.charges[glossary].anyOf[0].lipsync: true is new${again}`,
  ],
  ['another least, once', (f) => (f.total.min = '12'), `features.run.total.min: "10" → "12"${again}`],
  [
    'which charge a figure belongs to',
    (f) => (f.charges[1].amount.tiers[1].amount = '0.75'),
    'Dubbing, glossary: 0.5 → 0.75 credits',
  ],
  ['which meter a factor belongs to', (f) => (f.meters.times.cells.true = '3'), 'Dubbing, times, lipsync on: 2 → 3'],
])('diff says %s', async (_, edit, words) => {
  const next = structuredClone(harbour)
  edit(run(next))
  const files = { 'old.json': JSON.stringify(harbour), 'next.json': JSON.stringify(next) }
  const { out } = await forecost(['diff', 'old.json', 'next.json'], files)
  expect(out).toContain(words)
  expect(out).not.toContain('no change')
})
