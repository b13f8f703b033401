import type { Account } from './account'
import { later, type Span } from './calendar'
import { own } from './own'
import type { PlanGrant, RateCard } from './rate-card'

/** A grant of the plan that comes again: `at(0)` is its next moment, `at(1)` the one after. */
export type Renewal = { grant: PlanGrant; at: (nth: number) => number }

/** Why nothing is known of renewals, or of one. */
export type NoRenewal = 'no-plan' | 'no-reset-date' | 'per-seat'

/** What the account's plan allots again and when; a monthly grant comes at the account's reset date, others when theirs expire. */
export function renewalsOf(account: Account, card: RateCard): { renewals: Renewal[]; missing: NoRenewal[] } {
  const plan = account.plan ? own(card.plans, account.plan) : undefined
  if (!plan?.grants) return { renewals: [], missing: ['no-plan'] }
  const renewals: Renewal[] = []
  const missing = new Set<NoRenewal>()
  for (const grant of plan.grants) {
    if (grant.every === 'once' || (grant.currency && grant.currency !== account.currency)) continue
    const expires = account.grants?.find((held) => held.kind === grant.kind && held.expires)?.expires
    const first = grant.every === 'month' ? (account.resets ?? expires) : expires
    if (grant.perSeat) missing.add('per-seat')
    else if (!first) missing.add('no-reset-date')
    else renewals.push({ grant, at: (nth) => later(first, { count: nth, unit: grant.every as Span['unit'] }) })
  }
  return { renewals, missing: [...missing] }
}
