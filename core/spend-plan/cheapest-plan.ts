import { add, compareAmounts, compareDecimals, parseDecimal, parseLiteral, toRange, ZERO, type Amount } from '../amount'
import { remainder } from '../grants'
import type { Plan, PlanGrant, RateCard, Surface, TopUp } from '../rate-card'
import type { Range } from '../result'
import { amountOf } from '../signed'
import { sameSurface } from '../surfaces'
import { cheapestPacks, type Packs } from './packs'

/**
 * What a year on a plan comes to at a volume: its price, and packs for what its allotment does not cover. A year, because monthly
 * and yearly prices compare exactly there, and most packs keep that long. `spread`: enough only where the runs are spread over the days
 * or weeks in which these come.
 */
export type PlanOffer =
  | (Offered & {
      status: 'known'
      year: Range
      currency: string
      allotted: Range
      packs: boolean
      spread?: PlanGrant[]
    })
  | (Offered & { status: 'unknown'; because: 'no-price' | 'no-grants' | 'no-packs' | 'other-currency' })
  | (Offered & { status: 'unknown'; because: 'by-day'; grants: PlanGrant[] })
type Offered = { plan: string; name: string }

/** `largest`: the dearest single run of the volume, by which is known whether a day's credits can pay it. */
export type PlansQuestion = { surface?: Surface; seats?: number; largest?: string }

const MONTHS = 12
/** How many times a grant comes in any month at the least and at the most. */
const TIMES: { [every in PlanGrant['every']]?: { least: number; most: number } } = {
  day: { least: 28, most: 31 },
  week: { least: 4, most: 5 },
}

/** Every plan of the surface at a monthly volume (in the card's currency), the cheapest for its dearest case first. */
export function plansFor(card: RateCard, volume: Range, question: PlansQuestion = {}): PlanOffer[] {
  const plans = Object.entries(card.plans ?? {}).filter(([, { surface }]) => sameSurface(surface, question.surface))
  return plans
    .map(([id, plan]) => ({ plan: id, name: plan.name, ...offerOf(card, plan, amountOf(volume), question) }))
    .sort(cheapestFirst)
}

function cheapestFirst(a: PlanOffer, b: PlanOffer): number {
  if (a.status === 'unknown' || b.status === 'unknown')
    return Number(a.status === 'unknown') - Number(b.status === 'unknown')
  return compareDecimals(a.year.high, b.year.high)
}

type Unnamed<O> = O extends Offered ? Omit<O, keyof Offered> : never

function offerOf(card: RateCard, plan: Plan, volume: Amount, question: PlansQuestion): Unnamed<PlanOffer> {
  const { seats = 1, largest } = question
  const unknown = <B>(because: B) => ({ status: 'unknown' as const, because })
  const price = yearlyPrice(plan, seats)
  if (!price) return unknown('no-price')
  const own = (plan.grants ?? []).filter((grant) => paysAnything(grant, card))
  const monthly = own.filter(({ every }) => every === 'month')
  const often = own.filter(({ every }) => TIMES[every])
  if (monthly.length + often.length === 0) return unknown('no-grants')
  const allotted = sumOf(monthly.map((grant) => allotment(grant, seats)))
  const beyond = remainder(volume, allotted)
  const known = { status: 'known' as const, currency: price.currency, allotted: toRange(allotted)! }
  const bare = { ...known, year: toRange(price.amount)!, packs: false }
  if (beyond.hi === 0n) return bare
  const mixes = monthly.length > 0
  const spread = sumOf(
    often.map((grant) => timesOf(usable(allotment(grant, seats), largest, mixes), TIMES[grant.every]!.least)),
  )
  if (remainder(beyond, spread).hi === 0n) return { ...bare, spread: often }
  const most = sumOf(often.map((grant) => timesOf(allotment(grant, seats), TIMES[grant.every]!.most)))
  const low = packsFor(plan, lowOf(remainder(beyond, most)), price.currency)
  const high = packsFor(plan, highOf(beyond), price.currency)
  if (typeof low === 'string') return unknown(low)
  if (typeof high === 'string') return often.length > 0 ? { ...unknown('by-day'), grants: often } : unknown(high)
  const year = { low: toRange(add(price.amount, low.least))!.low, high: toRange(add(price.amount, high.most))!.low }
  return { ...known, year, packs: true }
}

/** Whether a grant pays for whatever is made, in the card's own currency. */
const paysAnything = ({ currency, features, match }: PlanGrant, card: RateCard): boolean =>
  !features && !match && (!currency || currency === card.currency)

/** What of a day's credits surely goes into runs no dearer than `largest`: all where other credits pay the rest of a run. */
function usable(amount: Amount, largest: string | undefined, mixes: boolean): Amount {
  const run = parseDecimal(largest)
  if (!run || compareAmounts(run, lowOf(amount)) > 0) return ZERO
  return mixes ? amount : remainder(amount, run)
}

/** Packs for what a month lacks, a year long: bought for the whole of it at the least, anew each month at the most. */
function packsFor(plan: Plan, lacking: Amount, currency: string) {
  if (lacking.hi === 0n) return { least: ZERO, most: ZERO }
  const { topUps = [] } = plan
  const month = cheapestPacks(toRange(lacking)!.low, topUps)
  if (!month) return 'no-packs' as const
  if (month.price.currency !== currency) return 'other-currency' as const
  const year = toRange(timesOf(lacking, MONTHS))!.low
  const priceOf = ({ price }: Packs) => parseDecimal(price.amount)!
  const monthly = timesOf(priceOf(month), MONTHS)
  const lasting = cheapestPacks(year, topUps.filter(lastsAYear))
  const kept = lasting ? priceOf(lasting) : monthly
  return { least: priceOf(cheapestPacks(year, topUps)!), most: compareAmounts(kept, monthly) < 0 ? kept : monthly }
}

const YEAR = { day: 365, month: 12, year: 1 }
const lastsAYear = ({ expires }: TopUp): boolean => expires === 'never' || expires.count >= YEAR[expires.unit]

/** The least a year comes to: twelve months, or a year at once. */
function yearlyPrice(plan: Plan, seats: number): { amount: Amount; currency: string } | undefined {
  const yearly = (plan.prices ?? []).flatMap(({ amount, currency, every, perSeat }) => {
    const times = every === 'year' ? 1 : every === 'month' ? 12 : undefined
    const price = parseDecimal(amount)
    if (!times || !price) return []
    return [{ amount: timesOf(price, times * (perSeat ? seats : 1)), currency }]
  })
  return yearly.sort((a, b) => compareAmounts(a.amount, b.amount))[0]
}

const allotment = (grant: PlanGrant, seats: number): Amount =>
  timesOf(parseLiteral(grant.amount)!, grant.perSeat ? seats : 1)
const sumOf = (amounts: readonly Amount[]): Amount => amounts.reduce(add, ZERO)
const timesOf = (a: Amount, n: number): Amount => ({ lo: a.lo * BigInt(n), hi: a.hi * BigInt(n), d: a.d })
const lowOf = ({ lo, d }: Amount): Amount => ({ lo, hi: lo, d })
const highOf = ({ hi, d }: Amount): Amount => ({ lo: hi, hi, d })
