import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCards } from '../../core/rate-cards'
import type { RateCard } from '../../core/rate-card'
import { changes, mutated, outcome, single } from '../core/hostile'
import studio from '../studio/rate-card.json'

test(
  '100,000 mutated cards: a clear fault or a card that answers, within the bounds',
  { timeout: 40 * 60_000 },
  async () => {
    const cards = [...(await loadCards()), studio as unknown as RateCard].flatMap(single)
    const ends = { refused: 0, read: 0 }
    const one = fc.property(
      fc.constantFrom(...cards),
      changes,
      (card, list) => void ends[outcome(mutated(card, list))]++,
    )
    fc.assert(one, { numRuns: 100_000, seed: 20261121 })
    expect(ends.refused + ends.read).toBe(100_000)
    expect(Math.min(ends.refused, ends.read)).toBeGreaterThan(5_000)
  },
)
