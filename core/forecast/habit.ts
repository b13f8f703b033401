import { weekdayOf, type Days } from './days'

/**
 * How somebody spends: `mean` by weekday (0 Sunday), `lump` the size of the lumps it comes in (variance over mean), and
 * `lumps` how many of them were seen, which is how well the mean is known.
 */
export type Habit = { mean: number[]; overall: number; lump: number; lumps: number; weekly: boolean; days: number }

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
  const overall = spent.reduce((sum, n) => sum + n, 0) / spent.length
  const weekly = spent.length >= WEEKLY_FROM
  const mean = weekly ? weekdayMeans(first, spent, overall) : new Array<number>(7).fill(overall)
  const off = spent.reduce((sum, n, i) => sum + (n - mean[weekdayOf(first + i)]!) ** 2, 0)
  const expected = spent.reduce((sum, _, i) => sum + mean[weekdayOf(first + i)]!, 0)
  const lump = (off / expected) * (spent.length / (spent.length - 1))
  return { mean, overall, lump, lumps: expected / lump, weekly: mean.some((m) => m !== overall), days: spent.length }
}

/** Each weekday's own mean, drawn towards the overall one by how much of the differences chance alone would make. */
function weekdayMeans(first: number, spent: readonly number[], overall: number): number[] {
  const groups = Array.from({ length: 7 }, (_, w) => spent.filter((_n, i) => weekdayOf(first + i) === w))
  const own = groups.map((group) => average(group))
  const within =
    groups.reduce((sum, group, w) => sum + group.reduce((s, n) => s + (n - own[w]!) ** 2, 0), 0) / (spent.length - 7)
  const between = own.reduce((sum, m, w) => sum + groups[w]!.length * (m - overall) ** 2, 0) / 6
  const share = between <= within ? 0 : 1 - within / between
  const drawn = own.map((m) => overall + share * (m - overall))
  const scale = overall / (drawn.reduce((sum, m, w) => sum + m * groups[w]!.length, 0) / spent.length)
  return drawn.map((m) => m * scale)
}

const average = (list: readonly number[]): number => list.reduce((sum, n) => sum + n, 0) / list.length
