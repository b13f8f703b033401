import { add, compareAmounts, parseDecimal, toRange, ZERO, type Amount } from './amount'
import type { Entry, EntryOf, Whose } from './ledger'
import { findsRun, inOrder, runsOf, type LedgerRun } from './projections'
import { solePick } from './sole-pick'

/**
 * One line of a vendor's own charge history. `amount` is never negative; `refundOf` names the line that is given back, `job` the
 * vendor's own run, so that a run charged twice is seen as one.
 */
export type HistoryLine = {
  id: string
  at: number
  amount: string
  currency: string
  feature?: string
  outcome?: 'done' | 'failed' | 'running'
  refundOf?: string
  job?: string
}
export type { Whose }

/** A vendor's clock may be ahead of ours, and a charge may come long after its press. Milliseconds. */
export const SKEW = 2 * 60_000
export const LATE = 24 * 3_600_000

/**
 * The entries that lines of a history add to a ledger, each matched to the press it belongs to where one is open. Ids come from the
 * vendor's own, so the same lines again add nothing, whatever happened in between; but one that is kept without a run is there
 * again, with it, where its press has come since. `told`: when they were heard.
 */
export function matchHistory(
  entries: readonly Entry[],
  lines: readonly HistoryLine[],
  whose: Whose,
  told?: number,
): Entry[] {
  const known = new Map(entries.map((entry) => [entry.id, entry]))
  const own = entries.filter((entry) => isOf(entry, whose))
  const open = runsOf(own).filter(isOpen)
  const runOf = new Map(own.flatMap(namesOf))
  const over = lines.filter(({ outcome }) => outcome !== 'running')
  const charges = over
    .filter(({ refundOf }) => refundOf === undefined)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map((line) => charge(line, { whose, open, runOf, known, told }))
  const refunds = over.filter(isRefund).map((line) => refund(line, whose, runOf))
  const found = new Map([...lateRefunds(own, runOf), ...charges, ...refunds].map((entry) => [entry.id, entry]))
  return [...found.values()].filter((entry) => {
    const kept = known.get(entry.id)
    return !kept || findsRun(entry, kept)
  })
}

const isRefund = (line: HistoryLine): line is HistoryLine & { refundOf: string } => line.refundOf !== undefined
/** Whether a press waits for its vendor to say what was taken. */
export const isOpen = ({ press, charges }: LedgerRun): boolean =>
  press !== undefined && !charges.some((charge) => charge.from !== 'balance')

/** Whether an entry belongs to a ledger. */
export const isOf = (entry: Entry, { provider, account, site }: Whose): boolean =>
  entry.provider === provider && entry.account === account && entry.site === site
const idOf = (kind: string, { provider, account, site }: Whose, id: string): string =>
  [kind, ...(site === undefined ? [] : [site]), provider, account, id].join('/')

/** What the vendor calls a run that is matched: by its line, and by its own name of the run. */
function namesOf(entry: Entry): [string, string][] {
  if (entry.kind !== 'charge' || entry.run === undefined) return []
  const { run, foreign, job } = entry
  return [foreign, job && jobKey(job)].flatMap((name) => (name === undefined ? [] : [[name, run]]))
}

const jobKey = (job: string): string => `job:${job}`

type Matching = {
  whose: Whose
  open: LedgerRun[]
  runOf: Map<string, string>
  known: Map<string, Entry>
  told: number | undefined
}

function charge(line: HistoryLine, { whose, open, runOf, known, told }: Matching): EntryOf<'charge'> {
  const { at, amount, currency, feature, outcome, job } = line
  const id = idOf('charge', whose, line.id)
  const named = runOf.get(line.id) ?? (job === undefined ? undefined : runOf.get(jobKey(job)))
  const run = named ?? claim(line, open, known.get(id))
  if (run !== undefined) {
    runOf.set(line.id, run)
    if (job !== undefined) runOf.set(jobKey(job), run)
  }
  return {
    ...whose,
    kind: 'charge',
    id,
    at,
    amount,
    currency,
    foreign: line.id,
    from: 'history',
    ...(run !== undefined && { run }),
    ...(job !== undefined && { job }),
    ...(told !== undefined && { told }),
    ...(feature !== undefined && { feature }),
    ...(outcome && { outcome }),
  }
}

function refund(
  { id, at, amount, currency, refundOf }: HistoryLine & { refundOf: string },
  whose: Whose,
  runOf: Map<string, string>,
): EntryOf<'refund'> {
  const run = runOf.get(refundOf)
  return {
    ...whose,
    kind: 'refund',
    id: idOf('refund', whose, id),
    at,
    amount,
    currency,
    foreign: id,
    refundOf,
    ...(run !== undefined && { run }),
  }
}

/** Refunds that were kept before the run of their charge was known, with it. */
export const lateRefunds = (own: readonly Entry[], runOf: ReadonlyMap<string, string>): EntryOf<'refund'>[] =>
  own.flatMap((entry) => {
    if (entry.kind !== 'refund' || entry.run !== undefined || entry.refundOf === undefined) return []
    const run = runOf.get(entry.refundOf)
    return run === undefined ? [] : [{ ...entry, run }]
  })

/** The open run that fits a line best. Taken once; never by a line that we knew of (`kept`) before it was pressed. */
function claim(line: HistoryLine, open: LedgerRun[], kept: Entry | undefined): string | undefined {
  const heard = kept?.kind === 'charge' ? (kept.told ?? kept.at) : Infinity
  const fits = open.flatMap((run) => (run.press!.at <= heard ? (fitOf(run, line) ?? []) : []))
  const best = fits.sort(compareFits)[0]?.run
  if (best) open.splice(open.indexOf(best), 1)
  return best?.run
}

