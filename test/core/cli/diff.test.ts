import { expect, test } from 'vitest'
import { loadCard } from '../../../core/rate-cards'
import type { RateCard } from '../../../core/rate-card'
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
