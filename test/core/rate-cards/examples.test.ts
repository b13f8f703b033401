import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { answerOf, replay } from '../../../core/examples'
import { loadCards, providers } from '../../../core/rate-cards'
import { RateCard } from '../../../core/rate-card'

const cards = await loadCards()

test('every card file has its line in the registry', () => {
  const files = readdirSync('core/rate-cards').filter((name) => name.endsWith('.json'))
  expect(providers.map((provider) => `${provider}.json`)).toEqual(files.sort())
})

describe.each(cards)('the card of $name', (card) => {
  test('is named as its file', () => expect(providers).toContain(card.provider))
  test('passes the schema', () => expect(() => RateCard.parse(card)).not.toThrow())
  test.each(card.examples)('$feature with $request comes to $answer', ({ feature, request, answer, on }) => {
    expect(answerOf(replay(card, { feature, request, answer, on }))).toBe(answer)
  })
})
