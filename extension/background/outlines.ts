import { loadCards, providers } from '../../core/rate-cards'
import type { RateCard } from '../../core/rate-card'
import { sameSurface } from '../../core/surfaces'
import { providerCard } from './provider-card'

/**
 * What detection needs of every card to say which vendor a page may be: names, settings and their words, no prices. Public, like the
 * cards themselves.
 */
export async function outlines(): Promise<RateCard[]> {
  return (await loadCards()).map((card) => ({
    ...card,
    sources: {},
    examples: [],
    plans: undefined,
    contradictions: undefined,
    features: Object.fromEntries(
      Object.entries(card.features)
        .filter(([, { surface }]) => sameSurface(surface, 'app'))
        .map(([name, feature]) => [name, { ...feature, charges: [], meters: undefined }]),
    ),
  })) as unknown as RateCard[]
}

/** The providers one may choose from, by their names. */
export async function providerNames(): Promise<{ provider: string; name: string }[]> {
  const cards = await Promise.all(providers.map(providerCard))
  return cards.flatMap((card) => (card ? [{ provider: card.provider, name: card.name }] : []))
}
