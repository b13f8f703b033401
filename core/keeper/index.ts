import type { Basis } from '../basis'
import type { Range } from '../result'
import { timesRange } from '../signed'
import { believed, both, interval, trialsUntil, type Weighted } from './chances'
import type { KeepRecord } from './record'
import type { RetryTerms } from './terms'

/** `assumed`: the keep rate taken until there are enough judged runs; always shown as an assumption. */
export type KeeperQuestion = { total: Range; wanted: number; record: KeepRecord; terms: RetryTerms; assumed?: number }

export type KeepRate =
  | { is: 'learned'; rate: number; low: number; high: number; kept: number; basis: Basis }
  | { is: 'assumed'; rate: number; kept: number; basis: Basis }

/**
 * Until `wanted` kept versions. `runs` are paid runs, `expected` on average and `enough` in nine cases of ten; low and high
 * differ where it is not known whether failures are charged. `likely` is a statistic, rounded to three digits; `most` is exact.
 */
export type Keeper =
  | { status: 'silent'; because: 'none-kept' | 'too-rare'; basis: Basis }
  | {
      status: 'known'
      wanted: number
      rate: KeepRate
      failure?: { rate: number; basis: Basis }
      runs: { expected: { low: number; high: number }; enough: { low: number; high: number } }
      likely: Range
      most: Range
      terms: RetryTerms
    }

/** From this many judged runs on the user's own keep rate counts. */
export const ENOUGH_JUDGED = 8
/** One in three, until the user's own runs say something. */
export const ASSUMED_RATE = 1 / 3
const CONFIDENCE = 0.9
const RATE_SHARE = 0.8

/**
 * What it comes to until `wanted` versions are kept, retries included: from the user's own keep rate and its uncertainty, under the
 * vendor's terms for failures and free retries. Paid runs are counted until enough are kept (negative binomial, averaged over
 * the rates that the record allows).
 */
export function keeper({ total, wanted, record, terms, assumed = ASSUMED_RATE }: KeeperQuestion): Keeper {
  const { judged, kept } = record
  const learned = judged.n >= ENOUGH_JUDGED
  if (learned && kept === 0) return { status: 'silent', because: 'none-kept', basis: judged }
  const keeps = learned ? believed(kept, judged.n) : [{ chance: assumed, weight: 1 }]
  const sides = outcomes(keeps, record, terms).map((chances) => trialsUntil(wanted, paid(chances, terms), CONFIDENCE))
  const [low, high] = [sides[0], sides.at(-1)]
  if (!low || !high) return { status: 'silent', because: 'too-rare', basis: judged }
  const rate: KeepRate = learned
    ? { is: 'learned', rate: kept / judged.n, ...interval(keeps, RATE_SHARE), kept, basis: judged }
    : { is: 'assumed', rate: assumed, kept, basis: judged }
  return {
    status: 'known',
    wanted,
    rate,
    ...(record.ended.n > 0 && { failure: { rate: record.failed / record.ended.n, basis: record.ended } }),
    runs: {
      expected: { low: low.expected, high: high.expected },
      enough: { low: low.enough, high: high.enough },
    },
    likely: { low: rounded(Number(total.low) * low.expected), high: rounded(Number(total.high) * high.expected) },
    most: timesRange(total, low.enough, high.enough),
    terms,
  }
}

/** Chances that one run that may be charged is kept: one case, or two where it is not known whether failures are charged. */
function outcomes(keeps: Weighted[], { ended, failed, lost }: KeepRecord, { failures }: RetryTerms): Weighted[][] {
  if (failures === 'free') return [keeps]
  const charged = thinnedBy(keeps, failed, ended.n)
  if (failures === 'charged' || failed === 0) return [charged]
  // Where only some failures are charged, the user's own runs tell how many.
  const some = thinnedBy(keeps, lost, ended.n - failed + lost)
  return failures === 'mixed' ? [some] : [some, charged]
}

/** Chances of what is kept less `failed` of `n` runs that come to nothing. */
function thinnedBy(keeps: Weighted[], failed: number, n: number): Weighted[] {
  if (failed === 0) return keeps
  return both(keeps.length > 60 ? every(keeps, 4) : keeps, believed(n - failed, n, 40))
}

function every(weighted: readonly Weighted[], n: number): Weighted[] {
  const some = weighted.filter((_, i) => i % n === 0)
  const sum = some.reduce((total, { weight }) => total + weight, 0)
  return some.map(({ chance, weight }) => ({ chance, weight: weight / sum }))
}

/** The chance that a paid run, with the repeats it brings, ends in a version that is kept. */
function paid(chances: readonly Weighted[], { freeRetries }: RetryTerms): Weighted[] {
  return chances.map(({ chance, weight }) => ({
    chance: freeRetries === null ? 1 : 1 - (1 - chance) ** (1 + freeRetries),
    weight,
  }))
}

/** Three significant digits, as a decimal. */
function rounded(value: number): string {
  if (value === 0) return '0'
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(value)))
  const scale = 10 ** Math.floor(Math.log10(value) - 2)
  return decimals > 0
    ? value.toFixed(Math.min(decimals, 20)).replace(/\.?0+$/, '')
    : String(Math.round(value / scale) * scale)
}
