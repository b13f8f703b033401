import { canonical, compareAmounts, parseDecimal } from './amount'
import { firstAtOrAfter } from './ascending'
import type { Entry, EntryOf } from './ledger'
import { runsOf, type LedgerRun } from './projections'
import type { Refund } from './rate-card'
import { sumOf } from './scale'

/** One line of an imported charge list or invoice. Negative amounts give back. `until`: it happened some time before that (a day). */
export type Imported = { id?: string; at: number; until?: number; amount: string; currency: string; what?: string }

export type Finding =
  | { kind: 'match'; line: Imported; run?: string; entry: string }
  | { kind: 'double'; line: Imported; of: Imported }
  | { kind: 'differs'; line: Imported; entry: string; ledger: string }
  | { kind: 'unknown'; line: Imported }
  | { kind: 'missing-refund'; run: string; at: number; amount: string }
  | { kind: 'not-on-list'; entry: string; at: number; amount: string }

export type Reconciled = { findings: Finding[]; charged: string; given: string; unexplained: string }

/** Lines of the list and of the ledger that lie this near are the same charge, in milliseconds. */
const NEAR = 10 * 60_000

/**
 * A vendor's list of charges against the ledger: what matches, what was charged twice, what came to something else, what
 * nobody knows, what the ledger has and the list has not, and failures that should have been given back and were not.
 */
export function reconcile(
  entries: readonly Entry[],
  lines: readonly Imported[],
  refunds: readonly Refund[] = [],
): Reconciled {
  const free = freeOf(entries)
  const seen = new Map<string, Imported[]>()
  const findings = [...lines].sort((a, b) => a.at - b.at).map((line) => findingOf(line, seen, free))
  const from = lines.reduce((at, line) => Math.min(at, line.at), Number.MAX_SAFE_INTEGER) - NEAR
  const to = lines.reduce((at, line) => Math.max(at, line.until ?? line.at), 0) + NEAR
  const left = [...free.all].filter((entry) => entry.at >= from && entry.at <= to)
  const missing = left.map((entry): Finding => ({
    kind: 'not-on-list',
    entry: entry.id,
    at: entry.at,
    amount: signed(entry),
  }))
  return { findings: [...findings, ...missing, ...missingRefunds(entries, refunds)], ...totals(lines, findings) }
}

type Own = EntryOf<'charge'> | EntryOf<'refund'>
/** Charges and refunds that no line has claimed yet, by the vendor's id and by what they come to, those in order of time. */
type Free = { all: Set<Own>; byId: Map<string, Own>; byAmount: Map<string, Own[]> }

function freeOf(entries: readonly Entry[]): Free {
  const own = entries.filter((entry): entry is Own => entry.kind === 'charge' || entry.kind === 'refund')
  const byAmount = new Map<string, Own[]>()
  for (const entry of own.toSorted((a, b) => a.at - b.at)) {
    const key = keyOf(signed(entry), entry.currency)
    const alike = byAmount.get(key)
    if (alike) alike.push(entry)
    else byAmount.set(key, [entry])
  }
  const byId = new Map(own.flatMap((entry) => (entry.foreign === undefined ? [] : [[entry.foreign, entry] as const])))
  return { all: new Set(own), byId, byAmount }
}

const keyOf = (amount: string, currency: string): string => `${canonical(amount) ?? amount} ${currency}`

function findingOf(line: Imported, seen: Map<string, Imported[]>, free: Free): Finding {
  const twins = line.id === undefined ? `${line.what} ${keyOf(line.amount, line.currency)}` : `id ${line.id}`
  const before = seen.get(twins) ?? []
  if (before.length > 0) before.push(line)
  else seen.set(twins, [line])
  const named = line.id === undefined ? undefined : free.byId.get(line.id)
  const entry = named && free.all.has(named) ? named : nearest(line, free)
  if (entry) {
    free.all.delete(entry)
    const agrees = equal(signed(entry), line.amount)
    if (!agrees) return { kind: 'differs', line, entry: entry.id, ledger: signed(entry) }
    return { kind: 'match', line, entry: entry.id, ...(entry.run !== undefined && { run: entry.run }) }
  }
  const of = twinOf(before, line)
  return of ? { kind: 'double', line, of } : { kind: 'unknown', line }
}

function nearest(line: Imported, { all, byAmount }: Free): Own | undefined {
  const alike = byAmount.get(keyOf(line.amount, line.currency)) ?? []
  let best: Own | undefined
  const first = firstAtOrAfter(alike.length, (i) => alike[i]!.at, line.at - NEAR)
  for (let i = first; i < alike.length && gap(alike[i]!, line) <= NEAR; i++)
    if (all.has(alike[i]!) && (!best || gap(alike[i]!, line) < gap(best, line))) best = alike[i]
  return best
}

/** How long before or after the time of a line something happened. */
const gap = ({ at }: Own, { at: from, until = from }: Imported): number => Math.max(0, from - at, at - until)

/** The nearest line before that says the same; one without an id is a twin for minutes only. */
function twinOf(before: readonly Imported[], line: Imported): Imported | undefined {
  for (let i = before.length - 1; i >= 0; i--) {
    const other = before[i]!
    if (other !== line && isTwin(other, line)) return other
    if (line.id === undefined && other.until === undefined && line.at - other.at > NEAR) return undefined
  }
  return undefined
}

/** The same id again, or the same thing at the same amount within minutes. A day alone says too little of two lines. */
function isTwin(a: Imported, b: Imported): boolean {
  if (a.id !== undefined && b.id !== undefined) return a.id === b.id
  if (a.until !== undefined || b.until !== undefined || a.amount.startsWith('-')) return false
  return Math.abs(a.at - b.at) <= NEAR
}

const signed = (entry: EntryOf<'charge'> | EntryOf<'refund'>): string =>
  entry.kind === 'refund' ? `-${entry.amount}` : String(entry.amount)

function equal(a: string, b: string): boolean {
  const [x, y] = [parseDecimal(a), parseDecimal(b)]
  return x !== undefined && y !== undefined && compareAmounts(x, y) === 0
}

/** Failed runs whose charge the vendor's own rules give back, and that never were. */
function missingRefunds(entries: readonly Entry[], refunds: readonly Refund[]): Finding[] {
  const free = refunds.some((rule) => rule.outcome === 'error' && rule.charged === 'nothing')
  if (!free) return []
  return runsOf(entries)
    .filter(isUnpaidFailure)
    .map((run) => ({ kind: 'missing-refund', run: run.run, at: run.charges[0]!.at, amount: run.net! }))
}

const isUnpaidFailure = ({ status, net }: LedgerRun): boolean => status === 'failed' && net !== undefined && net !== '0'

function totals(lines: readonly Imported[], findings: Finding[]): Omit<Reconciled, 'findings'> {
  const of = (test: (amount: string) => boolean) => lines.map((line) => line.amount).filter(test)
  const odd = findings.flatMap((f) => (f.kind === 'unknown' || f.kind === 'double' ? [f.line.amount] : []))
  return {
    charged: sumOf(of((a) => !a.startsWith('-'))),
    given: sumOf(of((a) => a.startsWith('-')).map((a) => a.slice(1))),
    unexplained: sumOf(odd),
  }
}
