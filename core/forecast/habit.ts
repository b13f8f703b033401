import { gamma } from '../random'
import { weekdayOf, type Days } from './days'

/**
 * How somebody spends: `mean` by weekday (0 Sunday), and `lump` the size of the lumps it comes in (variance over mean), learned from
 * `days` days of which `freedom` were free to differ from what was fitted to them.
 */
export type Habit = { mean: number[]; overall: number; lump: number; freedom: number; weekly: boolean; days: number }

export type Thin = 'few-days' | 'few-charges' | 'idle'

const FEWEST_DAYS = 10
const FEWEST_ACTIVE = 4
const FEWEST_CHARGES = 8
const WEEKLY_FROM = 21
const IDLE_AFTER = 14

/** Why a history is too thin to say anything. */
export function thinness({ spent, basis }: Days): Thin | undefined {
  if (spent.length < FEWEST_DAYS) return 'few-days'
  if (basis.n < FEWEST_CHARGES || spent.filter((n) => n > 0).length < FEWEST_ACTIVE) return 'few-charges'
  return spent.slice(-IDLE_AFTER).every((n) => n === 0) ? 'idle' : undefined
}

/** Learns the habit: weekdays differ as far as they differ by more than chance. */
export function habitOf({ first, spent }: Days): Habit {
  const overall = average(spent)
  const { mean, fitted } = spent.length >= WEEKLY_FROM ? weekdayMeans(first, spent, overall) : even(overall)
  const off = spent.reduce((sum, n, i) => sum + (n - mean[weekdayOf(first + i)]!) ** 2, 0)
  const expected = overall * spent.length
  // What was fitted to the days makes them look smoother than they are.
  const freedom = spent.length - fitted
  // The same every day is a habit too; a hundredth of a day keeps it a number.
  const lump = Math.max(overall / 100, (off / expected) * (spent.length / freedom))
  return { mean, overall, lump, freedom, weekly: fitted > 1, days: spent.length }
}

/** A habit as it may really be: `rate` times the one that was learned, in lumps of `lump`. */
export type LikelyHabit = { rate: number; lump: number }

/**
 * One habit of those that the history allows. Lumps are as uncertain as a variance that was learned from so many days; the fewer lumps
 * a day has, the less its square says (lumps of exponential size: 1.5 by a day's count of them). The rate is as uncertain as the
 * count of lumps seen makes it: a gamma number of half a lump more than were seen (Jeffreys' prior).
 */
export function likelyHabit({ overall, days, lump, freedom }: Habit, random: () => number): LikelyHabit {
  const half = freedom / (1 + (1.5 * lump) / overall) / 2
  // Chance may say 0, and no lump is endless.
  const likely = (lump * half) / Math.max(1e-30, gamma(half, random))
  const seen = (overall * days) / likely
  return { rate: gamma(seen + 0.5, random) / seen, lump: likely }
}

const even = (overall: number) => ({ mean: new Array<number>(7).fill(overall), fitted: 1 })

/** Each weekday's own mean, drawn towards the overall one by how much of the differences chance alone would make. */
function weekdayMeans(first: number, spent: readonly number[], overall: number): { mean: number[]; fitted: number } {
  const groups = Array.from({ length: 7 }, (_, w) => spent.filter((_n, i) => weekdayOf(first + i) === w))
  const own = groups.map(average)
  const squares = groups.map((group, w) => group.reduce((sum, n) => sum + (n - own[w]!) ** 2, 0))
  const within = squares.reduce((sum, n) => sum + n, 0) / (spent.length - 7)
  const between = own.reduce((sum, m, w) => sum + groups[w]!.length * (m - overall) ** 2, 0) / 6
  if (between <= within) return even(overall)
  const share = 1 - within / between
  const drawn = own.map((m) => overall + share * (m - overall))
  const scale = overall / (drawn.reduce((sum, m, w) => sum + m * groups[w]!.length, 0) / spent.length)
  return { mean: drawn.map((m) => m * scale), fitted: 1 + 6 * share }
}

const average = (list: readonly number[]): number => list.reduce((sum, n) => sum + n, 0) / list.length
