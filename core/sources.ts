import { addDays } from './day'
import type { Feature, RateCard, Source } from './rate-card'

export type Cited = { id: string; source: Source; overdue: boolean }

/** Days after which a source wants another look, where the card names no day itself. */
const REVIEW_AFTER = 90

/** The day from which every surface writes "prices of ..." beside the number; undefined: the source is undated. */
export function reviewDay(source: Source): string | undefined {
  return source.reviewBy ?? (source.seenOn ? addDays(source.seenOn, REVIEW_AFTER) : undefined)
}

const memo = new WeakMap<RateCard, Map<string, Cited>>()

/** Sources of a feature and of the lines used, each with whether its review day has passed (an undated one counts as passed). */
export function sourcesOf(
  card: RateCard,
  feature: Feature | undefined,
  extra: readonly string[],
  day: string,
): Cited[] {
  if (!feature) return []
  const ids = extra.length === 0 ? [feature.source] : [...new Set([feature.source, ...extra])]
  return ids.flatMap((id) => cited(card, id, day) ?? [])
}

function cited(card: RateCard, id: string, day: string): Cited | undefined {
  const known = memo.get(card) ?? new Map<string, Cited>()
  memo.set(card, known)
  const key = `${id} ${day}`
  const cached = known.get(key)
  if (cached) return cached
  const source = Object.hasOwn(card.sources, id) ? card.sources[id] : undefined
  if (!source) return undefined
  const review = reviewDay(source)
  const entry = { id, source, overdue: review === undefined || day > review }
  if (known.size > 1000) known.clear()
  known.set(key, entry)
  return entry
}
