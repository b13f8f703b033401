import { compareAmounts, parseDecimal, ZERO, type Amount } from './amount'
import type { Entry, EntryOf } from './ledger'
import { negated, sumOf } from './scale'

// Balances and statistics are projections of the ledger: computed, never stored as truth.

/** One run, joined from its entries. `net`: what was taken less what came back. */
export type LedgerRun = {
  run: string
  press?: EntryOf<'press'>
  said?: EntryOf<'estimate'>
  charges: EntryOf<'charge'>[]
  refunds: EntryOf<'refund'>[]
  kept?: boolean
  tags?: string[]
  net?: string
  /** `in-flight`: pressed, nothing taken or given back yet. */
  status: 'in-flight' | 'charged' | 'refunded' | 'failed'
}

/** Entries of one ledger in the order they happened; entries with the same id count once. */
export function inOrder(entries: readonly Entry[]): Entry[] {
  const unique = new Map(entries.map((entry) => [entry.id, entry]))
  return [...unique.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

/** The run an entry belongs to, where it is of one and that is known. */
export const runIn = (entry: Entry): string | undefined => ('run' in entry ? entry.run : undefined)
/** The same entry, of a run; of one that is not known where `run` is undefined. */
export const withRun = (entry: Entry, run: string | undefined): Entry => ({ ...entry, run }) as Entry
/** Whether an entry knows the run of one that is kept under the same id without: all that is ever added to an entry. */
export const findsRun = (entry: Entry, kept: Entry): boolean =>
  entry.kind === kept.kind && runIn(kept) === undefined && runIn(entry) !== undefined

/** Runs in the order of their first entry. Charges without a run (lines of a history not matched yet) are left out. */
export function runsOf(entries: readonly Entry[]): LedgerRun[] {
  const runs = new Map<string, Entry[]>()
  for (const entry of inOrder(entries)) {
    const id = runIn(entry)
    if (id === undefined) continue
    const own = runs.get(id)
    if (own) own.push(entry)
    else runs.set(id, [entry])
  }
  return [...runs].map(([run, own]) => joined(run, own))
}

/** One run from its own entries, in the order they happened. */
export function joined(run: string, own: readonly Entry[]): LedgerRun {
  const of = <K extends Entry['kind']>(kind: K) => own.filter((e): e is EntryOf<K> => e.kind === kind)
  const charges = surest(of('charge'))
  const refunds = of('refund')
  const kept = of('kept').at(-1)?.kept
  const press = of('press')[0]
  const tags = of('tagged').at(-1)?.tags ?? press?.tags
  const settled = charges.some((charge) => charge.outcome !== 'running') || refunds.length > 0
  return {
    run,
    press,
    said: of('estimate').at(-1),
    charges,
    refunds,
    ...(kept !== undefined && { kept }),
    ...(tags && { tags }),
    ...(charges.length > 0 && { net: netOf(charges, refunds) }),
    status: !settled
      ? 'in-flight'
      : refunds.length > 0
        ? 'refunded'
        : charges.every((c) => c.outcome === 'failed')
          ? 'failed'
          : 'charged',
  }
}

/** What was taken less what came back, never below 0. */
function netOf(charges: EntryOf<'charge'>[], refunds: EntryOf<'refund'>[]): string {
  const net = sumOf([...charges.map(({ amount }) => amount), ...refunds.map(({ amount }) => negated(amount))])
  return net.startsWith('-') ? '0' : net
}

/** Without the charges that a balance let us conclude, where the vendor itself has said since what it took. */
export function sureEntries(entries: readonly Entry[]): Entry[] {
  const stated = new Set(entries.flatMap((e) => (e.kind === 'charge' && e.from !== 'balance' && e.run ? [e.run] : [])))
  return entries.filter((e) => !(e.kind === 'charge' && e.from === 'balance' && e.run && stated.has(e.run)))
}

/** What the vendor itself says of a run takes the place of what a balance let us conclude. */
function surest(charges: EntryOf<'charge'>[]): EntryOf<'charge'>[] {
  const stated = charges.filter((charge) => charge.from !== 'balance')
  return stated.length > 0 ? stated : charges
}

/** The last balance read, moved by what happened since; undefined where none was ever read. */
export function balanceOf(entries: readonly Entry[]): { balance: string; readAt: number } | undefined {
  const ordered = inOrder(entries)
  const last = ordered.findLastIndex((entry) => entry.kind === 'balance')
  if (last < 0) return undefined
  const reading = ordered[last] as EntryOf<'balance'>
  return { balance: sumOf([reading.balance, ...ordered.slice(last + 1).flatMap(movement)]), readAt: reading.at }
}

function movement(entry: Entry): (string | number)[] {
  if (entry.kind === 'charge') return [negated(entry.amount)]
  return entry.kind === 'refund' || entry.kind === 'grant' ? [entry.amount] : []
}

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
  const nets = new Map<string, string[]>()
  for (const run of runsOf(entries)) {
    const k = key(run)
    if (k === undefined || run.net === undefined) continue
    const own = nets.get(k)
    if (own) own.push(run.net)
    else nets.set(k, [run.net])
  }
  return new Map([...nets].map(([k, own]) => [k, sumOf(own)]))
}

/** Kept versions, what they cost and what the others did. */
export function keepers(entries: readonly Entry[]): { runs: number; kept: number; spent: string; retries: string } {
  const judged = runsOf(entries).filter((run) => run.kept !== undefined)
  const spent = (runs: LedgerRun[]) => sumOf(runs.flatMap(({ net }) => net ?? []))
  return {
    runs: judged.length,
    kept: judged.filter((run) => run.kept).length,
    spent: spent(judged),
    retries: spent(judged.filter((run) => !run.kept)),
  }
}

const decimalOf = (text: string | number): Amount => parseDecimal(text) ?? ZERO
