import { add, compareAmounts, multiply, parseDecimal, parseLiteral, toRange, ZERO, type Amount } from '../amount'
import { remainder } from '../grants'
import type { Plan, RateCard, Surface } from '../rate-card'
import type { Range } from '../result'
import { amountOf } from '../signed'
import { cheapestPacks } from './packs'

/**
 * What a year on a plan comes to at a volume: its price, and packs for what its allotment does not cover each month.
 * A year, because monthly and yearly prices compare exactly there.
 */
export type PlanOffer =
  | { plan: string; name: string; status: 'known'; year: Range; currency: string; allotted: Range; packs: boolean }
  | { plan: string; name: string; status: 'unknown'; because: 'no-price' | 'no-grants' | 'no-packs' | 'other-currency' }

const MONTHS: Amount = { lo: 12n, hi: 12n, d: 1n }

/** Every plan of the surface at a monthly volume (in the card's currency), the cheapest for its dearest case first. */
export function plansFor(
  card: RateCard,
  volume: Range,
  { surface, seats = 1 }: { surface?: Surface; seats?: number } = {},
): PlanOffer[] {
  const plans = Object.entries(card.plans ?? {}).filter(([, plan]) => sells(plan, surface))
  return plans.map(([id, plan]) => offerOf(card, id, plan, volume, seats)).sort(cheapestFirst)
}

function sells(plan: Plan, surface: Surface | undefined): boolean {
  const surfaces = [plan.surface ?? 'any'].flat()
  return !surface || surfaces.includes('any') || surfaces.includes(surface)
}

function cheapestFirst(a: PlanOffer, b: PlanOffer): number {
  if (a.status === 'unknown' || b.status === 'unknown')
    return Number(a.status === 'unknown') - Number(b.status === 'unknown')
  return compareAmounts(parseDecimal(a.year.high)!, parseDecimal(b.year.high)!)
}

function offerOf(card: RateCard, id: string, plan: Plan, volume: Range, seats: number): PlanOffer {
  const base = { plan: id, name: plan.name }
  const price = yearlyPrice(plan, seats)
  if (!price) return { ...base, status: 'unknown', because: 'no-price' }
  const allotted = monthlyGrant(card, plan, seats)
  if (!allotted) return { ...base, status: 'unknown', because: 'no-grants' }
  const beyond = remainder(amountOf(volume), allotted)
  const low = extra(plan, { lo: beyond.lo, hi: beyond.lo, d: beyond.d }, price.currency)
  const high = extra(plan, { lo: beyond.hi, hi: beyond.hi, d: beyond.d }, price.currency)
  if (typeof low === 'string') return { ...base, status: 'unknown', because: low }
  if (typeof high === 'string') return { ...base, status: 'unknown', because: high }
  const year = { low: yearOf(price.amount, low), high: yearOf(price.amount, high) }
  const packs = beyond.hi > 0n
  return { ...base, status: 'known', year, currency: price.currency, allotted: toRange(allotted)!, packs }
}

const yearOf = (price: Amount, monthly: Amount): string => toRange(add(price, multiply(monthly, MONTHS)))!.low

function extra(plan: Plan, beyond: Amount, currency: string): Amount | 'no-packs' | 'other-currency' {
  if (beyond.hi === 0n) return ZERO
  const packs = cheapestPacks(toRange(beyond)!.low, plan.topUps ?? [])
  if (!packs) return 'no-packs'
  return packs.price.currency === currency ? parseDecimal(packs.price.amount)! : 'other-currency'
}

/** The least a year comes to: twelve months, or a year at once. */
function yearlyPrice(plan: Plan, seats: number): { amount: Amount; currency: string } | undefined {
  const yearly = (plan.prices ?? []).flatMap(({ amount, currency, every, perSeat }) => {
    const times = every === 'year' ? 1 : every === 'month' ? 12 : undefined
    const price = parseDecimal(amount)
    if (!times || !price) return []
    return [{ amount: whole(price, times * (perSeat ? seats : 1)), currency }]
  })
  return yearly.sort((a, b) => compareAmounts(a.amount, b.amount))[0]
}

/** What the plan allots each month in the card's own currency; grants by the day, the week or once are not counted. */
function monthlyGrant(card: RateCard, plan: Plan, seats: number): Amount | undefined {
  const monthly = (plan.grants ?? []).filter(
    (grant) => grant.every === 'month' && (!grant.currency || grant.currency === card.currency),
  )
  if (monthly.length === 0) return undefined
  return monthly.reduce((sum, grant) => add(sum, whole(parseLiteral(grant.amount)!, grant.perSeat ? seats : 1)), ZERO)
}

const whole = (a: Amount, n: number): Amount => ({ lo: a.lo * BigInt(n), hi: a.hi * BigInt(n), d: a.d })
