import { compareDecimals, parseDecimal } from './amount'
import type { Edit } from './changes'
import { estimate } from './estimate'
import { gridOf, indexBelow, isRanked, keyOf, listed, numberAt, rankOf } from './ladder'
import type { Dimension, Value } from './pricing'
import type { Feature, RateCard, Request, Surface } from './rate-card'
import type { Priced, Range } from './result'
import { less } from './signed'

/** `locked` dimensions keep their setting; so do `plan` and `surface`, which are not the user's to choose here. */
export type CheaperQuestion = {
  card: RateCard
  feature: string
  request: Request
  on: Date
  surface?: Surface
  locked?: readonly string[]
}

/** What one edit gives up: less of something that has an order, or another of something that has none. */
export type GivenUp = Edit & { kind: 'less' | 'more' | 'other' }
/**
 * Cheaper settings. `saving` contains what is saved whatever the unread turns out to be; exact where both totals are.
 * `least`: the smallest step down of its dimension, beside the one that saves most.
 */
export type Cheaper = { edits: GivenUp[]; total: Range; saving: Range; least?: true }
export type CheaperAnswer =
  | { status: 'unpriced' }
  | {
      status: 'known'
      currency: string
      total: Range
      changes: Cheaper[]
      /** Not every pair of changes was tried: pairs are made of the best single changes only. */
      partial?: true
    }

/** Above this many pairs only the best single changes are paired. */
const MOST_PAIRS = 400
const BEST_SINGLES = 12

/**
 * The changes of one or two settings that save most, greatest saving first: for each set of dimensions the values that save most,
 * if they save more than every smaller set within; and for ordered dimensions the smallest step that saves. Only settings that
 * are read are changed, and only changes that are cheaper in the cheapest and in the dearest case count.
 */
export function cheaper(question: CheaperQuestion): CheaperAnswer {
  const { card, feature, request, on, surface } = question
  const now = estimate(card, feature, request, on, surface)
  if (now.status === 'unpriced') return { status: 'unpriced' }
  const free = freeDimensions(question)
  const tries = free.map(({ values }) => values)
  const singles = free.map((one) => one.values.map((value) => attempt(question, now, [one.name], [value])))
  const best = singles.map((list) => cheapest(list))
  const least = free.flatMap((one, i) => leastStep(one, singles[i]!, best[i]) ?? [])
  const { pairs, partial } = pairsOf(free, tries, singles)
  const doubles = new Map<string, Found>()
  for (const { i, j, a, b } of pairs) {
    const found = attempt(question, now, [free[i]!.name, free[j]!.name], [a, b])
    const key = `${i}/${j}`
    if (found && beats(found, best[i]) && beats(found, best[j]) && beats(found, doubles.get(key)))
      doubles.set(key, found)
  }
  const all = [...best.filter((f) => f !== undefined), ...least, ...doubles.values()]
  const changes = all.sort(bySaving).map((found) => shown(question, now, found))
  return { status: 'known', currency: now.currency, total: now.total, changes, ...(partial && { partial: true }) }
}

type Free = { name: string; values: Value[]; current: Value }
type Found = { edits: { name: string; to: Value }[]; total: Range; least?: true }

/** Dimensions that are read, not locked and have values to choose from; the current value is not one of them. */
function freeDimensions({ card, feature, request, locked = [] }: CheaperQuestion): Free[] {
  const kept = new Set(['plan', 'surface', ...locked])
  return Object.entries(card.features[feature]!.dimensions).flatMap(([name, def]): Free[] => {
    const current = request[name]
    if (kept.has(name) || current === undefined || current === null || Array.isArray(current)) return []
    const values = [
      ...new Map(
        [def]
          .flat()
          .flatMap((d) => candidates(d, current))
          .map((v) => [keyOf(v), v]),
      ).values(),
    ]
    return [{ name, current, values: values.filter((v) => keyOf(v) !== keyOf(current)) }]
  })
}

/** Every value of a short ladder; of a long one its start, quarters of the current number, and one step down. */
function candidates(def: Dimension, current: Value): Value[] {
  const all = listed(def)
  const grid = def.type === 'number' && all.length === 0 ? gridOf(def) : undefined
  const at = grid && parseDecimal(current)
  if (!grid || !at) return all
  const top = indexBelow(grid, at)
  const steps = [0n, top / 4n, top / 2n, (top * 3n) / 4n, top - 1n].filter((i) => i >= 0n && i <= grid.last)
  return steps.map((i) => numberAt(grid, i))
}

