import type { Feature, RateCard } from '../../core/rate-card'

/** A card around one feature, for tests of the language. */
export function cardOf(
  feature: Omit<Feature, 'surface' | 'source'> & Partial<Feature>,
  rest: Partial<RateCard> = {},
): RateCard {
  return {
    format: 1,
    provider: 'sample',
    name: 'Sample',
    version: 1,
    checkedOn: '2026-11-01',
    currency: 'credits',
    sources: { page: { url: 'https://example.com/prices', seenOn: '2026-11-01', grade: 'first-party' } },
    features: { run: { surface: 'any', source: 'page', ...feature } },
    examples: [],
    ...rest,
  }
}

/** The answer in the form of a card's examples: "25", "30..150" or "unpriced". */
export function answerOf(result: { status: string; total?: { low: string; high: string } }): string {
  if (!result.total) return 'unpriced'
  const { low, high } = result.total
  return low === high ? low : `${low}..${high}`
}
