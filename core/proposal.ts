import { canonical } from './amount'
import { dayOf } from './day'
import type { Drift } from './drift'
import { estimate } from './estimate'
import { own } from './own'
import type { Charge, Rate } from './pricing'
import type { RateCard } from './rate-card'

/** One step of a JSON Patch (RFC 6902). */
export type Step = { op: 'add' | 'replace'; path: string; value: unknown }

/**
 * The change of a card that drift speaks for, as a JSON Patch: the implied amount is appended with the day it was first charged, and
 * the old one stays for the past. Undefined where no single amount explains the charges, where it stands in several places, or where
 * the changed card would still not come to what was charged.
 */
export function proposalOf(card: RateCard, drift: Drift): Step[] | undefined {
  const { feature, amount, since } = drift
  const charges = own(card.features, feature)?.charges ?? []
  if (!amount) return undefined
  const day = dayOf(new Date(since), card.timeZone)
  const steps = charges.flatMap((charge, i) => stepsFor(charge, `/features/${feature}/charges/${i}`, amount, day))
  if (steps.length !== 1) return undefined
  const patch: Step[] = [...steps, { op: 'replace', path: '/version', value: card.version + 1 }]
  return explains(patched(card, patch), drift) ? patch : undefined
}

/** Every place of a charge where the amount stands as a plain number. */
function stepsFor(charge: Charge, path: string, { from, to }: { from: string; to: string }, day: string): Step[] {
  if ('amount' in charge) {
    const { amount, ...rest } = charge
    if (!isAmount(amount, from)) return []
    return [{ op: 'replace', path, value: { ...rest, rates: [{ from: day, amount: to }, { amount }] } }]
  }
  return charge.rates.flatMap((rate, i): Step[] => {
    if (!('amount' in rate) || !isAmount(rate.amount, from)) return []
    const value: Rate = { ...rate, from: day, amount: to }
    return [{ op: 'add', path: `${path}/rates/${i}`, value }]
  })
}

const isAmount = (quantity: unknown, amount: string): boolean =>
  (typeof quantity === 'string' || typeof quantity === 'number') && canonical(quantity) === amount

function patched(card: RateCard, patch: readonly Step[]): RateCard {
  const copy = JSON.parse(JSON.stringify(card)) as RateCard
  for (const { op, path, value } of patch) {
    const keys = path.split('/').slice(1)
    const last = keys.pop()!
    const holder = keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy)
    if (op === 'add') (holder as unknown[]).splice(Number(last), 0, value)
    else (holder as Record<string, unknown>)[last] = value
  }
  return copy
}

function explains(card: RateCard, { feature, evidence }: Drift): boolean {
  return evidence.every(({ request, at, charged }) => {
    const result = estimate(card, feature, request, new Date(at))
    return result.status === 'exact' && result.total.low === canonical(charged)
  })
}
