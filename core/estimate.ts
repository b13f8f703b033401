import { compareAmounts, toRange, type Amount } from './amount'
import type { Bill } from './bill'
import { CardError, compileFeature, type Compiled } from './compile'
import { dayOf } from './day'
import { billLines } from './lines'
import type { Feature, RateCard, Request, Surface } from './rate-card'
import type { Estimate, Line, Reason, Unpriced } from './result'
import { sourcesOf } from './sources'
import { explore, type Explored } from './tries'
import { unitRate } from './unit-rate'

/**
 * What one run of a feature comes to, in the card's currency, at the prices of the day `on` falls on in the card's time zone.
 * Exact, a range with its reasons, or unpriced with a reason; never throws for what a card or a page may hold.
 * A missing key of the request is unread; null is known not to be there.
 */
export function estimate(card: RateCard, feature: string, request: Request, on: Date, surface?: Surface): Estimate {
  const day = dayOf(on, card.timeZone)
  const found = Object.hasOwn(card.features, feature) ? card.features[feature] : undefined
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
  if (!surface || own === surface || own === 'any') return undefined
  if (Array.isArray(own) && (own.includes(surface) || own.includes('any'))) return undefined
  return { code: 'surface', surfaces: [own].flat() }
}

function evaluate(answer: Answer, compiled: Compiled, request: Request): Estimate {
  const given: unknown[] = new Array(compiled.dimensions.length)
  for (const name of Object.keys(request)) {
    const slot = compiled.slots.get(name)
    if (slot !== undefined) given[slot] = request[name]
    else if (request[name] !== undefined) return unpriced(answer, unknownDimension(name, compiled))
  }
  const explored = explore(compiled, given, answer.day)
  if (explored.is === 'bills') return priced(answer, compiled, given, explored)
  const rate =
    explored.unbounded === undefined
      ? undefined
      : unitRate(answer.found!, compiled, given, answer.day, explored.unbounded)
  return { ...unpriced(answer, explored.reason), tries: explored.tries, ...(rate && { rate }) }
}

const unknownDimension = (dimension: string, compiled: Compiled): Reason => ({
  code: 'unknown-dimension',
  dimension,
  allowed: [...compiled.slots.keys()],
})

function unpriced(answer: Answer, reason: Reason): Unpriced {
  const { card, feature, found, day } = answer
  const { provider } = card
  const sources = sourcesOf(card, found, [], day)
  return {
    status: 'unpriced',
    provider,
    feature,
    currency: currencyOf(answer),
    on: day,
    reasons: [reason],
    lines: [],
    sources,
    tries: 0,
  }
}

const currencyOf = ({ card, found }: Answer): string => found?.currency ?? card.currency

function priced(
  answer: Answer,
  compiled: Compiled,
  given: readonly unknown[],
  { bills, touched, tries }: Explored & { is: 'bills' },
): Estimate {
  const { card, feature, found, day } = answer
  const { cheapest, dearest } = ends(bills)
  const total = toRange(cheapest === dearest ? cheapest.total : span(cheapest.total, dearest.total))
  const lines = billLines(cheapest, dearest)
  if (!total || !lines) return { ...unpriced(answer, { code: 'endless' }), tries }
  const exact = total.low === total.high
  return {
    status: exact ? 'exact' : 'range',
    provider: card.provider,
    feature,
    currency: currencyOf(answer),
    on: day,
    total,
    lines,
    reasons: exact ? [] : reasonsOf(bills, touched, compiled, given),
    sources: sourcesOf(card, found, lines, day),
    tries,
    approximate: isApproximate(lines),
  }
}

function isApproximate(lines: readonly Line[]): true | undefined {
  for (const line of lines) if (line.approximate) return true
  return undefined
}

const span = (a: Amount, b: Amount): Amount => ({ lo: a.lo * b.d, hi: b.hi * a.d, d: a.d * b.d })

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

function reasonsOf(bills: Bill[], touched: Set<number>, compiled: Compiled, given: readonly unknown[]): Reason[] {
  const reasons: Reason[] = [...touched]
    .filter((slot) => slot < compiled.dimensions.length)
    .sort((a, b) => a - b)
    .map((slot) => ({ code: given[slot] === 'auto' ? 'auto' : 'unread', dimension: compiled.names[slot]! }))
  if (bills.some((bill) => bill.run.published)) reasons.push({ code: 'published-range' })
  return reasons
}
