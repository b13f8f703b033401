import { compareAmounts, toRange, type Amount } from './amount'
import type { Bill } from './bill'
import { CardError, compileFeature, type Compiled } from './compile'
import { dayOf } from './day'
import { billLines } from './lines'
import type { Feature, RateCard, Request, Surface } from './rate-card'
import type { Estimate, Priced, Reason, Unpriced } from './result'
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

function otherSurface(feature: Feature, surface: Surface | undefined): Reason | undefined {
  const surfaces = [feature.surface].flat()
  if (!surface || surfaces.includes('any') || surfaces.includes(surface)) return undefined
  return { code: 'surface', surfaces }
}

function evaluate(answer: Answer, compiled: Compiled, request: Request): Estimate {
  const count = compiled.dimensions.length
  const unknown = Object.keys(request).find((name) => request[name] !== undefined && !isDimension(compiled, name))
  if (unknown !== undefined) {
    return unpriced(answer, { code: 'unknown-dimension', dimension: unknown, allowed: compiled.names.slice(0, count) })
  }
  const given = compiled.names.slice(0, count).map((name) => (Object.hasOwn(request, name) ? request[name] : undefined))
  const explored = explore(compiled, given, answer.day)
  if (explored.is === 'bills') return priced(answer, compiled, given, explored)
  const rate =
    explored.unbounded === undefined
      ? undefined
      : unitRate(answer.found!, compiled, given, answer.day, explored.unbounded)
  return { ...unpriced(answer, explored.reason), tries: explored.tries, ...(rate && { rate }) }
}

const isDimension = (compiled: Compiled, name: string): boolean => {
  const slot = compiled.names.indexOf(name)
  return slot >= 0 && slot < compiled.dimensions.length
}

function unpriced(answer: Answer, reason: Reason): Unpriced {
  return { status: 'unpriced', ...common(answer, [reason], []), tries: 0, lines: [] }
}

function common({ card, feature, found, day }: Answer, reasons: Reason[], extra: string[]) {
  const currency = found?.currency ?? card.currency
  return { provider: card.provider, feature, currency, on: day, reasons, sources: sourcesOf(card, found, extra, day) }
}

function priced(
  answer: Answer,
  compiled: Compiled,
  given: readonly unknown[],
  { bills, touched, tries }: Explored & { is: 'bills' },
): Estimate {
  const { cheapest, dearest } = ends(bills)
  const total = toRange({
    lo: cheapest.total.lo * dearest.total.d,
    hi: dearest.total.hi * cheapest.total.d,
    d: cheapest.total.d * dearest.total.d,
  })
  const lines = billLines(cheapest, dearest)
  if (!total || !lines) return { ...unpriced(answer, { code: 'endless' }), tries }
  const status: Priced['status'] = total.low === total.high ? 'exact' : 'range'
  const reasons = status === 'exact' ? [] : reasonsOf(bills, touched, compiled, given)
  const approximate = bills.some((bill) => bill.lines.some((line) => line.charge.approximate))
  const sources = lines.flatMap((line) => line.source ?? [])
  return { status, ...common(answer, reasons, sources), total, lines, tries, ...(approximate && { approximate }) }
}

function ends(bills: Bill[]): { cheapest: Bill; dearest: Bill } {
  let cheapest = bills[0]!
  let dearest = cheapest
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