function attempt(question: CheaperQuestion, now: Priced, names: string[], values: Value[]): Found | undefined {
  const { card, feature, request, on, surface } = question
  const next: Request = { ...request }
  names.forEach((name, i) => (next[name] = values[i]))
  const quote = estimate(card, feature, next, on, surface)
  if (quote.status === 'unpriced' || !isCheaper(quote.total, now.total)) return undefined
  return { edits: names.map((name, i) => ({ name, to: values[i]! })), total: quote.total }
}

const compareText = (a: string, b: string): number => (a === b ? 0 : compareDecimals(a, b))
const isCheaper = (a: Range, b: Range): boolean => compareText(a.high, b.high) < 0 && compareText(a.low, b.low) <= 0
const order = (a: Found, b: Found): number =>
  compareText(a.total.high, b.total.high) || compareText(a.total.low, b.total.low)
const beats = (a: Found, b: Found | undefined): boolean => !b || order(a, b) < 0

const cheapest = (list: readonly (Found | undefined)[]): Found | undefined =>
  list.reduce<Found | undefined>((best, found) => (found && beats(found, best) ? found : best), undefined)

const bySaving = (a: Found, b: Found): number => order(a, b) || a.edits.length - b.edits.length

/** The nearest lower value that is cheaper, where it is not the one that saves most already. */
function leastStep({ values, current }: Free, found: readonly (Found | undefined)[], best: Found | undefined) {
  if (!best || !isRanked([...values, current])) return undefined
  const lower = found.filter((f) => f !== undefined && rankOf(f.edits[0]!.to)! < rankOf(current)!) as Found[]
  const nearest = lower.sort((a, b) => rankOf(b.edits[0]!.to)! - rankOf(a.edits[0]!.to)!)[0]
  return nearest && nearest !== best ? { ...nearest, least: true as const } : undefined
}

type Pair = { i: number; j: number; a: Value; b: Value }
function pairsOf(free: readonly Free[], all: readonly Value[][], singles: readonly (Found | undefined)[][]) {
  const partial = countPairs(all) > MOST_PAIRS
  let values = all
  for (let best = BEST_SINGLES; best > 1 && countPairs(values) > MOST_PAIRS; best--)
    values = singles.map((list, i) => promising(list, free[i]!).slice(0, best))
  const pairs: Pair[] = []
  for (let i = 0; i < values.length; i++)
    for (let j = i + 1; j < values.length; j++)
      for (const a of values[i]!) for (const b of values[j]!) pairs.push({ i, j, a, b })
  return { pairs, partial }
}

const countPairs = (values: readonly Value[][]): number =>
  values.reduce((sum, a, i) => sum + values.slice(i + 1).reduce((n, b) => n + a.length * b.length, 0), 0)

function promising(list: readonly (Found | undefined)[], { values }: Free): Value[] {
  const found = list.filter((f) => f !== undefined).sort(order)
  // A change that alone has no price may have one together with another (a model that is not sold at this length).
  const unpriced = values.filter((_, i) => !list[i])
  return [...found.map(({ edits }) => edits[0]!.to), ...unpriced]
}

function shown({ card, feature, request }: CheaperQuestion, now: Priced, { edits, total, least }: Found): Cheaper {
  const givenUp = edits.map(({ name, to }): GivenUp => {
    const from = request[name] as Value
    return { dimension: name, from, to, kind: kindOf(card.features[feature]!, name, from, to) }
  })
  return { edits: givenUp, total, saving: less(now.total, total), ...(least && { least }) }
}

function kindOf(feature: Feature, name: string, from: Value, to: Value): GivenUp['kind'] {
  if (typeof to === 'boolean') return to ? 'more' : 'less'
  const values = [feature.dimensions[name]!].flat().flatMap((def) => (def.type === 'choice' ? def.options : []))
  if (!isRanked([...values, from, to])) return 'other'
  return rankOf(to)! < rankOf(from)! ? 'less' : 'more'
}
