import { isCard } from '../card-fits'

export { isCard }

/** What is wrong with a card, in the words of the schema itself, which nobody with a good one loads. */
export const faultOf = async (card: unknown): Promise<string> => (await import('./fault')).faultOf(card)
