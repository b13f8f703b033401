import { addDays } from './day'
import { own } from './own'
import type { Feature, RateCard, Source } from './rate-card'

export type Cited = { id: string; source: Source; overdue: boolean }

/** Days after which a source wants another look, where the card names no day itself. */
const REVIEW_AFTER = 90

/** The day from which every surface writes "prices of ..." beside the number; undefined: the source is undated. */
export function reviewDay(source: Source): string | undefined {
  return source.reviewBy ?? (source.seenOn ? addDays(source.seenOn, REVIEW_AFTER) : undefined)
}

const memo = new WeakMap<RateCard, { day: string; cited: Map<string, Cited> }>()

/** Sources of a feature and of the lines used, each with whether its review day has passed (an undated one counts as passed). */
export function sourcesOf(
  card: RateCard,
  feature: Feature | undefined,
  lines: readonly { source?: string }[],
  day: string,
): Cited[] {
  if (!feature) return []
  const ids = [feature.source]
  for (const { source } of lines) if (source && !ids.includes(source)) ids.push(source)
  const sources: Cited[] = []
  for (const id of ids) {
    const source = cited(card, id, day)
    if (source) sources.push(source)
  }
  return sources
}

/** One object per source and day, so that an answer costs no new one. */
function cited(card: RateCard, id: string, day: string): Cited | undefined {
  let today = memo.get(card)
  if (today?.day !== day) memo.set(card, (today = { day, cited: new Map() }))
  const cached = today.cited.get(id)
  if (cached) return cached
  const source = own(card.sources, id)
  if (!source) return undefined
  const review = reviewDay(source)
  const entry = { id, source, overdue: review === undefined || day > review }
  today.cited.set(id, entry)
  return entry
}
