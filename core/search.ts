import type { Amount } from './amount'
import { compileFeature } from './compile'
import { dayOf } from './day'
import type { Known } from './known'
import { numberAt, type Grid } from './ladder'
import type { RateCard, Request } from './rate-card'
import { explore } from './undecided/tries'

/** Past this many estimates a search gives up rather than take longer. */
const MOST_STEPS = 600

/** One long grid of numbers within a request. */
export type Stretch = { card: RateCard; feature: string; request: Request; dimension: string; grid: Grid; on: Date }

/**
 * The highest index of a grid whose number `fits`. Whole stretches are ruled out where not even the lowest total they can have
 * is allowed, which is right however the price bends. `last`: where to begin from above; `guess`: where the answer may well be, which is looked at first.
 * -1n: none fits; undefined: not found within bounds.
 */
export function highestFit(
  stretch: Stretch,
  allows: (total: Amount) => boolean,
  fits: (value: string) => boolean,
  { last = stretch.grid.last, guess }: { last?: bigint; guess?: bigint } = {},
): bigint | undefined {
  const open = guess === undefined ? [[0n, last] as Part] : around(guess, last)
  for (let steps = 0; open.length > 0; steps++) {
    if (steps > MOST_STEPS) return undefined
    const [low, high] = open.pop()!
    if (low === high) {
      if (fits(numberAt(stretch.grid, low))) return low
      continue
    }
    if (!mayFit(stretch, low, high, allows)) continue
    const middle = (low + high) / 2n
    open.push([low, middle], [middle + 1n, high])
  }
  return -1n
}

type Part = [low: bigint, high: bigint]

/** The whole in three parts, of which the middle one is small; the highest is looked at first. */
function around(guess: bigint, last: bigint): Part[] {
  const low = guess > 1n ? guess - 1n : 0n
  const high = guess + 1n < last ? guess + 1n : last
  const parts: Part[] = [
    [0n, low - 1n],
    [low, high],
    [high + 1n, last],
  ]
  return parts.filter(([from, to]) => from <= to)
}

function mayFit(
  { card, feature, request, dimension, grid, on }: Stretch,
  low: bigint,
  high: bigint,
  allows: (total: Amount) => boolean,
) {
  const compiled = compileFeature(card, feature)
  const names = compiled.names.slice(0, compiled.dimensions.length)
  const given = names.map((name) => (name === dimension ? undefined : request[name]))
  const from: (Known | undefined)[] = []
  from[names.indexOf(dimension)] = spanOf(grid, low, high)
  const explored = explore(compiled, given, dayOf(on, card.timeZone), undefined, from, true)
  // Below zero at one end of the stretch says nothing of the other.
  if (explored.is === 'refused') return ['too-many', 'negative'].includes(explored.reason.code)
  return explored.bills.some(({ total }) => allows({ lo: total.lo, hi: total.lo, d: total.d }))
}

function spanOf(grid: Grid, low: bigint, high: bigint): Known {
  const end = (i: bigint) => grid.from + i * grid.step
  const step = { lo: grid.step, hi: grid.step, d: grid.d }
  const from = { lo: grid.from, hi: grid.from, d: grid.d }
  return {
    is: 'span',
    lo: end(low),
    hi: end(high),
    d: grid.d,
    loOpen: false,
    hiOpen: false,
    there: true,
    auto: false,
    grid: { from, step },
  }
}
