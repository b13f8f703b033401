import { compareAmounts, parseDecimal, toRange, ZERO, type Amount } from './amount'
import { remainder } from './grants'
import type { Binding } from './limits'
import { own } from './own'
import type { Num } from './pricing'
import type { Request } from './rate-card'
import type { Estimate } from './result'
import { leaving, type Standing } from './standing'

/** What an organisation allows its members to spend, in the unit a provider charges in. */
export type OrganisationCap = {
  provider: string
  feature?: string
  currency: string
  max: Num
  per: 'run' | 'month'
}
/** An organisation's rules about what may be run. Without a list, everything is allowed. */
export type Rules = {
  vendors?: readonly string[]
  /** Allowed values of the `model` setting, by provider. */
  models?: { readonly [provider: string]: readonly string[] }
  /** Allowed features, by provider: for tools that have a feature for each model. */
  features?: { readonly [provider: string]: readonly string[] }
  caps?: readonly OrganisationCap[]
}

/**
 * The rules that speak of one provider: `barred` where its runs are not allowed at all, and its caps with what is left of each. `spent`:
 * what was taken this month in the provider's own currency, as far as is known.
 */
export type RulesHere = {
  barred?: true
  models?: readonly string[]
  features?: readonly string[]
  caps: (OrganisationCap & { left: string })[]
}

/** An organisation's rules as they stand for one provider now. */
export function rulesFor(rules: Rules, provider: string, spent: Num): RulesHere {
  const models = own(rules.models, provider)
  const features = own(rules.features, provider)
  const barred = rules.vendors !== undefined && !rules.vendors.includes(provider)
  const caps = (rules.caps ?? []).filter((cap) => cap.provider === provider)
  return {
    ...(barred && { barred }),
    ...(models && { models }),
    ...(features && { features }),
    caps: caps.map((cap) => ({ ...cap, left: cap.per === 'run' ? String(cap.max) : leftOf(cap.max, spent) })),
  }
}

const leftOf = (max: Num, used: Num): string =>
  toRange(remainder(parseDecimal(max) ?? ZERO, parseDecimal(used) ?? ZERO))!.low

/**
 * A standing with what the organisation's rules add to it: a vendor or model that is not allowed, then a cap that leaves less room than
 * whatever binds already. A model that cannot be read breaks no rule: the estimate says that it is unread.
 */
export function underRules(
  stands: Standing,
  estimate: Estimate,
  request: Request,
  rules: RulesHere | undefined,
): Standing {
  if (!rules || stands.status === 'not-permitted') return stands
  const stop = barrier(estimate, request, rules)
  if (stop) return { ...stands, status: 'not-permitted', binding: stop }
  const known = withMonth(stands, estimate, rules)
  const cap = bindingCap(estimate, rules)
  const tighter = cap && (!stands.binding || isTighter(cap, stands.binding))
  return tighter ? { ...known, status: 'limit', binding: cap } : known
}

/** What this person can still spend where a cap on the month leaves less than anything else. */
function withMonth(stands: Standing, estimate: Estimate, rules: RulesHere): Standing {
  const left = monthLeft(rules, estimate.currency, estimate.feature)
  const free = stands.spendable?.left ?? stands.balance
  if (left === undefined || !exceeds(free ?? '0', left)) return stands
  const least = { left, under: 'org-month' as const }
  if (!stands.after || estimate.status === 'unpriced') return { ...stands, spendable: least }
  const spendable = leaving(least, estimate.total)
  const isLow = stands.status === 'enough' && exceeds(estimate.total.high, spendable.after.low)
  return { ...stands, spendable, ...(isLow && { status: 'low' as const }) }
}

/** What the organisation's caps leave of this month, for one feature or, without one, for whatever is run. */
export function monthLeft({ caps }: RulesHere, currency: string, feature?: string): string | undefined {
  return caps
    .filter((cap) => cap.per === 'month' && cap.currency === currency && (!cap.feature || cap.feature === feature))
    .map(({ left }) => left)
    .reduce<string | undefined>(
      (least, left) => (least === undefined || exceeds(least, left) ? left : least),
      undefined,
    )
}

function barrier(
  { feature }: Estimate,
  request: Request,
  { barred, models, features }: RulesHere,
): Binding | undefined {
  if (barred) return { kind: 'vendor' }
  if (features && !features.includes(feature)) return { kind: 'feature', name: feature }
  const { model } = request
  if (!models || typeof model !== 'string' || models.includes(model)) return undefined
  return { kind: 'model', name: model }
}

/** The cap with least left among those the run does not fit into. */
function bindingCap(estimate: Estimate, { caps }: RulesHere): Binding | undefined {
  if (estimate.status === 'unpriced') return undefined
  const { low, high } = estimate.total
  const binding = caps
    .filter(({ currency, feature }) => currency === estimate.currency && (!feature || feature === estimate.feature))
    .filter(({ left }) => exceeds(high, left))
    .sort((a, b) => compareAmounts(decimal(a.left), decimal(b.left)))[0]
  if (!binding) return undefined
  const maybe = !exceeds(low, binding.left)
  const kind = binding.per === 'run' ? 'org-run' : 'org-month'
  return { kind, max: String(binding.max), left: binding.left, ...(maybe && { maybe: true }) }
}

/** What surely stops comes before what may; then what leaves less. Limits on counts stand above amounts. */
function isTighter(cap: Binding, present: Binding): boolean {
  if (Boolean(cap.maybe) !== Boolean(present.maybe)) return !cap.maybe
  const isAmount = present.kind === 'cap' || present.kind === 'spend'
  return isAmount && present.left !== undefined && exceeds(present.left, cap.left)
}

const decimal = (text: Num): Amount => parseDecimal(text) ?? ZERO
const exceeds = (a: string, b: string | undefined): boolean =>
  b !== undefined && compareAmounts(decimal(a), decimal(b)) > 0
