import { add, compareAmounts, ZERO, type Amount } from './amount'

/** More things than this are not tried: their subsets are too many, and one that fits would say nothing. */
const MOST = 12

/**
 * The only amounts among these things that add up to `sum` exactly, as the first things that have them; undefined where there are
 * none, or different ones. Things of nothing are left out.
 */
export function solePick<T>(things: readonly T[], amountOf: (thing: T) => Amount, sum: Amount): T[] | undefined {
  const paid = things.filter((thing) => amountOf(thing).lo > 0n)
  if (paid.length > MOST) return undefined
  const picks = new Map<string, T[]>()
  const walk = (from: number, picked: T[], total: Amount): void => {
    const order = compareAmounts(total, sum)
    if (order === 0) keepFirst(picks, keyOf(picked.map(amountOf)), picked)
    if (order >= 0) return
    for (let i = from; i < paid.length; i++) walk(i + 1, [...picked, paid[i]!], add(total, amountOf(paid[i]!)))
  }
  walk(0, [], ZERO)
  return picks.size === 1 ? [...picks.values()][0] : undefined
}

function keepFirst<T>(picks: Map<string, T[]>, key: string, picked: T[]): void {
  if (!picks.has(key)) picks.set(key, picked)
}

const keyOf = (amounts: Amount[]): string =>
  [...amounts]
    .sort(compareAmounts)
    .map(({ lo, d }) => `${lo}/${d}`)
    .join('+')
