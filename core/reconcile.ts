import { add, compareAmounts, parseDecimal, toRange, ZERO, type Amount } from './amount'
import type { Entry, EntryOf } from './ledger'
import { runsOf, type LedgerRun } from './projections'
import type { Refund } from './rate-card'

/** One line of an imported charge list or invoice. Negative amounts give back. */
export type Imported = { id?: string; at: number; amount: string; currency: string; what?: string }

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
  const own = entries.filter(
    (entry): entry is EntryOf<'charge'> | EntryOf<'refund'> => entry.kind === 'charge' || entry.kind === 'refund',
  )
  const free = new Map(own.map((entry) => [entry.id, entry]))
  const seen: Imported[] = []
  const findings = [...lines]
    .sort((a, b) => a.at - b.at)
    .map((line) => {
      const finding = findingOf(line, seen, free)
      seen.push(line)
      return finding
    })
  const span = { from: Math.min(...lines.map((l) => l.at)) - NEAR, to: Math.max(...lines.map((l) => l.at)) + NEAR }
  const left = [...free.values()].filter((entry) => entry.at >= span.from && entry.at <= span.to)
  const missing = left.map((entry): Finding => ({
    kind: 'not-on-list',
    entry: entry.id,
    at: entry.at,
    amount: signed(entry),
  }))
  return { findings: [...findings, ...missing, ...missingRefunds(entries, refunds)], ...totals(lines, findings) }
}

function findingOf(
  line: Imported,
  seen: Imported[],
  free: Map<string, EntryOf<'charge'> | EntryOf<'refund'>>,
): Finding {
  const same = [...free.values()].find((entry) => line.id !== undefined && entry.foreign === line.id)
  const entry = same ?? nearest(line, free)
  if (entry) {
    free.delete(entry.id)
    const agrees = equal(signed(entry), line.amount)
    if (!agrees) return { kind: 'differs', line, entry: entry.id, ledger: signed(entry) }
    return { kind: 'match', line, entry: entry.id, ...(entry.run !== undefined && { run: entry.run }) }
  }
  const of = seen.find((other) => isTwin(other, line))
  return of ? { kind: 'double', line, of } : { kind: 'unknown', line }
}

function nearest(line: Imported, free: Map<string, EntryOf<'charge'> | EntryOf<'refund'>>) {
  const near = [...free.values()].filter(
    (e) => Math.abs(e.at - line.at) <= NEAR && e.currency === line.currency && equal(signed(e), line.amount),
  )
  return near.sort((a, b) => Math.abs(a.at - line.at) - Math.abs(b.at - line.at))[0]
}

/** The same id again, or the same thing at the same amount within minutes. */
function isTwin(a: Imported, b: Imported): boolean {
  if (a.id !== undefined && b.id !== undefined) return a.id === b.id
  return a.what === b.what && a.amount === b.amount && Math.abs(a.at - b.at) <= NEAR && !a.amount.startsWith('-')
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
  const sum = (amounts: string[]) =>
    toRange(amounts.reduce<Amount>((total, text) => add(total, parseDecimal(text) ?? ZERO), ZERO))!.low
  const of = (test: (amount: string) => boolean) => lines.map((line) => line.amount).filter(test)
  const odd = findings.flatMap((f) => (f.kind === 'unknown' || f.kind === 'double' ? [f.line.amount] : []))
  return {
    charged: sum(of((a) => !a.startsWith('-'))),
    given: sum(of((a) => a.startsWith('-')).map((a) => a.slice(1))),
    unexplained: sum(odd),
  }
}
