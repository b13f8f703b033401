import { own } from '../core/own'
import type { RateCard } from '../core/rate-card'

/** What a plan allots in a period, in the currency of the feature: the balance to reckon with until the reader types another. */
export function allotted({ plans, currency, features }: RateCard, feature: string, plan: string): string {
  const grants = own(plans, plan)?.grants ?? []
  const unit = features[feature]!.currency ?? currency
  const grant = grants.find((g) => g.kind === 'plan' && !g.features && !g.match && (g.currency ?? currency) === unit)
  // Sold in several sizes, it is for the reader to say which.
  return grant && !String(grant.amount).includes('..') ? String(grant.amount) : ''
}
