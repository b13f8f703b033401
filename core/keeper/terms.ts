import { matches } from '../matches'
import { own } from '../own'
import type { RateCard, Refund, Request } from '../rate-card'

/**
 * What is charged on the way to a version that is kept. `failures`: whether a failed run is charged; `mixed` where errors are not but
 * moderated runs are, unknown where the card does not say or charges in part. `freeRetries`: repeats of one paid run that cost nothing; null: without limit.
 */
export type RetryTerms = { failures: 'free' | 'charged' | 'mixed' | 'unknown'; freeRetries: number | null }

/** The vendor's terms for one request under a plan. */
export function retryTerms(
  card: RateCard,
  feature: string,
  request: Request,
  plan: string | undefined,
  on: Date,
): RetryTerms {
  const rule = (outcome: Refund['outcome']) => ruleFor(card, feature, request, outcome, on)
  const error = rule('error')?.charged
  const moderated = rule('moderated')?.charged ?? 'nothing'
  const unless = moderated === 'nothing' ? 'free' : 'mixed'
  const failures = error === 'nothing' ? unless : error === 'everything' ? 'charged' : 'unknown'
  if (rule('unsatisfactory')?.charged === 'nothing') return { failures, freeRetries: null }
  const free = plan ? own(card.plans, plan)?.freeRetries : undefined
  return { failures, freeRetries: free === undefined ? 0 : free === null ? null : Math.floor(Number(free)) }
}

/** A rule for this feature goes before one for all. */
function ruleFor(card: RateCard, feature: string, request: Request, outcome: Refund['outcome'], on: Date) {
  const about = (card.refunds ?? []).filter(
    (refund) =>
      refund.outcome === outcome &&
      (!refund.feature || refund.feature === feature) &&
      (!refund.match || matches(card, feature, refund.match, request, on)),
  )
  return about.find((refund) => refund.feature) ?? about[0]
}
