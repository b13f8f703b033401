import type { Entry, EntryOf, Whose } from '../../core/ledger'
import { matchPress, settlePress } from '../../core/late-press'
import { matchBalance, matchHistory, SKEW, type BalanceReading, type HistoryLine } from '../../core/matching'
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
  /** What was free, as the account told before the press. */
  balance?: string
  standing?: EntryOf<'press'>['standing']
  tags?: string[]
  /** What the page itself said it takes, where that was not what the card says. */
  quoted?: string
  /** Whether the vendor's own history tells what was taken: then no balance settles it. Asked only where one was read since. */
  told?: () => Promise<boolean>
}

/** Keeps a press and what was said before it, together; then what was told of it before it came. The same press again adds nothing. */
export async function keepPress(ledger: LedgerStore, seen: PressSeen): Promise<void> {
  const { provider, account, site, run, at, request, cardVersion, estimate, balance, standing, tags, quoted } = seen
  const whose: Whose = { provider, account, ...(site !== undefined && { site }) }
  const common = { ...whose, run, at }
  const press: Entry = {
    ...common,
    kind: 'press',
    id: `press/${run}`,
    feature: estimate.feature,
    request: request as Record<string, never>,
    cardVersion,
    balance: balance ?? null,
    ...(standing && { standing }),
    ...(tags?.length && { tags }),
    ...(quoted !== undefined && { quoted }),
  }
  const total = estimate.status === 'unpriced' ? {} : { total: estimate.total }
  await ledger.append([
    press,
    { ...common, kind: 'estimate', id: `said/${run}`, currency: estimate.currency, on: estimate.on, ...total },
  ])
  const late = await tookBefore(ledger, seen, whose)
  if (late.length > 0) await ledger.append(late)
}

/** What was kept before a press of what it took. More than the last minutes is read only where a balance was read since. */
async function tookBefore(ledger: LedgerStore, { run, at, told }: PressSeen, whose: Whose): Promise<Entry[]> {
  const since = await ledger.read(whose, Math.max(0, at - SKEW))
  const matched = matchPress(since, run)
  const isRead = since.some((entry) => entry.kind === 'balance' && entry.at >= at)
  if (matched.length > 0 || !isRead || (await told?.())) return matched
  return settlePress(await ledger.read(whose, Math.max(0, at - LOOK_BACK)), run, whose)
}

/** A day and some more: presses older than this are not looked at again. */
const LOOK_BACK = 3 * 86_400_000

/** Keeps what a vendor's history says, heard at `told`, matched to the presses it belongs to. The same lines again add nothing. */
export async function keepHistory(
  ledger: LedgerStore,
  lines: readonly HistoryLine[],
  whose: Whose,
  told: number,
): Promise<number> {
  if (lines.length === 0) return 0
  const first = lines.reduce((at, line) => Math.min(at, line.at), Number.MAX_SAFE_INTEGER)
  const entries = await ledger.read(whose, Math.max(0, first - LOOK_BACK))
  return ledger.append(matchHistory(entries, lines, whose, told))
}

/** A balance that has not moved is kept again after this time, so that a plot shows it was still so. Milliseconds. */
const UNMOVED = 3_600_000

/** Keeps a reading of a balance, and what it settles; `settles` false where the vendor's own history tells what was taken. */
export async function keepReading(
  ledger: LedgerStore,
  reading: BalanceReading & { settles?: boolean },
  whose: Whose,
): Promise<number> {
  const { settles = true, ...read } = reading
  const entries = await ledger.read(whose, Math.max(0, reading.at - LOOK_BACK), reading.at + 1)
  const last = entries.findLast((entry): entry is EntryOf<'balance'> => entry.kind === 'balance')
  if (last && last.balance === read.balance && last.currency === read.currency && read.at - last.at < UNMOVED) return 0
  const found = matchBalance(entries, read, whose)
  return ledger.append(settles ? found : found.filter(({ kind }) => kind === 'balance'))
}
