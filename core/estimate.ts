import { compareAmounts, type Amount } from './amount'
import type { Bill } from './bill'
import { CardError, compileFeature, type Compiled } from './compile'
import { dayOf } from './day'
import { keptSource } from './kept-sources'
import { own } from './own'
import { pricedFrom } from './priced'
import type { Feature, RateCard, Request, Surface } from './rate-card'
import type { Estimate, Reason, Unpriced } from './result'
import { sameSurface } from './surfaces'
import { givenOf } from './run'
import { sourcesOf } from './sources'
import { explore, type Explored } from './undecided/tries'
import { unitRate } from './undecided/unit-rate'

/**
 * What one run of a feature comes to, in the card's currency, at the prices of the day `on` falls on in the card's time zone.
 * Exact, a range with its reasons, or unpriced with a reason; never throws for what a card or a page may hold.
 * A missing key of the request is unread; null is known not to be there.
 */
export function estimate(card: RateCard, feature: string, request: Request, on: Date, surface?: Surface): Estimate {
  const day = dayOf(on, card.timeZone)
  const found = own(card.features, feature)
  const answer: Answer = { card, feature, found, day }
  if (!found) return unpriced(answer, { code: 'no-feature', value: feature, allowed: Object.keys(card.features) })
  const foreign = otherSurface(found, surface)
  if (foreign) return unpriced(answer, foreign)
  try {
    return evaluate(answer, compileFeature(card, feature), request)
  } catch (error) {
    if (error instanceof CardError) return unpriced(answer, { code: 'card', words: error.message })
    throw error
  }
}

type Answer = { card: RateCard; feature: string; found: Feature | undefined; day: string }

function otherSurface({ surface: own }: Feature, surface: Surface | undefined): Reason | undefined {
  return !surface || sameSurface(own, surface) ? undefined : { code: 'surface', surfaces: [own].flat() }
}

function evaluate(answer: Answer, compiled: Compiled, request: Request): Estimate {
  const unknown: string[] = []
  const given = givenOf(compiled, request, (name) => unknown.push(name))
  if (unknown.length > 0) return unpriced(answer, unknownDimension(unknown[0]!, compiled))
  const explored = explore(compiled, given, answer.day)
  if (explored.is === 'bills') return priced(answer, compiled, given, explored)
  const rate =
    explored.unbounded === undefined
      ? undefined
      : unitRate(answer.found!, compiled, given, answer.day, explored.unbounded)
  return { ...unpriced(answer, explored.reason), tries: explored.tries, ...(rate && { rate }) }
}

const unknownDimension = (dimension: string, { names, dimensions }: Compiled): Reason => ({
  code: 'unknown-dimension',
  dimension,
  allowed: names.slice(0, dimensions.length),
})

function unpriced(answer: Answer, reason: Reason): Unpriced {
  const { card, feature, found, day } = answer
  const { provider } = card
  const sources = sourcesOf(card, found, [], day, keptSource)
  return {
    status: 'unpriced',
    provider,
    feature,
    currency: found?.currency ?? card.currency,
    on: day,
    reasons: [reason],
    lines: [],
    sources,
    tries: 0,
  }
}

function priced(
  answer: Answer,
  compiled: Compiled,
  given: readonly unknown[],
  { bills, touched, ranged, tries }: Explored & { is: 'bills' },
): Estimate {
  const { cheapest, dearest } = ends(bills)
  const result = pricedFrom(answer.card, answer.feature, cheapest, dearest, keptSource)
  if (!result) return { ...unpriced(answer, { code: 'endless' }), tries }
  result.tries = tries
  if (result.status === 'range') result.reasons = reasonsOf(touched, ranged, compiled, given)
  return result
}

function ends(bills: Bill[]): { cheapest: Bill; dearest: Bill } {
  let cheapest = bills[0]!
  let dearest = cheapest
  if (bills.length === 1) return { cheapest, dearest }
  for (const bill of bills) {
    if (compareAmounts(low(bill), low(cheapest)) < 0) cheapest = bill
    if (compareAmounts(high(bill), high(dearest)) > 0) dearest = bill
  }
  return { cheapest, dearest }
}

const low = ({ total }: Bill): Amount => ({ lo: total.lo, hi: total.lo, d: total.d })
const high = ({ total }: Bill): Amount => ({ lo: total.hi, hi: total.hi, d: total.d })

function reasonsOf(touched: Set<number>, ranged: boolean, compiled: Compiled, given: readonly unknown[]): Reason[] {
  const reasons: Reason[] = [...touched]
    .filter((slot) => slot < compiled.dimensions.length)
    .sort((a, b) => a - b)
    .map((slot) => ({ code: given[slot] === 'auto' ? 'auto' : 'unread', dimension: compiled.names[slot]! }))
  if (ranged) reasons.push({ code: 'published-range' })
  return reasons
}
