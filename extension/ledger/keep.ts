import type { Entry } from '../../core/ledger'
import { matchBalance, matchHistory, type HistoryLine, type Whose } from '../../core/matching'
import type { Request } from '../../core/rate-card'
import type { Estimate } from '../../core/result'
import type { LedgerStore } from './store'

export type PressSeen = Whose & {
  /** Made once by the overlay that saw the press, so that telling it twice is telling it once. */
  run: string
  at: number
  request: Request
  cardVersion: number
  estimate: Estimate
  balance?: string
  tags?: string[]
}

/** Keeps a press and what was said before it, together. */
export async function keepPress(ledger: LedgerStore, seen: PressSeen): Promise<void> {
  const { provider, account, run, at, request, cardVersion, estimate, balance, tags } = seen
  const common = { provider, account, run, at }
  const press: Entry = {
    ...common,
    kind: 'press',
    id: `press/${run}`,
    feature: estimate.feature,
    request: request as Record<string, never>,
    cardVersion,
    balance: balance ?? null,
    ...(tags?.length && { tags }),
  }
  const total = estimate.status === 'unpriced' ? {} : { total: estimate.total }
  await ledger.append([
    press,
    { ...common, kind: 'estimate', id: `said/${run}`, currency: estimate.currency, on: estimate.on, ...total },
  ])
}

/** A day and some more: presses older than this are not looked at again. */
const LOOK_BACK = 3 * 86_400_000

/** Keeps what a vendor's history says, matched to the presses it belongs to. The same lines again add nothing. */
export async function keepHistory(ledger: LedgerStore, lines: readonly HistoryLine[], whose: Whose): Promise<number> {
  if (lines.length === 0) return 0
  const first = lines.reduce((at, line) => Math.min(at, line.at), Number.MAX_SAFE_INTEGER)
  const entries = await ledger.read(whose, Math.max(0, first - LOOK_BACK))
  return ledger.append(matchHistory(entries, lines, whose))
}

/** Keeps a reading of a balance, and what it settles. */
export async function keepReading(
  ledger: LedgerStore,
  reading: { at: number; balance: string; currency: string },
  whose: Whose,
): Promise<number> {
  const entries = await ledger.read(whose, Math.max(0, reading.at - LOOK_BACK), reading.at + 1)
  return ledger.append(matchBalance(entries, reading, whose))
}
