import { add, compareAmounts, parseDecimal, toRange, ZERO, type Amount } from './amount'
import type { Entry, EntryOf } from './ledger'
import { remainder } from './grants'

// Balances and statistics are projections of the ledger: computed, never stored as truth.

/** One run, joined from its entries. `net`: what was taken less what came back. */
export type LedgerRun = {
  run: string
  press?: EntryOf<'press'>
  said?: EntryOf<'estimate'>
  charges: EntryOf<'charge'>[]
  refunds: EntryOf<'refund'>[]
  kept?: boolean
  net?: string
  /** `in-flight`: pressed, nothing taken or given back yet. */
  status: 'in-flight' | 'charged' | 'refunded' | 'failed'
}

/** Entries of one ledger in the order they happened; entries with the same id count once. */
export function inOrder(entries: readonly Entry[]): Entry[] {
  const unique = new Map(entries.map((entry) => [entry.id, entry]))
  return [...unique.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

/** Runs in the order of their first entry. Charges without a run (lines of a history not matched yet) are left out. */
export function runsOf(entries: readonly Entry[]): LedgerRun[] {
  const runs = new Map<string, Entry[]>()
  for (const entry of inOrder(entries)) {
    const id = 'run' in entry ? entry.run : undefined
    if (id !== undefined) runs.set(id, [...(runs.get(id) ?? []), entry])
  }
  return [...runs].map(([run, own]) => joined(run, own))
}

function joined(run: string, own: Entry[]): LedgerRun {
  const of = <K extends Entry['kind']>(kind: K) => own.filter((e): e is EntryOf<K> => e.kind === kind)
  const charges = surest(of('charge'))
  const refunds = of('refund')
  const kept = of('kept').at(-1)?.kept
  const taken = charges.reduce((sum, charge) => add(sum, decimalOf(charge.amount)), ZERO)
  const back = refunds.reduce((sum, refund) => add(sum, decimalOf(refund.amount)), ZERO)
  const settled = charges.some((charge) => charge.outcome !== 'running') || refunds.length > 0
  return {
    run,
    press: of('press')[0],
    said: of('estimate').at(-1),
    charges,
    refunds,
    ...(kept !== undefined && { kept }),
    ...(charges.length > 0 && { net: textOf(remainder(taken, back)) }),
    status: !settled
      ? 'in-flight'
      : refunds.length > 0
        ? 'refunded'
        : charges.every((c) => c.outcome === 'failed')
          ? 'failed'
          : 'charged',
  }
}

/** What the vendor itself says of a run takes the place of what a balance let us conclude. */
function surest(charges: EntryOf<'charge'>[]): EntryOf<'charge'>[] {
  const stated = charges.filter((charge) => charge.from !== 'balance')
  return stated.length > 0 ? stated : charges
}

/** Held by runs in flight: the dearest that was said of each. */
export function heldBy(entries: readonly Entry[]): string {
  const open = runsOf(entries).filter((run) => run.status === 'in-flight' && run.charges.length === 0)
  return textOf(open.reduce((sum, run) => add(sum, decimalOf(run.said?.total?.high ?? '0')), ZERO))
}

/** The last balance read, moved by what happened since; undefined where none was ever read. */
export function balanceOf(entries: readonly Entry[]): { balance: string; readAt: number } | undefined {
  const ordered = inOrder(entries)
  const last = ordered.findLastIndex((entry) => entry.kind === 'balance')
  if (last < 0) return undefined
  const reading = ordered[last] as EntryOf<'balance'>
  const moved = ordered.slice(last + 1).reduce((sum, entry) => add(sum, movement(entry)), decimalOf(reading.balance))
  return { balance: textOf(moved), readAt: reading.at }
}

function movement(entry: Entry): Amount {
  if (entry.kind === 'charge') return negative(decimalOf(entry.amount))
  return entry.kind === 'refund' || entry.kind === 'grant' ? decimalOf(entry.amount) : ZERO
}

const negative = (a: Amount): Amount => ({ lo: -a.hi, hi: -a.lo, d: a.d })

/** "Charged what we said 47 of 49 times": runs that had an exact total or a range and were charged and not given back. */
export function grade(entries: readonly Entry[]): { said: number; asSaid: number } {
  const graded = runsOf(entries).filter((run) => run.said?.total && run.status === 'charged')
  return { said: graded.length, asSaid: graded.filter(wasAsSaid).length }
}

function wasAsSaid({ said, net }: LedgerRun): boolean {
  const total = decimalOf(net ?? '0')
  const { low, high } = said!.total!
  return compareAmounts(decimalOf(low), total) <= 0 && compareAmounts(total, decimalOf(high)) <= 0
}

/** Net spend by a key of the run (feature, day, tag); runs without the key are left out. */
export function spendBy(entries: readonly Entry[], key: (run: LedgerRun) => string | undefined): Map<string, string> {
  const sums = new Map<string, Amount>()
  for (const run of runsOf(entries)) {
    const k = key(run)
    if (k !== undefined && run.net !== undefined) sums.set(k, add(sums.get(k) ?? ZERO, decimalOf(run.net)))
  }
  return new Map([...sums].map(([k, sum]) => [k, textOf(sum)]))
}

/** Kept versions, what they cost and what the others did. */
export function keepers(entries: readonly Entry[]): { runs: number; kept: number; spent: string; retries: string } {
  const judged = runsOf(entries).filter((run) => run.kept !== undefined)
  const spent = (runs: LedgerRun[]) => runs.reduce((sum, run) => add(sum, decimalOf(run.net ?? '0')), ZERO)
  return {
    runs: judged.length,
    kept: judged.filter((run) => run.kept).length,
    spent: textOf(spent(judged)),
    retries: textOf(spent(judged.filter((run) => !run.kept))),
  }
}

const decimalOf = (text: string | number): Amount => parseDecimal(text) ?? ZERO
const textOf = (amount: Amount): string => toRange(amount)!.low
