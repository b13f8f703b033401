import { describe, expect, test } from 'vitest'
import { estimate } from '../../core/estimate'
import { parseCard } from '../../core/read-card'
import { answerOf } from './sample-card'
import json from '../studio/rate-card.json'

describe('the card of the sample studio, written from its printed price page', () => {
  const { card, faults } = parseCard(json)
  test('is a rate card', () => expect(faults).toBeUndefined())
  test.each(card!.examples)('$feature $request comes to $answer on $on', ({ feature, request, answer, on }) => {
    expect(answerOf(estimate(card!, feature, request, new Date(on!)))).toBe(answer)
  })
})
