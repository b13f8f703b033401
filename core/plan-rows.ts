import { estimate } from './estimate'
import type { Plan, PlanGrant, RateCard, Request } from './rate-card'
import { startingRequest } from './present'
import type { Estimate, Range } from './result'
import { plansOf } from './surfaces'
import { runsIn } from './worth'

/** One plan beside the others: what it costs, what it includes, and how many runs that pays for. */
export type PlanRow = {
  plan: string
  name: string
  prices: NonNullable<Plan['prices']>
  included?: { amount: Range; currency: string; every: PlanGrant['every']; perSeat?: true }
  estimate: Estimate
  /** Runs of these settings that the included credits pay for; absent where that cannot be said. */
  runs?: Range
}

/** The plans of a card, in its order, for one run of a feature. Plans of another surface are left out. */
export function planRows(card: RateCard, feature: string, given: Request, on: Date): PlanRow[] {
  return plansOf(card, feature).map(([id, plan]) => rowOf(card, feature, given, on, id, plan))
}

function rowOf(card: RateCard, feature: string, given: Request, on: Date, id: string, plan: Plan): PlanRow {
  // Where the plan changes the price it is one of the settings.
  const own = Object.hasOwn(card.features[feature]!.dimensions, 'plan') ? { plan: id } : {}
  const price = estimate(card, feature, startingRequest(card, feature, { ...given, ...own }, on), on)
  const included = includedIn(plan, card.currency)
  const runs =
    included && price.status !== 'unpriced' && price.currency === included.currency && runsOf(included, price.total)
  return {
    plan: id,
    name: plan.name,
    prices: plan.prices ?? [],
    ...(included && { included }),
    estimate: price,
    ...(runs && { runs }),
  }
}

/** The plan's own grant; several, or one for some features only, are not added up into a number that nobody published. */
function includedIn({ grants = [] }: Plan, currency: string): PlanRow['included'] {
  const [grant, ...more] = grants.filter(({ kind, features, match }) => kind === 'plan' && !features && !match)
  if (!grant || more.length > 0) return undefined
  const [low = '', high = low] = String(grant.amount).split('..')
  return {
    amount: { low, high },
    currency: grant.currency ?? currency,
    every: grant.every,
    ...(grant.perSeat && { perSeat: true }),
  }
}

/** The fewest the smaller size pays for, and the most the larger does. */
function runsOf({ amount }: { amount: Range }, total: Range): Range | undefined {
  const fewest = runsIn(amount.low, total)
  const most = runsIn(amount.high, total)
  return fewest && most && { low: fewest.low, high: most.high }
}
