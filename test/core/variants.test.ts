import { expect, test } from 'vitest'
import { planRows } from '../../core/plan-rows'
import { estimate } from '../../core/estimate'
import { variantsOf } from '../../core/variants'
import { loadCards } from '../../core/rate-cards'
import { card } from '../widget/states'

const on = new Date('2026-11-21T12:00:00Z')
const total = (cell: { estimate: ReturnType<typeof estimate> }) =>
  cell.estimate.status === 'unpriced' ? 'unpriced' : cell.estimate.total.low

test('without a word of the author the two settings with most values are the sides of the table', () => {
  const variants = variantsOf(card, 'video', { duration: '5', variants: '1' }, on)!
  expect([variants.rows.dimension, variants.columns!.dimension]).toEqual(['resolution', 'model'])
  expect(variants.cells.map((row) => row.map(total))).toEqual([
    ['40', '25'],
    ['60', '25'],
    ['100', '25'],
    ['150', '25'],
    ['unpriced', '25'],
  ])
  expect(variants.fixed).toEqual({ duration: '5', audio: false, variants: '1' })
})

test('the author names the sides, and one of them may be enough', () => {
  const variants = variantsOf(card, 'video', { model: 'gen4', resolution: '720p', variants: '1' }, on, {
    rows: 'duration',
    columns: '',
  })!
  expect(variants.columns).toBeUndefined()
  expect(variants.cells.flat().map(total)).toEqual(['24', '36', '48', '60', '72', '84', '96', '108', '120'])
})

test('a setting that exists under another only is a side of the table with it', () => {
  const variants = variantsOf(card, 'video', { audio: true, duration: '5' }, on, { rows: 'voice', columns: 'model' })!
  expect(variants.rows.values).toEqual(['calm', 'bright'])
  expect(variants.cells).toHaveLength(2)
})

test.each([
  ['a feature whose price never changes', 'custom', {}],
  ['a side that the feature does not have', 'video', { rows: 'colour' }],
])('%s has no table', (_name, feature, sides) => {
  expect(variantsOf(card, feature, {}, on, sides)).toBeUndefined()
})

test('every cell of every bundled card is what the estimator says of its settings', async () => {
  let cells = 0
  for (const bundled of await loadCards())
    for (const feature of Object.keys(bundled.features).slice(0, 6)) {
      const variants = variantsOf(bundled, feature, {}, on)
      for (const cell of variants?.cells.flat() ?? []) {
        expect(cell.estimate).toEqual(estimate(bundled, feature, cell.request, on))
        cells++
      }
    }
  expect(cells).toBeGreaterThan(500)
})

test('plans side by side: what is included, and how many runs it pays for', () => {
  const settings = { model: 'gen4', duration: '5', resolution: '720p', audio: false, variants: '1' }
  expect(planRows(card, 'video', settings, on)).toMatchObject([
    {
      name: 'Standard',
      prices: [],
      included: { amount: { low: '625', high: '625' }, currency: 'credits', every: 'month' },
      runs: { low: '10', high: '10' },
    },
  ])
})

test('a plan sold in sizes gives runs from the smallest to the largest, and two grants are not added up', () => {
  const grant = (amount: string) => ({ kind: 'plan', amount, every: 'month', expires: 'period-end' }) as const
  const plans = {
    sizes: { name: 'Sizes', grants: [grant('100..700')] },
    two: { name: 'Two', grants: [grant('1'), grant('2')] },
  }
  const settings = { model: 'gen4', duration: '5', resolution: '720p', audio: false, variants: '1' }
  const [sizes, two] = planRows({ ...card, plans }, 'video', settings, on)
  expect(sizes!.runs).toEqual({ low: '1', high: '11' })
  expect(two!.included).toBeUndefined()
  expect(two!.runs).toBeUndefined()
})
