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

/** Finds a source of a card as it stands on a day. */
export type Cite = (card: RateCard, id: string, day: string) => Cited | undefined

/** Sources of a feature and of the lines used, each with whether its review day has passed (an undated one counts as passed). */
export function sourcesOf(
  card: RateCard,
  feature: Feature | undefined,
  lines: readonly { source?: string }[],
  day: string,
  cite: Cite = cited,
): Cited[] {
  if (!feature) return []
  const ids = [feature.source]
  for (const { source } of lines) if (source && !ids.includes(source)) ids.push(source)
  const sources: Cited[] = []
  for (const id of ids) {
    const source = cite(card, id, day)
    if (source) sources.push(source)
  }
  return sources
}

/** A source of a card, and whether its review day has passed; undefined where the card has none of that name. */
export function cited(card: RateCard, id: string, day: string): Cited | undefined {
  const source = own(card.sources, id)
  if (!source) return undefined
  const review = reviewDay(source)
  return { id, source, overdue: review === undefined || day > review }
}
