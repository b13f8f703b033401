import { compareAmounts, parseDecimal, type Amount } from '../amount'
import type { Bounds, Match } from '../pricing'
import { error, warning, type Finding, type Lint, type Path } from './lint'
import { chargesOf, featuresOf, ratesOf } from './walk'

type Band = { low?: Amount; lowOpen: boolean; high?: Amount; highOpen: boolean; path: Path }

/**
 * Bands on one number leave no gap between them ("below 30", then "min 31"), and none crosses into another. One that holds another whole
 * is meant: the first is taken.
 */
export const bands: Lint = (card) =>
  featuresOf(card).flatMap(({ feature, path }) =>
    chargesOf(feature, path).flatMap(({ value, path }) => {
      const groups = new Map<string, { name: string; bands: Band[] }>()
      for (const rate of ratesOf(value, path)) {
        const band = bandOf(rate.value.match)
        if (!band) continue
        const key = `${rate.value.from} ${band.rest} ${band.name}`
        const group = groups.get(key) ?? { name: band.name, bands: [] }
        groups.set(key, { ...group, bands: [...group.bands, { ...band.band, path: [...rate.path, 'match'] }] })
      }
      const closed = ratesOf(value, path).some(({ value }) => !value.match)
      return closed ? [] : [...groups.values()].flatMap(({ name, bands }) => gaps(name, bands))
    }),
  )

function bandOf(match: Match | undefined): { name: string; rest: string; band: Omit<Band, 'path'> } | undefined {
  if (!match || Array.isArray(match)) return undefined
  const entries = Object.entries(match)
  const bounded = entries.filter(([, test]) => isBounds(test))
  if (bounded.length !== 1) return undefined
  const [name, test] = bounded[0] as [string, Bounds]
  const rest = JSON.stringify(entries.filter(([key]) => key !== name))
  const low = parseDecimal(test.min ?? test.above)
  const high = parseDecimal(test.max ?? test.below)
  return { name, rest, band: { low, high, lowOpen: test.above !== undefined, highOpen: test.below !== undefined } }
}

const isBounds = (test: unknown): boolean =>
  test !== null && typeof test === 'object' && !Array.isArray(test) && !('not' in test)

function gaps(name: string, bands: Band[]): Finding[] {
  const sorted = [...bands].sort((a, b) => (!a.low ? -1 : !b.low ? 1 : compareAmounts(a.low, b.low)))
  const found: Finding[] = []
  let reach = sorted[0]
  for (const band of sorted.slice(1)) {
    if (reach && leavesGap(reach, band))
      found.push(error(band.path, `the bands of ${name} leave a gap before this one`))
    if (reach && crosses(reach, band))
      found.push(warning(band.path, `the bands of ${name} overlap here: the rate that stands first is taken`))
    if (!reach || further(band, reach)) reach = band
  }
  return found
}

function leavesGap({ high, highOpen }: Band, { low, lowOpen }: Band): boolean {
  if (!high || !low) return false
  const order = compareAmounts(high, low)
  return order < 0 || (order === 0 && highOpen && lowOpen)
}

/** Begins inside the other and ends outside of it. */
function crosses(before: Band, { low, lowOpen, high, highOpen }: Band): boolean {
  if (!before.high || !low || !further({ high, highOpen, lowOpen }, before)) return false
  const begins = before.low === undefined || compareAmounts(before.low, low) < 0
  const order = compareAmounts(low, before.high)
  return begins && (order < 0 || (order === 0 && !lowOpen && !before.highOpen))
}

function further(a: Omit<Band, 'path'>, b: Omit<Band, 'path'>): boolean {
  if (!b.high) return false
  if (!a.high) return true
  const order = compareAmounts(a.high, b.high)
  return order > 0 || (order === 0 && b.highOpen)
}
