import { misses } from './examples'
import { readCard } from './read-card'
import type { RateCard } from './rate-card'

/** Why a new card is not taken; the one held before stays. */
export type Refused = 'empty' | 'malformed' | 'older' | 'contradicts' | 'other-provider'
export type Accepted = { card: RateCard; refused?: undefined } | { refused: Refused; detail: string; card?: undefined }

/** Examples replayed at most, so that a card from outside costs bounded work. */
const MOST_EXAMPLES = 2000

/**
 * Whether a card from outside takes the place of the one held: not when it is empty, malformed, lower in version, of another
 * provider, priced differently under the same version, or contradicted by its own worked examples.
 */
export function acceptCard(text: string, held?: RateCard): Accepted {
  if (text.trim() === '') return { refused: 'empty', detail: 'nothing was served' }
  const { card, faults } = readCard(text)
  if (!card)
    return {
      refused: 'malformed',
      detail: faults
        .slice(0, 3)
        .map((fault) => `${fault.path} ${fault.message}`.trim())
        .join('; '),
    }
  if (Object.keys(card.features).length === 0) return { refused: 'empty', detail: 'no features' }
  if (card.examples.length > MOST_EXAMPLES)
    return { refused: 'malformed', detail: `more than ${MOST_EXAMPLES} examples` }
  return contradiction(card) ?? (held ? succession(card, held) : undefined) ?? { card }
}

function contradiction(card: RateCard): Accepted | undefined {
  const [miss] = misses(card)
  if (!miss) return undefined
  const { feature, answer } = miss.example
  return {
    refused: 'contradicts',
    detail: `examples[${miss.index}]: ${feature} says ${answer} and comes to ${miss.answer}`,
  }
}

function succession(card: RateCard, held: RateCard): Accepted | undefined {
  if (card.provider !== held.provider)
    return { refused: 'other-provider', detail: `${card.provider}, not ${held.provider}` }
  if (card.version < held.version) return { refused: 'older', detail: `version ${card.version}, held ${held.version}` }
  const changed = card.version === held.version && JSON.stringify(card.features) !== JSON.stringify(held.features)
  return changed ? { refused: 'older', detail: `other prices under the same version ${card.version}` } : undefined
}
