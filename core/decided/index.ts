import { add, decimal, difference, multiply, ONE, ZERO, type Amount } from '../amount'
import { dayOf } from '../day'
import type { Charge, Dimension, Quantity, Rate, Units } from '../pricing'
import type { RateCard, Request } from '../rate-card'
import type { Factor, Line, Priced, Range } from '../result'
import { checkNames } from '../sound'
import { sourcesOf } from '../sources'
import { known, variantOf } from './dimensions'
import { meets } from './matches'
import { inUnits, valueOf } from './quantities'
import { closed, isLiteral, open, or, own, variants, type Run } from './run'

// What the widget prices with before anything more is loaded: the estimate where all that matters is given and nothing is refused,
// which is what a calculator shows nearly always. It reads the card as it stands, without the ranges and tries of core/estimate.ts,
// and comes to the same answer or to none: test/core/decided.properties.test.ts holds the two equal.

/** The estimate where it is exact and nothing is left open; undefined where the whole of `estimate` must say. */
export function decided(card: RateCard, id: string, request: Request, on: Date): Priced | undefined {
  return closed(() => {
    const run = runOf(card, id, request, on)
    if (!checkNames(card, run.feature)) open()
    const given = Object.keys(request).filter((name) => request[name] !== undefined)
    for (const name of given) if (own(run.feature.dimensions, name)) known(run, name)
    return given.every((name) => own(run.feature.dimensions, name)) ? priced(run, id) : open()
  })
}

/** Dimensions that exist under these settings, each in the variant that holds; one that the settings do not decide is left out. */
export function decidedDimensions(card: RateCard, id: string, request: Request, on: Date): [string, Dimension][] {
  const run = runOf(card, id, request, on)
  return Object.entries(run.feature.dimensions).flatMap(([name, def]): [string, Dimension][] => {
    const holds = closed(() => variantOf(run, variants(def)))
    return holds ? [[name, holds]] : []
  })
}

function runOf(card: RateCard, id: string, request: Request, on: Date): Run {
  const feature = or(own(card.features, id))
  if (!checkNames(card, feature)) open()
  return { card, feature, request, day: dayOf(on, card.timeZone), known: new Map() }
}

function priced(run: Run, id: string): Priced {
  const { card, feature, day } = run
  const lines: Line[] = []
  let sum = ZERO
  for (const charge of feature.charges) {
    if (charge.when && !meets(run, charge.when)) continue
    const { line, total } = lineOf(run, charge)
    lines.push(line)
    sum = add(sum, total)
  }
  if (lines.length === 0) open()
  const total = feature.total ? inUnits(run, sum, feature.total) : sum
  const adjustment = difference(total, sum)
  if (adjustment.lo !== 0n) lines.push({ name: 'total', kind: 'adjustment', total: or(text(adjustment)), factors: [] })
  return {
    status: 'exact',
    provider: card.provider,
    feature: id,
    currency: feature.currency ?? card.currency,
    on: day,
    total: or(text(total)),
    lines,
    reasons: [],
    sources: sourcesOf(card, feature, lines, day),
    tries: 1,
    approximate: lines.some((line) => line.approximate) || undefined,
  }
}

function text({ lo, d }: Amount): Range | undefined {
  const low = decimal(lo, d)
  return low === undefined ? undefined : { low, high: low }
}

/** A line by the first rate whose day has come and whose match holds. */
function lineOf(run: Run, charge: Charge): { line: Line; total: Amount } {
  const rates: Rate[] = 'rates' in charge ? charge.rates : [{ amount: charge.amount }]
  const rate = or(rates.find(({ from, match }) => !(from && from > run.day) && (!match || meets(run, match))))
  if (!('amount' in rate)) return open()
  const meter = rate.meter ?? charge.meter
  const per = rate.per ?? charge.per
  const round = rate.round ?? charge.round
  const count = inUnits(run, meter === undefined ? ONE : valueOf(run, meter), { per, round } as Units)
  const amount = valueOf(run, rate.amount)
  if (count.lo < 0n || amount.lo < 0n) open()
  const total = multiply(amount, count)
  const parts = meter === undefined ? [] : ([meter].flat() as Quantity[])
  const factors = [...parts.map((part) => factorOf(run, part)), { kind: 'amount', value: text(amount) } as Factor]
  return {
    total,
    line: {
      name: charge.name,
      kind: 'charge',
      total: or(text(total)),
      factors: factors.filter(({ value }) => value),
      per: per === undefined ? undefined : String(per),
      round,
      approximate: charge.approximate,
      source: rate.source ?? charge.source,
    },
  }
}

function factorOf(run: Run, part: Quantity): Factor {
  const value = text(valueOf(run, part))!
  if (typeof part === 'object') return { kind: 'meter', value }
  if (isLiteral(part)) return { kind: 'literal', value }
  const def = own(run.feature.dimensions, part)
  if (!def) return { kind: 'meter', name: part, value }
  const unit = variants(def).map((d) => ('unit' in d ? d.unit : undefined))
  return { kind: 'dimension', name: part, unit: unit.find(Boolean), value }
}
