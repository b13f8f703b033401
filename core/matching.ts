import { add, compareAmounts, parseDecimal, toRange, ZERO, type Amount } from './amount'
import type { Entry, EntryOf } from './ledger'
import { inOrder, runsOf, type LedgerRun } from './projections'

/** One line of a vendor's own charge history. `amount` is never negative; `refundOf` names the line that is given back. */
export type HistoryLine = {
  id: string
  at: number
  amount: string
  currency: string
  feature?: string
  outcome?: 'done' | 'failed' | 'running'
  refundOf?: string
}
export type Whose = { provider: string; account: string }

/** A vendor's clock may be ahead of ours, and a charge may come long after its press. Milliseconds. */
const SKEW = 2 * 60_000
const LATE = 24 * 3_600_000

/**
 * The entries that lines of a history add to a ledger, each matched to the press it belongs to where one is open.
 * Ids come from the vendor's own, so the same lines again add nothing, whatever happened in between.
 */
export function matchHistory(entries: readonly Entry[], lines: readonly HistoryLine[], whose: Whose): Entry[] {
  const known = new Set(entries.map((entry) => entry.id))
  const own = entries.filter((entry) => isOf(entry, whose))
  const open = runsOf(own).filter((run) => run.press && !run.charges.some((charge) => charge.from !== 'balance'))
  const runOf = new Map(
    own.flatMap((entry) => (entry.kind === 'charge' && entry.foreign && entry.run ? [[entry.foreign, entry.run]] : [])),
  )
  const added: Entry[] = []
  for (const line of [...lines].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))) {
    if (line.outcome === 'running') continue
    const entry = line.refundOf === undefined ? charge(line, whose, open, runOf) : refund(line, whose, runOf)
    if (!known.has(entry.id)) added.push(entry)
  }
  return added
}

const isOf = (entry: Entry, { provider, account }: Whose): boolean =>
  entry.provider === provider && entry.account === account
const idOf = (kind: string, { provider, account }: Whose, id: string): string => `${kind}/${provider}/${account}/${id}`

function charge(line: HistoryLine, whose: Whose, open: LedgerRun[], runOf: Map<string, string>): EntryOf<'charge'> {
  const run = runOf.get(line.id) ?? claim(line, open)
  if (run !== undefined) runOf.set(line.id, run)
  const { at, amount, currency, feature, outcome } = line
  return {
    ...whose,
    kind: 'charge',
    id: idOf('charge', whose, line.id),
    at,
    amount,
    currency,
    foreign: line.id,
    from: 'history',
    ...(run !== undefined && { run }),
    ...(feature !== undefined && { feature }),
    ...(outcome && { outcome }),
  }
}

function refund(line: HistoryLine, whose: Whose, runOf: Map<string, string>): EntryOf<'refund'> {
  const run = runOf.get(line.refundOf!)
  const { at, amount, currency } = line
  return {
    ...whose,
    kind: 'refund',
    id: idOf('refund', whose, line.id),
    at,
    amount,
    currency,
    foreign: line.id,
    ...(run !== undefined && { run }),
  }
}

/** The open run that fits best: what was said lies nearest to the amount, then the press nearest before the charge. Taken once. */
function claim(line: HistoryLine, open: LedgerRun[]): string | undefined {
  const fits = open.filter(({ press }) => isNear(press!, line) && (!line.feature || press!.feature === line.feature))
  const best = fits.sort((a, b) => compareGaps(gap(a, line), gap(b, line)) || distance(a, line) - distance(b, line))[0]
  if (best) open.splice(open.indexOf(best), 1)
  return best?.run
}

const isNear = (press: EntryOf<'press'>, { at }: HistoryLine): boolean => press.at <= at + SKEW && at - press.at <= LATE
/** The nearest press before the charge; one after it (a clock that is behind) only where there is no other. */
const distance = ({ press }: LedgerRun, { at }: HistoryLine): number =>
  press!.at <= at ? at - press!.at : LATE + press!.at - at

/** How far an amount lies from what was said; undefined where nothing comparable was. */
function gap({ said }: LedgerRun, line: HistoryLine): Amount | undefined {
  const amount = parseDecimal(line.amount)
  if (!said?.total || said.currency !== line.currency || !amount) return undefined
  const under = minus(decimalOf(said.total.low), amount)
  const over = minus(amount, decimalOf(said.total.high))
  return [under, over].find(({ lo }) => lo > 0n) ?? ZERO
}

const compareGaps = (a: Amount | undefined, b: Amount | undefined): number =>
  a && b ? compareAmounts(a, b) : Number(!a) - Number(!b)

/**
 * The entries that a new reading of a balance adds: the reading, and, where it settles without doubt what runs in flight took,
 * their charges. One open run took all that is missing; several took what was said of each if that adds up; else nobody knows.
 */
export function matchBalance(
  entries: readonly Entry[],
  reading: { at: number; balance: string; currency: string },
  whose: Whose,
): Entry[] {
  const own = inOrder(entries).filter((entry) => isOf(entry, whose))
  const entry: Entry = { ...whose, kind: 'balance', id: idOf('balance', whose, String(reading.at)), ...reading }
  const last = own.findLast((e): e is EntryOf<'balance'> => e.kind === 'balance' && e.at < reading.at)
  if (!last || last.currency !== reading.currency) return [entry]
  const since = own.filter((e) => e.at > last.at && e.at <= reading.at)
  if (since.some((e) => e.kind === 'charge' || e.kind === 'refund' || e.kind === 'grant')) return [entry]
  const open = runsOf(own).filter((run) => run.press && run.press.at <= reading.at && run.charges.length === 0)
  const missing = minus(decimalOf(last.balance), decimalOf(reading.balance))
  const shares = missing.lo > 0n ? sharesOf(open, missing) : []
  return [...shares.map(({ run, amount }) => taken(run, amount, reading, whose)), entry]
}

function sharesOf(open: LedgerRun[], missing: Amount): { run: LedgerRun; amount: string }[] {
  const text = toRange(missing)!.low
  if (open.length === 1) return [{ run: open[0]!, amount: text }]
  const exact = open.flatMap((run) =>
    run.said?.total && run.said.total.low === run.said.total.high ? [{ run, amount: String(run.said.total.low) }] : [],
  )
  const sum = exact.reduce((total, { amount }) => add(total, decimalOf(amount)), ZERO)
  return exact.length === open.length && compareAmounts(sum, missing) === 0 ? exact : []
}

/** Just before the reading, which already holds it. */
function taken(
  run: LedgerRun,
  amount: string,
  reading: { at: number; currency: string },
  whose: Whose,
): EntryOf<'charge'> {
  const id = idOf('taken', whose, run.run)
  return {
    ...whose,
    kind: 'charge',
    id,
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
