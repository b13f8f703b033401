import { describe, expect, test } from 'vitest'
import { estimate } from '../../core/estimate'
import { RateCard, type Feature, type Request } from '../../core/rate-card'
import { answerOf, cardOf } from './sample-card'
import twelve from './twelve-cards.json'

type Example = [Request, string, string?]

describe.each(twelve.cards)('worked card $number', ({ feature, examples }) => {
  const card = cardOf(feature as unknown as Feature)
  test('passes the schema', () => expect(() => RateCard.parse(card)).not.toThrow())
  test.each(examples as unknown as Example[])('%j comes to %s', (request, answer, day = '2026-11-01') => {
    expect(answerOf(estimate(card, 'run', request, new Date(day)))).toBe(answer)
  })
})
