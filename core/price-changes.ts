import { dayOf } from './day'
import { estimate } from './estimate'
import { nth } from './nth'
import { pricePoints } from './price-points'
import type { LedgerRun } from './projections'
import type { RateCard, Request } from './rate-card'
import type { Range } from './result'

/**
 * The same settings at another price. `from`: the day it holds from. `by`: the card says so of that day, or a newer price list says
 * otherwise of a day that was priced before. A side without a total is unpriced.
 */
export type PriceChange = {
  feature: string
  request: Request
  from: string
  by: 'day' | 'list'
  currency: string
  was?: Range
  is?: Range
}

type Pressed = Required<Pick<LedgerRun, 'press'>> & LedgerRun

/** No more kinds of settings than this are looked at of one tool, the newest. */
const MOST = 20
const DAY = 86_400_000

/**
 * What has become of the prices of a seller's runs since they were first pressed, and what is announced; newest first. Every kind of
 * settings is priced on both sides of each day of change. `runs`: oldest first; what was said of them stays as it was.
 */
export function priceChanges(card: RateCard, runs: readonly LedgerRun[]): PriceChange[] {
  const kinds = new Map<string, { first: Pressed; last: Pressed }>()
  for (const run of runs) {
    if (!run.press) continue
    const key = JSON.stringify([run.press.feature, run.press.request])
    const last = run as Pressed
    kinds.set(key, { first: kinds.get(key)?.first ?? last, last })
  }
  const seen = new Map<string, number>()
  const newest = [...kinds.values()].sort((a, b) => b.last.press.at - a.last.press.at)
  return newest
    .filter(({ last: { press } }) => nth(seen, press.feature) <= MOST)
    .flatMap(({ first, last }) => [...byDay(card, first), ...byList(card, last)])
    .sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? 1 : -1))
}

function byDay(card: RateCard, { press: { feature, request, at } }: Pressed): PriceChange[] {
  const pressed = dayOf(new Date(at), card.timeZone)
  const days = new Set(pricePoints(card).flatMap((point) => (point.feature === feature ? [point.from] : [])))
  return [...days]
    .filter((from) => from > pressed)
    .flatMap((from) =>
      changeOf(card, { feature, request, from, by: 'day' }, totalOn(card, feature, request, from, -DAY)),
    )
}

/** A run that was priced with an older list, where the present one says otherwise of the same day. */
function byList(card: RateCard, { press: { feature, request, cardVersion }, said }: Pressed): PriceChange[] {
  if (!said?.total || cardVersion >= card.version || said.currency !== card.currency) return []
  const was = { low: String(said.total.low), high: String(said.total.high) }
  return changeOf(card, { feature, request, from: card.checkedOn, by: 'list' }, was, said.on)
}

type What = Pick<PriceChange, 'feature' | 'from' | 'by'> & { request: Pressed['press']['request'] }

function changeOf(card: RateCard, what: What, was: Range | undefined, on = what.from): PriceChange[] {
  const is = totalOn(card, what.feature, what.request, on, 0)
  if (was?.low === is?.low && was?.high === is?.high) return []
  const currency = card.features[what.feature]?.currency ?? card.currency
  return [{ ...what, request: what.request as Request, currency, ...(was && { was }), ...(is && { is }) }]
}

/** The total at noon of a day, or some milliseconds off it; undefined: unpriced. */
function totalOn(card: RateCard, feature: string, request: What['request'], day: string, off: number) {
  const on = new Date(Date.parse(day) + DAY / 2 + off)
  const said = estimate(card, feature, request as Request, on, 'app')
  return said.status === 'unpriced' ? undefined : said.total
}