type Charged = Pick<EntryOf<'charge'>, 'at' | 'amount' | 'currency' | 'feature'>
type Fit = { run: LedgerRun; gap: Amount | undefined; distance: number }

/** How well a charge fits a run that was pressed; undefined where it cannot be its own. */
export function fitOf(run: LedgerRun, line: Charged): Fit | undefined {
  const { at, feature } = run.press!
  if (at > line.at + SKEW || line.at - at > LATE || (line.feature && feature !== line.feature)) return undefined
  // The nearest press before the charge; one after it (a clock that is behind) only where there is no other.
  const distance = at <= line.at ? line.at - at : LATE + at - line.at
  return { run, gap: gap(run, line), distance }
}

/** What was said lies nearest to the amount, then the press nearest before the charge. */
export const compareFits = (a: Fit, b: Fit): number => compareGaps(a.gap, b.gap) || a.distance - b.distance

/** How far an amount lies from what was said; undefined where nothing comparable was. */
function gap({ said }: LedgerRun, line: Charged): Amount | undefined {
  const amount = parseDecimal(line.amount)
  if (!said?.total || said.currency !== line.currency || !amount) return undefined
  const under = minus(decimalOf(said.total.low), amount)
  const over = minus(amount, decimalOf(said.total.high))
  return [under, over].find(({ lo }) => lo > 0n) ?? ZERO
}

const compareGaps = (a: Amount | undefined, b: Amount | undefined): number =>
  a && b ? compareAmounts(a, b) : Number(!a) - Number(!b)

/** `shared`: others spend from it too, so only what was said can be recognised. */
export type BalanceReading = { at: number; balance: string; currency: string; shared?: boolean }

/**
 * The entries that a new reading of a balance adds: the reading, and, where it settles without doubt what runs in flight took or
 * got back, their charges and refunds. One open run took all that is missing; of several, those whose exact totals alone add up
 * to it; a rise by just what one run took within the last hour gave that back; else nobody knows.
 */
export function matchBalance(entries: readonly Entry[], reading: BalanceReading, whose: Whose): Entry[] {
  const own = inOrder(entries).filter((entry) => isOf(entry, whose))
  const { at, balance, currency } = reading
  const entry: Entry = { ...whose, kind: 'balance', id: idOf('balance', whose, String(at)), at, balance, currency }
  const last = own.findLast((e): e is EntryOf<'balance'> => e.kind === 'balance' && e.at < at)
  if (!last || last.currency !== currency) return [entry]
  const since = own.filter((e) => e.at > last.at && e.at <= at)
  if (since.some((e) => e.kind === 'charge' || e.kind === 'refund' || e.kind === 'grant')) return [entry]
  const runs = runsOf(own).filter((run) => run.press && run.press.at <= at)
  const missing = minus(decimalOf(last.balance), decimalOf(balance))
  if (missing.lo === 0n) return [entry]
  if (missing.lo < 0n) return [...givenBack(runs, minus(ZERO, missing), reading, whose), entry]
  const open = runs.filter((run) => run.charges.length === 0 && at - run.press!.at <= LATE)
  const shares = sharesOf(open, missing, reading.shared ?? false)
  return [...shares.map(({ run, amount }) => taken(run, amount, reading, whose)), entry]
}

type Share = { run: LedgerRun; amount: string }

function sharesOf(open: LedgerRun[], missing: Amount, shared: boolean): Share[] {
  if (open.length === 1 && !shared) return [{ run: open[0]!, amount: toRange(missing)!.low }]
  const exact = open.flatMap((run): Share[] =>
    run.said?.total && run.said.total.low === run.said.total.high ? [{ run, amount: String(run.said.total.low) }] : [],
  )
  return solePick(exact, ({ amount }) => decimalOf(amount), missing) ?? []
}

const HOUR = 3_600_000

/** The one run that took just this from the balance within the last hour; none where several did. */
function givenBack(runs: LedgerRun[], risen: Amount, reading: BalanceReading, whose: Whose): EntryOf<'refund'>[] {
  const back = runs.filter(
    ({ status, charges, net }) =>
      status === 'charged' &&
      charges.every(({ from, at }) => from === 'balance' && reading.at - at <= HOUR) &&
      compareAmounts(decimalOf(net!), risen) === 0,
  )
  if (back.length !== 1) return []
  const { run, net } = back[0]!
  const at = reading.at - 1
  const { currency } = reading
  return [{ ...whose, kind: 'refund', id: idOf('back', whose, run), at, run, amount: net!, currency }]
}

/** Just before the reading, which already holds it. */
function taken(run: LedgerRun, amount: string, reading: BalanceReading, whose: Whose): EntryOf<'charge'> {
  return {
    ...whose,
    kind: 'charge',
    id: idOf('taken', whose, run.run),
    at: reading.at - 1,
    run: run.run,
    amount,
    currency: reading.currency,
    from: 'balance',
    feature: run.press!.feature,
    outcome: 'done',
  }
}

const decimalOf = (text: string | number): Amount => parseDecimal(text) ?? ZERO
const minus = (a: Amount, b: Amount): Amount => add(a, { lo: -b.lo, hi: -b.hi, d: b.d })
