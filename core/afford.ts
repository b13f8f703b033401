import type { Account } from './account'
import { compareDecimals, parseDecimal } from './amount'
import { estimate } from './estimate'
import { gridOf, indexBelow, isRanked, listed, LISTED, numberAt, rankOf, type Grid } from './ladder'
import type { Binding } from './limits'
import type { Value } from './pricing'
import type { RateCard, Request, Surface } from './rate-card'
import type { Priced, Range } from './result'
import { mostRuns, roomOf, type Room } from './room'
import { presentVariant } from './present'
import { highestFit } from './search'
import type { Standing } from './standing'

/** What is asked: `locked` dimensions keep their setting. `now` in milliseconds since 1970. */
export type AffordQuestion = {
  card: RateCard
  feature: string
  request: Request
  account: Account | undefined
  now: number
  surface?: Surface
  locked?: readonly string[]
}

/** A job that fits: `runs` in a row at `value`, each coming to `total`; null: without limit. One run more does not fit. */
export type Offer = { value: Value; runs: number | null; total: Range }

/**
 * How far one dimension goes, the others as asked. `offers` from the highest value down, each allowing more runs than the one
 * before; no higher value allows as many. `order`: higher by its own words ("1080p" over "720p"), or dearer.
 */
export type Reach = {
  dimension: string
  order: 'ranked' | 'dearer'
  offers: Offer[]
  /** The step up from the highest offer: it is for sale, and does not fit. */
  next?: { value: Value; total: Range }
  /** The card names no step: whole units. */
  whole?: true
  /** Not every number of runs was tried: the offers are for 1, 2, 5, 10, 20, 50 ... runs. */
  sampled?: true
}

export type Afford =
  | { status: 'unknown'; because: NonNullable<Standing['because']> }
  | { status: 'blocked'; binding: Binding }
  | { status: 'known'; currency: string; runs?: Runs; reaches: Reach[] }
/** How many runs as asked: low is sure, high holds if every run comes to its least. null: without limit. */
export type Runs = { low: number | null; high: number | null; binding?: Binding }

/**
 * What balance, overdraft, member's cap and limits still allow: the most runs as asked, and per free dimension the frontier of
 * value against runs. A job fits where its dearest case does. Exact; never more than is sure.
 */
export function afford(question: AffordQuestion): Afford {
  const { card, feature, request, account, now, surface } = question
  const quote = estimate(card, feature, request, new Date(now), surface)
  const room = roomOf(account, card, quote, now)
  if (room.is === 'unknown') return { status: 'unknown', because: room.because }
  if (room.is === 'blocked') return { status: 'blocked', binding: room.binding }
  if (!Object.hasOwn(card.features, feature)) return { status: 'unknown', because: 'unpriced' }
  const runs = quote.status === 'unpriced' ? undefined : runsOf(quote.total, room)
  const locked = new Set(['plan', 'surface', ...(question.locked ?? [])])
  const free = Object.keys(card.features[feature]!.dimensions).filter((name) => !locked.has(name))
  const reaches = free.map((dimension) => reachOf(question, room, dimension)).filter((reach) => reach !== undefined)
  return { status: 'known', currency: quote.currency, ...(runs && { runs }), reaches }
}

function runsOf(total: Range, room: Known): Runs {
  const dearest = mostRuns(room, parseDecimal(total.high)!)
  const cheapest = mostRuns(room, parseDecimal(total.low)!)
  return {
    low: asNumber(dearest.runs),
    high: asNumber(cheapest.runs),
    ...(dearest.binding && { binding: dearest.binding }),
  }
}

type Known = Room & { is: 'known' }
const asNumber = (runs: bigint | undefined): number | null => (runs === undefined ? null : Number(runs))

function reachOf(question: AffordQuestion, room: Known, dimension: string): Reach | undefined {
  const { card, feature, request, now } = question
  const others = { ...request, [dimension]: undefined }
  const def = presentVariant(card, feature, dimension, others, new Date(now))
  const grid = def?.type === 'number' ? gridOf(def) : undefined
  if (!def || def.type === 'list') return undefined
  const reach =
    grid && grid.last >= LISTED
      ? searched(question, room, dimension, grid)
      : tried(question, room, dimension, listed(def))
  return reach && { dimension, ...reach, ...(grid?.assumed && { whole: true }) }
}

type Found = Omit<Reach, 'dimension'> | undefined

