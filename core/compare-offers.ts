import { compareDecimals, decimal, multiply, parseDecimal, type Amount } from './amount'
import { estimate } from './estimate'
import { gridOf, indexBelow, keyOf, numberAt, rankOf } from './ladder'
import { presentVariant } from './present'
import type { Dimension, Value } from './pricing'
import type { RateCard, Request, Surface } from './rate-card'
import type { Estimate, Range, Reason } from './result'
import { amountOf } from './signed'

/** The same job elsewhere. `differs`: what could not be had as wanted. `money`: where the card says what its credits are worth. */
export type ComparedOffer = {
  provider: string
  feature: string
  model?: string
  request: Request
  estimate: Estimate & { status: 'exact' | 'range' }
  money?: { amount: Range; currency: string }
  differs: { dimension: string; wanted: Value; got?: Value }[]
}

/** What sells the same kind of job but has no price for this one, and why. */
export type Uncompared = { provider: string; feature: string; model?: string; reasons: Reason[] }
/** `more`: not every model was asked. */
export type Comparison = { offers: ComparedOffer[]; uncompared: Uncompared[]; more?: true }

const MOST_ASKED = 600

/**
 * A job of one kind at every model of every card given: settings of the same name are carried over, the nearest value where
 * the wanted one is not offered. Cheapest first within one currency of money; those without a money value last. What has no price
 * for the job, or none on this surface, is named with its reasons and never among the offers.
 */
export function compareJobs(
  cards: readonly RateCard[],
  kind: string,
  wanted: Request,
  on: Date,
  surface?: Surface,
): Comparison {
  const asked = cards.flatMap((card) =>
    Object.entries(card.features)
      .filter(([, { kind: own }]) => own === kind)
      .flatMap(([feature, { dimensions }]) => modelsOf(dimensions.model).map((model) => ({ card, feature, model }))),
  )
  const answers = asked
    .slice(0, MOST_ASKED)
    .map(({ card, feature, model }) => offerOf(card, feature, model, wanted, on, surface))
  const offers = answers.filter((answer) => 'estimate' in answer)
  const uncompared = answers.filter((answer) => 'reasons' in answer)
  return { offers: offers.sort(cheapestFirst), uncompared, ...(asked.length > MOST_ASKED && { more: true }) }
}

/** The offers of `compareJobs` alone. */
export const compareOffers = (...asked: Parameters<typeof compareJobs>): ComparedOffer[] => compareJobs(...asked).offers

function modelsOf(def: Dimension | Dimension[] | undefined): (string | undefined)[] {
  const options = def === undefined ? [] : [def].flat().flatMap((d) => (d.type === 'choice' ? d.options : []))
  return options.length > 0 ? [...new Set(options)] : [undefined]
}

function offerOf(
  card: RateCard,
  feature: string,
  model: string | undefined,
  wanted: Request,
  on: Date,
  surface: Surface | undefined,
): ComparedOffer | Uncompared {
  const { request, differs } = adapt(card, feature, model === undefined ? {} : { model }, wanted, on)
  const quote = estimate(card, feature, request, on, surface)
  const who = { provider: card.provider, feature, ...(model !== undefined && { model }) }
  if (quote.status === 'unpriced') return { ...who, reasons: quote.reasons }
  const money = moneyOf(card, quote.currency, quote.total)
  return {
    ...who,
    request,
    estimate: quote,
    ...(money && { money }),
    differs,
  }
}

/** Names of one vendor: elsewhere they mean nothing, so they are not part of the job. */
const VENDORS_OWN = ['model', 'plan', 'surface']

/** Wanted settings in the words of another feature; twice, since one setting may decide which values another has. */
function adapt(card: RateCard, feature: string, fixed: Request, wanted: Request, on: Date) {
  let request: Request = { ...fixed }
  let differs: ComparedOffer['differs'] = []
  for (let pass = 0; pass < 2; pass++) {
    differs = []
    for (const [dimension, value] of Object.entries(wanted)) {
      if (Object.hasOwn(fixed, dimension) || VENDORS_OWN.includes(dimension)) continue
      if (value === undefined || value === null || Array.isArray(value)) continue
      const own = Object.hasOwn(card.features[feature]!.dimensions, dimension)
      const def = own ? presentVariant(card, feature, dimension, { ...request, [dimension]: undefined }, on) : undefined
      const got = def && nearest(def, value)
      if (got === undefined) {
        differs.push({ dimension, wanted: value })
        const { [dimension]: _, ...rest } = request
        request = rest
        continue
      }
      if (!sameWord(got, value)) differs.push({ dimension, wanted: value, got })
      request = { ...request, [dimension]: got }
    }
  }
  return { request, differs }
}

const sameWord = (a: Value, b: Value): boolean => keyOf(a).toLowerCase() === keyOf(b).toLowerCase()

function nearest(def: Dimension, value: Value): Value | undefined {
  if (def.type === 'toggle') return typeof value === 'boolean' ? value : undefined
  if (def.type === 'choice') return nearestOption(def.options, value)
  const grid = def.type === 'number' ? gridOf(def) : undefined
  const amount = parseDecimal(value)
  if (!grid || !amount) return undefined
  const index = indexBelow(grid, amount)
  // Without a step every number between the limits is for sale.
  if (grid.assumed && index >= 0n && index < grid.last) return value
  return numberAt(grid, index < 0n ? 0n : index > grid.last ? grid.last : index)
}

function nearestOption(options: readonly string[], value: Value): string | undefined {
  const same = options.find((option) => sameWord(option, value))
  const rank = rankOf(value)
  if (same !== undefined || rank === undefined) return same
  const ranked = options.filter((option) => rankOf(option) !== undefined)
  return ranked.sort((a, b) => Math.abs(rankOf(a)! - rank) - Math.abs(rankOf(b)! - rank))[0]
}

/** What a total is worth in money by the card's own rate; a total in money is worth itself. Undefined where it does not end. */
export function moneyOf(
  card: RateCard,
  currency: string,
  total: Range,
): { amount: Range; currency: string } | undefined {
  if (/^[A-Z]{3}$/.test(currency)) return { amount: total, currency }
  const { money } = card
  const rate = money && parseDecimal(money.amount)
  const per = money && parseDecimal(money.per ?? 1)
  if (!money || !rate || !per || currency !== card.currency) return undefined
  const worth: Amount = multiply(amountOf(total), rate)
  const low = decimal(worth.lo * per.d, worth.d * per.lo)
  const high = decimal(worth.hi * per.d, worth.d * per.lo)
  return low === undefined || high === undefined ? undefined : { amount: { low, high }, currency: money.currency }
}

function cheapestFirst(a: ComparedOffer, b: ComparedOffer): number {
  if (!a.money || !b.money) return Number(!a.money) - Number(!b.money)
  if (a.money.currency !== b.money.currency) return a.money.currency < b.money.currency ? -1 : 1
  return compareDecimals(a.money.amount.high, b.money.amount.high)
}
