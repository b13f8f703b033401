/** A chance and its weight; weights sum to 1. */
export type Weighted = { chance: number; weight: number }

/**
 * What `hits` of `n` say of a chance, each chance counted equally likely beforehand: the Beta distribution as `points`
 * weighted chances.
 */
export function believed(hits: number, n: number, points = 200): Weighted[] {
  const a = hits + 1
  const b = n - hits + 1
  const mean = a / (a + b)
  const sd = Math.sqrt((mean * (1 - mean)) / (a + b + 1))
  const low = Math.max(0, mean - 8 * sd)
  const high = Math.min(1, mean + 8 * sd)
  const chances = Array.from({ length: points }, (_, i) => low + ((i + 0.5) / points) * (high - low))
  const logs = chances.map((p) => (a - 1) * Math.log(p) + (b - 1) * Math.log(1 - p))
  const top = Math.max(...logs)
  return normalised(chances.map((chance, i) => ({ chance, weight: Math.exp(logs[i]! - top) })))
}

/** Products of two independent chances. */
export const both = (a: readonly Weighted[], b: readonly Weighted[]): Weighted[] =>
  a.flatMap((x) => b.map((y) => ({ chance: x.chance * y.chance, weight: x.weight * y.weight })))

function normalised(weighted: readonly Weighted[]): Weighted[] {
  const sum = weighted.reduce((total, { weight }) => total + weight, 0)
  return weighted.map(({ chance, weight }) => ({ chance, weight: weight / sum }))
}

/** The middle `share` of what is believed: equal parts are left out on both sides. */
export function interval(weighted: readonly Weighted[], share: number): { low: number; high: number } {
  const tail = (1 - share) / 2
  return { low: quantile(weighted, tail), high: quantile(weighted, 1 - tail) }
}

function quantile(weighted: readonly Weighted[], at: number): number {
  let sum = 0
  for (const { chance, weight } of weighted) {
    const next = sum + weight
    if (next >= at) return chance
    sum = next
  }
  return weighted.at(-1)!.chance
}

const MOST_TRIALS = 20_000

/** Trials until `wanted` hits: on average, and how many suffice with the given confidence; undefined: too many to count. */
export function trialsUntil(
  wanted: number,
  weighted: readonly Weighted[],
  confidence: number,
): { expected: number; enough: number } | undefined {
  const expected = weighted.reduce((sum, { chance, weight }) => sum + (weight * wanted) / chance, 0)
  const logs = weighted.map(({ chance, weight }) => Math.log(weight) + wanted * Math.log(chance))
  const misses = weighted.map(({ chance }) => Math.log(1 - chance))
  let reached = 0
  for (let trials = wanted; trials <= MOST_TRIALS; trials++) {
    for (const log of logs) reached += Math.exp(log)
    if (reached >= confidence - 1e-9) return { expected, enough: trials }
    const grow = Math.log(trials / (trials - wanted + 1))
    for (let i = 0; i < logs.length; i++) logs[i]! += misses[i]! + grow
  }
  return undefined
}
