import type { Account } from '../../core/account'
import { balanceOf } from '../../core/balance'
import type { Whose } from '../../core/ledger'
import { matchHistory, type HistoryLine } from '../../core/matching'
import { runsOf } from '../../core/projections'
import { browser } from '../browser'
import { keepHistory, keepReading } from '../ledger/keep'
import { ledger } from '../ledger/open'
import { inTurnOf } from '../storage'
import { noteTrouble } from './ledger-trouble'

/** Wakes the background while runs are in flight, so that a charge is found however often the browser ends it in between. */
export const chargeAlarm = 'charges'
/** Runs older than this are left to the usual readings, in milliseconds. */
const LOOK_FOR = 30 * 60_000

/**
 * What is matched reads the ledger and then writes to it: one after the other, or two charges might claim one press, or one miss the
 * press that is just being kept.
 */
export const inTurn = <T>(work: () => Promise<T>): Promise<T> => inTurnOf('ledger', () => noteTrouble(work))

/**
 * Keeps an account's balance as it was read, and what it settles. `before`: the account at the reading before, so that grants
 * that ran out meanwhile are not taken for a charge. `told`: the vendor's own history says what was taken.
 */
export function noteAccount(
  account: Account,
  whose: Whose,
  { before, told = false }: { before?: Account; told?: boolean } = {},
): Promise<number> {
  const { currency, readAt } = account
  // What the vendor holds is not taken yet.
  const balance = balanceOf({ ...account, held: undefined }, readAt)
  if (balance === undefined) return Promise.resolve(0)
  const shared = account.organisation !== undefined || movedOtherwise(account, before)
  return inTurn(async () =>
    keepReading(await ledger(), { at: readAt, balance, currency, shared, settles: !told }, whose),
  )
}

/**
 * Keeps lines of a vendor's history, matched to the presses they belong to. Returns how many entries were new; `onNew` is called
 * where some were, before anybody else can read them.
 */
export function noteHistory(lines: readonly HistoryLine[], whose: Whose, onNew?: () => void): Promise<number> {
  return inTurn(async () => {
    const added = await keepHistory(await ledger(), lines, whose, Date.now())
    if (added > 0) onNew?.()
    return added
  })
}

const DAY = 86_400_000

/** Keeps lines that are several runs together: they belong to no press, and one of the last day may still grow. */
export function noteSums(lines: readonly HistoryLine[], whose: Whose, now: number): Promise<number> {
  const whole = lines.filter(({ at }) => at + DAY <= now)
  return inTurn(async () => (await ledger()).append(matchHistory([], whole, whose)))
}

/** A grant ran out, came or grew between two readings: what is missing is then not what the runs took. */
function movedOtherwise({ grants = [], readAt }: Account, before: Account | undefined): boolean {
  const old = new Map(before?.grants?.map((grant) => [grant.id, grant]))
  const ranOut = [...old.values()].some(
    ({ expires }) => expires != null && expires > before!.readAt && expires <= readAt,
  )
  return (
    ranOut ||
    (before !== undefined && grants.some(({ id, amount }) => Number(old.get(id)?.amount ?? 0) < Number(amount)))
  )
}

/** Sets the alarm that looks for the charges of runs in flight. */
export async function lookForCharges(): Promise<void> {
  browser.alarms.create(chargeAlarm, { periodInMinutes: 1 })
}

/** Origins with runs in flight that are young enough to be looked for; ends the alarm when there are none. */
export async function sitesInFlight(now: number): Promise<string[]> {
  const entries = await (await ledger()).read(undefined, now - LOOK_FOR)
  const open = runsOf(entries).filter(({ press, status }) => press && status === 'in-flight')
  const sites = [...new Set(open.flatMap(({ press }) => press!.site ?? []))]
  if (sites.length === 0) await browser.alarms.clear(chargeAlarm)
  return sites
}
