import type { Bill } from './bill'
import { billLines, column } from './lines'
import type { RateCard } from './rate-card'
import type { Priced } from './result'
import { sourcesOf, type Cite } from './sources'

/**
 * What a feature comes to, from the bill of the cheapest case to that of the dearest; one bill is both. Undefined where an amount has no
 * finite decimal.
 */
export function pricedFrom(card: RateCard, id: string, low: Bill, high = low, cite?: Cite): Priced | undefined {
  const feature = card.features[id]!
  const { day } = low.run
  const total = column(low.total, high.total)
  const lines = billLines(low, high)
  if (!total || !lines) return undefined
  return {
    status: total.low === total.high ? 'exact' : 'range',
    provider: card.provider,
    feature: id,
    currency: feature.currency ?? card.currency,
    on: day,
    total,
    lines,
    reasons: [],
    sources: sourcesOf(card, feature, lines, day, cite),
    tries: 1,
    approximate: lines.some(({ approximate }) => approximate) || undefined,
  }
}
