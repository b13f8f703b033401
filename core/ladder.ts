import { canonical, decimal, parseDecimal, type Amount } from './amount'
import type { Dimension, Value } from './pricing'

/** Numbers on an even grid: `from + i * step` for i in 0..last. `assumed`: the card names no step, so whole units are taken. */
export type Grid = { d: bigint; from: bigint; step: bigint; last: bigint; assumed: boolean; endless: boolean }

/** Grids up to this size are listed; longer ones are searched. */
export const LISTED = 64n
/** Stands in for the end of a number that has none. */
const FAR = 1_000_000_000n

/** The grid of a number dimension; undefined where its limits leave no value. */
export function gridOf(def: Dimension & { type: 'number' }): Grid | undefined {
  const min = parseDecimal(def.min ?? 0)
  const max = def.max === undefined ? { lo: FAR, hi: FAR, d: 1n } : parseDecimal(def.max)
  const step = parseDecimal(def.step ?? 1)
  if (!min || !max || !step) return undefined
  const d = min.d * max.d * step.d
  const size = step.lo * min.d * max.d
  const low = min.lo * max.d * step.d
  const from = def.step === undefined ? ceil(low, size) * size : low
  const top = max.lo * min.d * step.d
  if (top < from) return undefined
  return {
    d,
    from,
    step: size,
    last: (top - from) / size,
    assumed: def.step === undefined,
    endless: def.max === undefined,
  }
}

const ceil = (n: bigint, by: bigint): bigint => (n <= 0n ? n / by : (n + by - 1n) / by)

/** The i-th number of a grid, as a decimal. */
export const numberAt = (grid: Grid, i: bigint): string => decimal(grid.from + i * grid.step, grid.d)!

/** The index of the greatest number of a grid at or below a value; below zero where there is none. */
export function indexBelow(grid: Grid, value: Amount): bigint {
  const n = value.lo * grid.d - grid.from * value.d
  const size = grid.step * value.d
  return n < 0n ? -1n : n / size
}

/** Every value a variant lists: options, off and on, or the numbers of a short grid. */
export function listed(def: Dimension): Value[] {
  if (def.type === 'choice') return def.options
  if (def.type === 'toggle') return [false, true]
  const grid = def.type === 'number' ? gridOf(def) : undefined
  if (!grid || grid.last >= LISTED) return []
  return Array.from({ length: Number(grid.last) + 1 }, (_, i) => numberAt(grid, BigInt(i)))
}

/** "5", 5 and "5.0" are one value; options that are no numbers compare as text. */
export const keyOf = (value: unknown): string => canonical(value) ?? String(value)

const LINES_PER_K = 540

/** What an option ranks as by its own words: "720p" 720, "4K" 2160, "10" 10, "2x" 2; undefined where it is no size. */
export function rankOf(value: Value): number | undefined {
  const found = /^(\d+(?:\.\d+)?)\s*(p|k|x|s|mp)?$/i.exec(String(value))
  if (!found) return undefined
  return Number(found[1]) * (found[2]?.toLowerCase() === 'k' ? LINES_PER_K : 1)
}

/** Whether every value has a rank, so that "higher" means something beside dearer. */
export const isRanked = (values: readonly Value[]): boolean => values.every((value) => rankOf(value) !== undefined)
