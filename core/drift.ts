import { compareAmounts, decimal, parseDecimal, ZERO, type Amount } from './amount'
import { estimate } from './estimate'
import type { Entry } from './ledger'
import { runsOf, type LedgerRun } from './projections'
import type { RateCard, Request } from './rate-card'

/** How well a feature was foretold. `medianError` is the middle of (charged - said) / said, as a fraction; over runs said exactly. */
export type Grade = { feature: string; n: number; asSaid: number; medianError?: number; from?: number; to?: number }

export type Evidence = { run: string; at: number; request: Request; said: string; charged: string }
/**
 * The last charges of a feature disagree with what was said, all in the same way. `ratio` is charged over said where it is the
 * same each time; `amount` is then the amount of the card's only line and what it would have to be.
 */
export type Drift = {
  feature: string
  way: 'more' | 'less'
  since: number
  ratio?: string
  amount?: { from: string; to: string }
  /** Some of it is what the seller's own page said, not what it charged. */
  quoted?: true
  evidence: Evidence[]
}

/** Disagreements in a row that raise the alarm. */
export const DRIFT_AFTER = 3

type Judged = { run: LedgerRun; said: Amount; charged: Amount }
type Told = (run: LedgerRun) => string | undefined

const taken: Told = (run) => (run.status === 'charged' ? run.net : undefined)
/** A charge says more than a page does. */
const takenOrShown: Told = (run) => taken(run) ?? (run.status === 'in-flight' ? quotedOf(run) : undefined)
const quotedOf = ({ press }: LedgerRun) => (press?.quoted === undefined ? undefined : String(press.quoted))

/** Runs with an exact estimate and a settled charge by feature, oldest first; features in the order of their names. */
function judgedBy(runs: readonly LedgerRun[], told: Told = taken): Map<string, Judged[]> {
  const found = new Map<string, Judged[]>()
  for (const run of runs) {
    const one = judgedOf(run, told)
    if (!one) continue
    const own = found.get(run.press!.feature)
    if (own) own.push(one)
    else found.set(run.press!.feature, [one])
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function judgedOf(run: LedgerRun, told: Told): Judged | undefined {
  const total = run.said?.total
  const net = told(run)
  if (!run.press || !total || net === undefined) return undefined
  const [said, high, charged] = [parseDecimal(total.low), parseDecimal(total.high), parseDecimal(net)]
  return said && high && charged && compareAmounts(said, high) === 0 ? { run, said, charged } : undefined
}

/** One grade a feature, in the order of their names. Features without a judged run are left out. */
export const grades = (entries: readonly Entry[]): Grade[] => gradesOf(runsOf(entries))

/** The same from runs that are joined already, oldest first. */
export function gradesOf(all: readonly LedgerRun[]): Grade[] {
  return [...judgedBy(all)].map(([feature, runs]) => {
    const asSaid = runs.filter(({ said, charged }) => compareAmounts(said, charged) === 0).length
    const errors = runs.filter(({ said }) => said.lo > 0n).map(errorOf)
    const [from, to] = [runs[0]!.run.press!.at, runs.at(-1)!.run.press!.at]
    const middle = errors.length > 0 && { medianError: median(errors) }
    return { feature, n: runs.length, asSaid, ...middle, from, to }
  })
}

const errorOf = ({ said, charged }: Judged): number => Number(charged.lo * said.d) / Number(said.lo * charged.d) - 1

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The alarm of a feature, where its last charges all went the same wrong way; undefined otherwise. */
export function driftOf(entries: readonly Entry[], card: RateCard, feature: string): Drift | undefined {
  return driftIn(judgedBy(runsOf(entries), takenOrShown).get(feature) ?? [], card, feature)
}

/** Every alarm of a card's features, in the order of their names. `entries` are of that card's provider alone. */
export const driftsOf = (entries: readonly Entry[], card: RateCard): Drift[] => driftsIn(runsOf(entries), card)

/** The same from runs that are joined already, oldest first. */
export function driftsIn(runs: readonly LedgerRun[], card: RateCard): Drift[] {
  return [...judgedBy(runs, takenOrShown)].flatMap(([feature, own]) => driftIn(own, card, feature) ?? [])
}

function driftIn(runs: Judged[], card: RateCard, feature: string): Drift | undefined {
  const agreed = runs.findLastIndex(({ said, charged }) => compareAmounts(said, charged) === 0)
  const tail = runs.slice(agreed + 1)
  if (tail.length < DRIFT_AFTER) return undefined
  const ways = new Set(tail.map(({ said, charged }) => (compareAmounts(charged, said) > 0 ? 'more' : 'less')))
  if (ways.size > 1) return undefined
  const quoted = tail.some(({ run }) => taken(run) === undefined)
  // A page may round, or show what others pay: no price is worked out from it.
  const ratio = quoted ? undefined : sameRatio(tail)
  return {
    feature,
    way: [...ways][0] as Drift['way'],
    since: tail[0]!.run.press!.at,
    ...(quoted && { quoted }),
    ...(ratio && { ratio: decimal(ratio.lo, ratio.d) }),
    ...(ratio && { amount: impliedAmount(card, feature, tail, ratio) }),
    evidence: tail.map(({ run }) => ({
      run: run.run,
      at: run.press!.at,
      request: run.press!.request as Request,
      said: String(run.said!.total!.low),
      charged: takenOrShown(run)!,
    })),
  }
}

/** Charged over said, where it is the same fraction each time. */
function sameRatio(tail: Judged[]): Amount | undefined {
  const ratios = tail.map(({ said, charged }) =>
    said.lo === 0n ? ZERO : { lo: charged.lo * said.d, hi: charged.lo * said.d, d: charged.d * said.lo },
  )
  const [first, ...rest] = ratios
  return first && first.lo > 0n && rest.every((ratio) => compareAmounts(ratio, first) === 0) ? first : undefined
}

/** Where each of these bills had one line at one amount: that amount, and what would have come to the charges. */
function impliedAmount(
  card: RateCard,
  feature: string,
  tail: Judged[],
  ratio: Amount,
): { from: string; to: string } | undefined {
  const amounts = tail.map(({ run }) => {
    const result = estimate(card, feature, run.press!.request as Request, new Date(run.press!.at))
    if (result.status !== 'exact' || result.lines.length !== 1) return undefined
    return result.lines[0]!.factors.find((factor) => factor.kind === 'amount')?.value.low
  })
  const [from] = amounts
  if (from === undefined || amounts.some((amount) => amount !== from)) return undefined
  const amount = parseDecimal(from)!
  const to = decimal(amount.lo * ratio.lo, amount.d * ratio.d)
  return to === undefined ? undefined : { from, to }
}
