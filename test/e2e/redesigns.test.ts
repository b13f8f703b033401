import { expect, test } from 'vitest'
import { redesigns, tally } from '../detect/redesign/batch'

// Scripted redesigns of plain pages, each made again from its seed: up to five changes at once out of two dozen kinds. A shown
// price is wrong when it is exact and not what the run comes to; a choice that the card does not sell has no right price at all.

const seeds = Array.from({ length: 600 }, (_, i) => i)

test('600 redesigned pages: not one shows a confident wrong price', async () => {
  const outcomes = await redesigns(seeds)
  console.log('redesigns:', JSON.stringify(tally(outcomes)))
  expect(outcomes.length).toBe(seeds.length)
  expect(outcomes.filter(({ result }) => result === 'wrong')).toEqual([])
  // Declining everywhere would be no feat: pages that were not changed are read, and many changed ones.
  const unchanged = outcomes.filter(({ changes }) => changes.every((name) => name === 'live'))
  expect(unchanged.filter(({ result }) => result === 'right').length).toBeGreaterThan(0.8 * unchanged.length)
  expect(outcomes.filter(({ result }) => result === 'right').length).toBeGreaterThan(0.35 * outcomes.length)
})
