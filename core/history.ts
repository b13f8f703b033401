import { compareDecimals } from './amount'
import type { Entry, EntryOf } from './ledger'
import { LATE } from './matching'
import { inOrder, joined, runIn, type LedgerRun } from './projections'
import type { Request } from './rate-card'
import type { Range } from './result'
import { negated, sumOf } from './scale'

/**
 * How a line of the history ended. `unseen`: pressed more than a day ago, and nothing was ever taken for it. `unmatched`: taken,
 * and no press is known. `returned`: given back, and it is not known for what.
 */
export type RowStatus = LedgerRun['status'] | 'unseen' | 'unmatched' | 'returned'

/** One line of the history: a run, or a charge or refund that belongs to none. */
export type Row = {
  id: string
  at: number
  provider: string
  account: string
  site?: string
  feature?: string
  request?: Request
  cardVersion?: number
  /** The day whose prices were used. */
  on?: string
  /** Free before the press. */
  before?: string
  said?: Range
  currency: string
  /** Taken less what came back. */
  net?: string
  /** What came back. */
  back?: string
  /** What was taken beyond what was said: below the low end negative, beyond the high end positive, between them 0. */
  difference?: string
  status: RowStatus
  kept?: boolean
  tags: readonly string[]
  /** Whether a press is known: only such a row can be kept or tagged. */
  pressed: boolean
  charges: readonly EntryOf<'charge'>[]
  refunds: readonly EntryOf<'refund'>[]
}

/** Every run, and every charge and refund without one, newest first. */
export function rowsOf(entries: readonly Entry[], now: number): Row[] {
  const work = projectInSlices(entries, now, Infinity)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value.rows
  }
}

/** What a ledger comes to: its lines newest first, and its runs oldest first. */
export type Projected = { rows: Row[]; runs: LedgerRun[] }

/**
 * The same, in slices: after each `slice` entries at most it yields how much is done, from 0 to 1 (a run with more entries than that is
 * one slice), so that whoever drives it can do something else in between. Every entry is handled twice: put to its run, and joined.
 */
export function* projectInSlices(entries: readonly Entry[], now: number, slice: number): Generator<number, Projected> {
  const seen = new Set<string>()
  const groups = new Map<string, Entry[]>()
  const rows: Row[] = []
  let handled = 0
  let since = 0
  const isOver = (count: number) => {
    handled += count
    since += count
    if (since < slice) return false
    since = 0
    return true
  }
  const done = () => handled / (2 * entries.length)
  for (const entry of entries) {
    if (!seen.has(entry.id)) {
      seen.add(entry.id)
      const run = runIn(entry)
      const group = run === undefined ? undefined : groups.get(run)
      if (run === undefined) rows.push(...looseRow(entry))
      else if (group) group.push(entry)
      else groups.set(run, [entry])
    }
    if (isOver(1)) yield done()
  }
  const dated: { at: number; run: LedgerRun }[] = []
  for (const [name, group] of groups) {
    const own = inOrder(group)
    const run = joined(name, own)
    dated.push({ at: own[0]!.at, run })
    rows.push(...rowOf(run, now))
    if (isOver(group.length)) yield done()
  }
  rows.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  return { rows, runs: dated.sort((a, b) => a.at - b.at).map(({ run }) => run) }
}

function rowOf(run: LedgerRun, now: number): Row[] {
  const { press, said, charges, refunds, net, kept, tags = [] } = run
  const first = press ?? charges[0] ?? refunds[0]
  if (!first) return []
  const total = said?.total && { low: String(said.total.low), high: String(said.total.high) }
  const settled = run.status !== 'in-flight' && run.status !== 'failed' ? net : undefined
  const difference = total && settled !== undefined && !refunds.length ? beyond(total, settled) : undefined
  const row: Row = {
    ...whoseRow(first),
    id: run.run,
    ...(press ? ofPress(press) : { feature: charges[0]?.feature }),
    ...(total && { said: total, on: said!.on }),
    currency: said?.currency ?? charges[0]?.currency ?? refunds[0]?.currency ?? '',
    ...(net !== undefined && { net }),
    ...(refunds.length > 0 && { back: sumOf(refunds.map(({ amount }) => amount)) }),
    ...(difference !== undefined && { difference }),
    status: run.status === 'in-flight' && now - first.at > LATE ? 'unseen' : run.status,
    ...(kept !== undefined && { kept }),
    tags,
    pressed: press !== undefined,
    charges,
    refunds,
  }
  return [row]
}

const ofPress = ({ feature, request, cardVersion, balance }: EntryOf<'press'>) => ({
  feature,
  request: request as Request,
  cardVersion,
  ...(balance != null && { before: String(balance) }),
})

function whoseRow({ at, provider, account, site }: Entry) {
  return { at, provider, account, ...(site !== undefined && { site }) }
}

function looseRow(entry: Entry): Row[] {
  if (entry.kind !== 'charge' && entry.kind !== 'refund') return []
  const { id, currency, amount } = entry
  const common = { ...whoseRow(entry), id, currency, tags: [], pressed: false }
  if (entry.kind === 'refund')
    return [
      { ...common, status: 'returned', back: String(amount), net: negated(amount), charges: [], refunds: [entry] },
    ]
  const { feature } = entry
  const net = String(amount)
  return [{ ...common, ...(feature && { feature }), status: 'unmatched', net, charges: [entry], refunds: [] }]
}

/** How far a total lies outside of what was said. */
function beyond({ low, high }: Range, net: string): string {
  if (compareDecimals(net, low) < 0) return sumOf([net, negated(low)])
  return compareDecimals(net, high) > 0 ? sumOf([net, negated(high)]) : '0'
}
