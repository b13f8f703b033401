import { expect, test } from 'vitest'
import type { Estimate } from '../../../core/result'
import { followQuote, quoteIn } from '../../../extension/overlay/quote'

test.each([
  ['Create video · 60 credits', 'credits', '60', '60'],
  ['Generate (1,250 credits)', 'credits', '1250', '1250'],
  ['Generate 48–60 cr', 'credits', '48', '60'],
  ['Run · $0.05', 'USD', '0.05', '0.05'],
])('"%s" says what a run takes', (text, currency, low, high) => {
  expect(quoteIn(text, currency)).toEqual({ low, high })
})

test.each([
  ['Generate', 'credits'],
  ['Generate 4 videos', 'credits'],
  ['Upgrade for 500 credits, or 12 credits now', 'credits'],
  ['Generate · 60 credits', 'USD'],
  ['Generate · $5', 'credits'],
])('"%s" in %s says nothing', (text, currency) => {
  expect(quoteIn(text, currency)).toBeUndefined()
})

const takes = (total: string) =>
  ({ status: 'exact', currency: 'credits', total: { low: total, high: total } }) as unknown as Estimate

test.each([
  [
    'agrees',
    [
      ['60', '60'],
      ['90', '90'],
    ],
    'same same',
  ],
  [
    'is another',
    [
      ['67', '60'],
      ['101', '90'],
    ],
    'other other',
  ],
  [
    'does not move',
    [
      ['60', '60'],
      ['60', '90'],
      ['60', '120'],
    ],
    'same stuck stuck',
  ],
  [
    'follows a moment later',
    [
      ['60', '60'],
      ['60', '90'],
      ['90', '90'],
    ],
    'same stuck same',
  ],
] as const)('a page whose price %s', (_, steps, said) => {
  const quoteOf = followQuote()
  expect(steps.map(([quote, total]) => quoteOf(`Go · ${quote} credits`, takes(total))?.is).join(' ')).toBe(said)
})
