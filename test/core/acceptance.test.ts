import { describe, expect, test } from 'vitest'
import { acceptCard, type Refused } from '../../core/acceptance'
import type { RateCard } from '../../core/rate-card'
import { cardOf } from './sample-card'

const priced = (amount: string, rest: Partial<RateCard> = {}) =>
  cardOf(
    { dimensions: {}, charges: [{ name: 'run', amount }] },
    { examples: [{ feature: 'run', request: {}, answer: amount }], ...rest },
  )
const held = priced('5', { version: 3 })

describe('an update of a card', () => {
  test.each<[string, string | RateCard]>([
    ['of a higher version is taken', priced('6', { version: 4 })],
    ['that is the same is taken', held],
  ])('%s', (_, card) => expect(acceptCard(JSON.stringify(card), held).refused).toBeUndefined())
  test.each<[string, string | object, Refused]>([
    ['nothing', '', 'empty'],
    ['blank lines', '\n\n', 'empty'],
    ['no features', { ...priced('6', { version: 4 }), features: {}, examples: [] }, 'empty'],
    ['half a card', '{"format":1,', 'malformed'],
    ['a field nobody knows', { ...priced('6', { version: 4 }), run: 'alert(1)' }, 'malformed'],
    ['a lower version', priced('6', { version: 2 }), 'older'],
    ['other prices under the same version', priced('6', { version: 3 }), 'older'],
    ['prices that its own examples deny', { ...priced('6', { version: 4 }), examples: held.examples }, 'contradicts'],
    ['a card of somebody else', priced('6', { version: 4, provider: 'other' }), 'other-provider'],
  ])('%s is refused', (_, card, why) => {
    const accepted = acceptCard(typeof card === 'string' ? card : JSON.stringify(card), held)
    expect(accepted.refused).toBe(why)
    expect(accepted.refused && accepted.detail).not.toBe('')
  })
  test('the first card needs no predecessor', () => expect(acceptCard(JSON.stringify(held)).card).toBeDefined())
})
