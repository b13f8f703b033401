import type { RateCard, Refund } from './rate-card'
import type { Estimate, Range } from './result'

/** What a run takes when it does not end well. Low "0": it may take nothing. */
export type Ending = { outcome: Refund['outcome']; taken: Range }

/**
 * What the card says of runs that fail, are moderated, cancelled, disliked or made in part. A rule for this feature goes
 * before one for all; an outcome of which the card says nothing is left out. Unpriced runs have no endings.
 */
export function endingsOf(card: RateCard, estimate: Estimate): Ending[] {
  if (estimate.status === 'unpriced') return []
  const rules = (card.refunds ?? []).filter(({ feature }) => !feature || feature === estimate.feature)
  const outcomes = [...new Set(rules.map(({ outcome }) => outcome))]
  return outcomes.map((outcome) => {
    const about = rules.filter((rule) => rule.outcome === outcome)
    return { outcome, taken: takenBy(about.find(({ feature }) => feature) ?? about[0]!, estimate.total) }
  })
}

/** A rule with a `match` may not hold for this run, so all between nothing and the total is possible. */
function takenBy({ charged, match }: Refund, total: Range): Range {
  if (match || charged === 'part-made') return { low: '0', high: total.high }
  return charged === 'nothing' ? NOTHING : total
}

const NOTHING: Range = { low: '0', high: '0' }
