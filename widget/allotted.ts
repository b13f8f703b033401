import type { RateCard } from '../core/rate-card'
import { planOf } from '../core/surfaces'

/** What a feature is charged in. */
export const unitOf = ({ features, currency }: RateCard, feature: string): string =>
  features[feature]!.currency ?? currency

/** What a plan allots in a period, in the currency of the feature: the balance to reckon with until the reader types another. */
export function allotted({ card, feature, plan }: { card: RateCard; feature: string; plan: string }): string {
  const unit = unitOf(card, feature)
  const grant = planOf(card, feature, plan)?.grants?.find(
    (g) => g.kind === 'plan' && !g.features && !g.match && (g.currency ?? card.currency) === unit,
  )
  // Sold in several sizes, it is for the reader to say which.
  return grant && !String(grant.amount).includes('..') ? String(grant.amount) : ''
}