/** Every value of a short ladder is tried. */
function tried(question: AffordQuestion, room: Known, dimension: string, values: readonly Value[]): Found {
  const ranked = isRanked(values)
  const sold = values.flatMap((value) => offerOf(question, room, dimension, value))
  if (new Set(sold.map(({ total }) => `${total.low}..${total.high}`)).size < 2) return undefined
  if (ranked) sold.sort((a, b) => rankOf(b.value)! - rankOf(a.value)!)
  else sold.sort((a, b) => byTotal(b.total, a.total))
  const order = ranked ? 'ranked' : 'dearer'
  const next = sold.slice(0, sold.findIndex(fitsOnce) < 0 ? sold.length : sold.findIndex(fitsOnce)).at(-1)
  return { order, offers: frontier(sold), ...(next && { next: { value: next.value, total: next.total } }) }
}

const fitsOnce = ({ runs }: Offer): boolean => runs === null || runs >= 1
const byTotal = (a: Range, b: Range): number => compareDecimals(a.high, b.high) || compareDecimals(a.low, b.low)

function offerOf(question: AffordQuestion, room: Known, dimension: string, value: Value): Offer[] {
  const quote = quoteOf(question, dimension, value)
  return quote
    ? [{ value, total: quote.total, runs: asNumber(mostRuns(room, parseDecimal(quote.total.high)!).runs) }]
    : []
}

function quoteOf(
  { card, feature, request, now, surface }: AffordQuestion,
  dimension: string,
  value: Value,
): Priced | undefined {
  const quote = estimate(card, feature, { ...request, [dimension]: value }, new Date(now), surface)
  return quote.status === 'unpriced' ? undefined : quote
}

/** From the highest value down, those that allow more runs than every higher one. */
function frontier(highestFirst: readonly Offer[]): Offer[] {
  const offers: Offer[] = []
  let most = 0
  for (const offer of highestFirst) {
    const runs = offer.runs ?? Number.POSITIVE_INFINITY
    if (runs > most) offers.push(offer)
    most = Math.max(most, runs)
  }
  return offers
}

const SAMPLES = [1, 2, 5, 10, 20, 50, 100]

/** A long grid: the highest number for 1, 2, 5 ... runs, found by ruling out stretches. */
function searched(question: AffordQuestion, room: Known, dimension: string, grid: Grid): Found {
  const { card, feature, request, now } = question
  const stretch = { card, feature, request, dimension, grid, on: new Date(now) }
  const offers: Offer[] = []
  // What fits more runs fits fewer: each search begins where the one before ended.
  let top: bigint | undefined = grid.last
  const [first] = offerOf(question, room, dimension, numberAt(grid, 0n))
  for (const count of SAMPLES) {
    if (offers.some(({ runs }) => runs === null || runs >= count)) continue
    const enough = (runs: bigint | undefined) => runs === undefined || runs >= BigInt(count)
    const lastOffer = offers.at(-1)
    top = highestFit(
      stretch,
      (total) => enough(mostRuns(room, total).runs),
      (value) => offerOf(question, room, dimension, value).some(({ runs }) => runs === null || runs >= count),
      { last: top, ...(lastOffer && { guess: guessed(first, lastOffer, top, count) }) },
    )
    if (top === undefined) return undefined
    if (top < 0n) break
    if (grid.endless && top === grid.last) return undefined
    offers.push(...offerOf(question, room, dimension, numberAt(grid, top)))
  }
  const next = stepUp(question, dimension, grid, offers[0])
  return { order: 'ranked', offers, sampled: true, ...(next && { next }) }
}

/** On a straight line from the first number to the last offer; only a place to look first, so floating point will do. */
function guessed(first: Offer | undefined, last: Offer, top: bigint, count: number): bigint {
  const base = Number(first?.total.high ?? 0)
  const each = (Number(last.total.high) * Math.max(1, last.runs ?? 1)) / count
  const share = (each - base) / (Number(last.total.high) - base)
  return share > 0 && share < 1 ? BigInt(Math.floor(Number(top) * share)) : 0n
}

function stepUp(question: AffordQuestion, dimension: string, grid: Grid, top: Offer | undefined): Reach['next'] {
  const index = top ? indexBelow(grid, parseDecimal(top.value)!) + 1n : 0n
  if (index > grid.last) return undefined
  const value = numberAt(grid, index)
  const quote = quoteOf(question, dimension, value)
  return quote && { value, total: quote.total }
}
