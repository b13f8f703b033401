import { instantOn } from './day'
import { estimate } from './estimate'
import type { Example, RateCard } from './rate-card'
import type { Estimate } from './result'

/** An estimate in the form of a card's examples: "25", "30..150" or "unpriced". */
export function answerOf(result: Estimate): string {
  if (result.status === 'unpriced') return 'unpriced'
  const { low, high } = result.total
  return low === high ? low : `${low}..${high}`
}

/** The estimate of an example, on its day; without one, on the day the card was checked. */
export function replay(card: RateCard, { feature, request, on }: Example): Estimate {
  return estimate(card, feature, request, instantOn(on ?? card.checkedOn, card.timeZone))
}

export type Miss = { index: number; example: Example; result: Estimate; answer: string }

/** The examples of a card that come to something else than they say; none: the card agrees with itself. */
export function misses(card: RateCard): Miss[] {
  return card.examples.flatMap((example, index) => {
    const result = replay(card, example)
    const answer = answerOf(result)
    return answer === example.answer ? [] : [{ index, example, result, answer }]
  })
}
