import { compareAmounts, parseDecimal, type Amount } from '../amount'
import type { Bounds, Match } from '../pricing'
import { error, type Finding, type Lint, type Path } from './lint'
import { chargesOf, featuresOf, ratesOf } from './walk'

type Band = { low?: Amount; lowOpen: boolean; high?: Amount; highOpen: boolean; path: Path }

/** Bands on one number leave no gap between them ("below 30", then "min 31"). */
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
    if (!reach || further(band, reach)) reach = band
  }
  return found
}

function leavesGap({ high, highOpen }: Band, { low, lowOpen }: Band): boolean {
  if (!high || !low) return false
  const order = compareAmounts(high, low)
  return order < 0 || (order === 0 && highOpen && lowOpen)
}

function further(a: Band, b: Band): boolean {
  if (!b.high) return false
  if (!a.high) return true
  const order = compareAmounts(a.high, b.high)
  return order > 0 || (order === 0 && b.highOpen)
}
