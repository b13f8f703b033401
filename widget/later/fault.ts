import { parseCard } from '../../core/read-card'

/** How many faults a message names. */
const NAMED = 3

/** What is wrong with a card, and where, in the words of the schema: "card.features.video.charges[0].amout: ...". */
export function faultOf(card: unknown): string {
  const faults = (parseCard(card).faults ?? []).slice(0, NAMED)
  return faults.map(({ path, message }) => `card${path && `.${path}`}: ${message}`).join('; ')
}
