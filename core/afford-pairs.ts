import type { AffordQuestion } from './afford'
import { parseDecimal, type Amount } from './amount'
import { estimate } from './estimate'
import { gridOf, isRanked, listed, LISTED, numberAt, rankOf } from './ladder'
import { presentVariant } from './present'
import type { Dimension, Value } from './pricing'
import type { Request } from './rate-card'
import type { Range } from './result'
import { mostRuns, roomOf, type Room } from './room'
import { highestFit } from './search'

/** Two settings at once: at `values` one run comes to `total`, and the asked number of runs fits. */
export type Pair = { values: [Value, Value]; total: Range }
/** The pairs of which neither setting can go higher without the other going lower, the highest first setting first. */
export type Pairs = { dimensions: [string, string]; runs: number; pairs: Pair[] }

/** More values than this of the first setting are not gone through. */
const MOST_VALUES = 64

/**
 * How far two settings go together for a number of runs: every pair fits that many runs at their dearest, and no other pair that
 * fits is as high in both and higher in one. Undefined where the room is not known, a setting has no order of its own, or both are too long to list.
 */
export function affordPairs(question: AffordQuestion, names: [string, string], runs: number): Pairs | undefined {
  const [first, second] = names
  const { card, feature, request, account, now, surface } = question
  if (!Object.hasOwn(card.features, feature)) return undefined
  const room = roomOf(account, card, estimate(card, feature, request, new Date(now), surface), now)
  if (room.is !== 'known') return undefined
  const outer = variantOf(question, first, { ...request, [first]: undefined, [second]: undefined })
  const values = outer && listed(outer)
  if (!values || values.length < 2 || values.length > MOST_VALUES || !isRanked(values)) return undefined
  const pairs: Pair[] = []
  for (const value of values) {
    const highest = highestWith(question, room, second, { ...request, [first]: value }, runs)
    if (highest === undefined) return undefined
    if (highest) pairs.push({ values: [value, highest.value], total: highest.total })
  }
  return { dimensions: names, runs, pairs: undominated(pairs) }
}

type Known = Room & { is: 'known' }

function variantOf({ card, feature, now }: AffordQuestion, name: string, request: Request): Dimension | undefined {
  return presentVariant(card, feature, name, { ...request, [name]: undefined }, new Date(now))
}

/** The highest value of a setting that fits; null: none does; undefined: there is no telling. */
function highestWith(question: AffordQuestion, room: Known, name: string, request: Request, runs: number) {
  const def = variantOf(question, name, request)
  if (!def || def.type === 'list') return null
  const enough = (each: Amount) => {
    const most = mostRuns(room, each).runs
    return most === undefined || most >= BigInt(runs)
  }
  const fitting = (value: Value): { value: Value; total: Range } | undefined => {
    const { card, feature, now, surface } = question
    const quote = estimate(card, feature, { ...request, [name]: value }, new Date(now), surface)
    if (quote.status === 'unpriced' || !enough(parseDecimal(quote.total.high)!)) return undefined
    return { value, total: quote.total }
  }
  const grid = def.type === 'number' ? gridOf(def) : undefined
  if (grid && grid.last >= LISTED) {
    if (grid.endless) return undefined
    const { card, feature, now } = question
    const stretch = { card, feature, request, dimension: name, grid, on: new Date(now) }
    const top = highestFit(stretch, enough, (value) => fitting(value) !== undefined)
    return top === undefined ? undefined : top < 0n ? null : fitting(numberAt(grid, top))!
  }
  const values = listed(def)
  if (!isRanked(values)) return undefined
  const down = values.toSorted((a, b) => rankOf(b)! - rankOf(a)!)
  for (const value of down) {
    const found = fitting(value)
    if (found) return found
  }
  return null
}

/** What another pair reaches as well, and more, is left out. */
function undominated(pairs: readonly Pair[]): Pair[] {
  const ranks = (pair: Pair) => pair.values.map((value) => rankOf(value)!) as [number, number]
  const beats = ([a, b]: [number, number], [c, d]: [number, number]) => a >= c && b >= d && (a > c || b > d)
  return pairs
    .filter((pair) => !pairs.some((other) => beats(ranks(other), ranks(pair))))
    .sort((a, b) => ranks(b)[0] - ranks(a)[0])
}
