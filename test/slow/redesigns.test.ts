import { expect, test } from 'vitest'
import { redesigns, tally } from '../detect/redesign/batch'

const seeds = Array.from({ length: 4_000 }, (_, i) => 10_000 + i)

test('4,000 redesigned pages with up to nine changes each: not one shows a confident wrong price', async () => {
  const outcomes = await redesigns(seeds, 9)
  console.log('redesigns:', JSON.stringify(tally(outcomes)))
  expect(outcomes.length).toBe(seeds.length)
  expect(outcomes.filter(({ result }) => result === 'wrong')).toEqual([])
})
