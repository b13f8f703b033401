import type { Account } from './account'
import { balanceOf } from './balance'
import type { Entry } from './ledger'
import { runsOf, type LedgerRun } from './projections'
import type { RateCard } from './rate-card'
import { negated, sumOf } from './scale'

/** A run that nothing was taken for within this time is not waited for any longer, in milliseconds. */
const WAIT = 15 * 60_000
/** From a press until its vendor knows of it. */
const NOTICED = 2_000
const MINUTE = 60_000

/**
 * What runs in flight hold of an account's balance and its vendor has not told yet, as a decimal: the dearest that was said of
 * each, less what the balance has lost since the first of them. `entries` are of this account alone; `account` as it was read.
 * A vendor that takes at the press, or tells itself what it holds, is believed as soon as it was read well after the press.
 */
export function heldBy(
  entries: readonly Entry[],
  account: Account,
  settlement: RateCard['settlement'],
  now: number,
): string {
  const runs = runsOf(entries)
  const believed = isBelieved(account, settlement)
  const open = runs.filter((run) => isOpen(run) && now - run.press!.at < WAIT && !(believed && isAfter(account, run)))
  const said = open.flatMap(({ said }) => said?.total ?? [])
  const first = open[0]?.press
  if (!first || said.length === 0) return '0'
  const gone = negated(lost(first, runs, account, now))
  // Taken at the press, and at least the cheapest of each is gone: then it was all of it, though we had said it may be more.
  if (believed && !isMore(sumOf([...said.map(({ low }) => low), gone]))) return '0'
  const held = sumOf([...said.map(({ high }) => high), gone])
  return isMore(held) ? held : '0'
}

/**
 * Since when the next reading may say something else of what is left, at a vendor whose readings tell at once what is taken: the instant
 * of the last press after the last reading, or too shortly before it. Undefined: it will not. `told`: what was taken was heard after
 * that reading. Ends by itself a minute after a press.
 */
export function overtakenAt(
  entries: readonly Entry[],
  account: Account,
  settlement: RateCard['settlement'],
  { now, told }: { now: number; told: boolean },
): number | undefined {
  if (!isBelieved(account, settlement)) return undefined
  const recent = runsOf(entries).filter(({ press }) => press && now - press.at < MINUTE)
  const overtaking = recent.filter((run) => {
    if (run.charges.length > 0) return told && !isAfter(account, run)
    return isOpen(run) ? !isAfter(account, run) : account.readAt < run.press!.at
  })
  return overtaking.length > 0 ? Math.max(...overtaking.map(({ press }) => press!.at)) : undefined
}

/** A vendor that takes at the press, or tells itself what it holds. */
const isBelieved = ({ held }: Account, settlement: RateCard['settlement']) =>
  held !== undefined || settlement === 'press'

const isAfter = ({ readAt }: Account, { press }: LedgerRun): boolean => readAt >= press!.at + NOTICED

const isMore = (amount: string): boolean => amount !== '0' && !amount.startsWith('-')

/** Pressed, nothing heard of it since, and not a run that we said would be refused. */
function isOpen({ press, status, charges }: LedgerRun): boolean {
  if (!press || status !== 'in-flight' || charges.length > 0) return false
  return press.standing === undefined || ['enough', 'low', 'unknown'].includes(press.standing)
}

/** What the balance has lost since a press, beside the runs that are settled; never less than nothing. */
function lost(first: NonNullable<LedgerRun['press']>, runs: LedgerRun[], account: Account, now: number): string {
  const present = balanceOf(account, now)
  if (first.balance == null || present === undefined || account.readAt < first.at) return '0'
  const settled = runs.filter((run) => (run.press?.at ?? 0) >= first.at || run.charges.some(({ at }) => at > first.at))
  const gone = sumOf([first.balance, negated(present), ...settled.flatMap(({ net }) => (net ? negated(net) : []))])
  return gone.startsWith('-') ? '0' : gone
}

/** The account with what is held beside what its vendor tells. */
export function withHeld(account: Account, held: string): Account {
  return held === '0' ? account : { ...account, held: sumOf([account.held ?? '0', held]) }
}
