/** A seeded source of choices, so that every redesign can be made again. */
export type Random = {
  whole(below: number): number
  of<T>(list: readonly T[]): T
  chance(part: number): boolean
  shuffled<T>(list: readonly T[]): T[]
}

export function seeded(seed: number): Random {
  let state = (seed * 2654435761) >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const whole = (below: number) => Math.floor(next() * below)
  return {
    whole,
    of: (list) => list[whole(list.length)]!,
    chance: (part) => next() < part,
    shuffled: (list) =>
      list
        .map((it) => [next(), it] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, it]) => it),
  }
}
