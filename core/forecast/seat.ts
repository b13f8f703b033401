import type { Account } from '../account'
import { isOwn, reachUnder, stops } from '../limits'
import { toUnits } from '../scale'
import { allowancesOf, renewAllowance, use, type Allowance } from '../spend-plan/allowance'
import { advance, copyOf, freeIn, nextEvent, spend, type Wallet, type WalletEvent } from '../wallet'

/** What ends a seat's spending first. */
export type EndedBy = 'balance' | 'cap' | 'spend'
/** How much may be spent before something renews, in units, and what ends it; `resets`: when that starts again. */
export type Reach = { units: bigint; by: EndedBy; resets?: number }

/**
 * One seat through time: the grants it spends from, and the cap and spend limits it spends under. `daily`: what a day may take at
 * most, and what today has taken. Changed in place.
 */
export type Seat = { wallet: Wallet; allowances: Allowance[]; daily?: { max: bigint; used: bigint } }

/** Limits on runs and on single features are not followed: a forecast knows amounts alone. */
export function seatOf(account: Account, wallet: Wallet): Seat {
  const spending = (account.limits ?? []).filter(
    (limit) => limit.kind === 'spend' && !limit.feature && limit.max !== null && stops(limit),
  )
  const isDaily = (window: string | undefined) => window === 'day' || window === 'rolling-24h'
  const long = spending.filter(({ window }) => window !== 'minute' && window !== 'hour' && !isDaily(window))
  const daily = spending
    .filter(({ window }) => isDaily(window))
    .map(({ max, used }) => ({ max: toUnits(max!, wallet.digits), used: toUnits(used, wallet.digits) }))
    .reduce<Seat['daily']>((least, limit) => (least && least.max <= limit.max ? least : limit), undefined)
  return { wallet, allowances: allowancesOf({ ...account, limits: long }, wallet.digits), ...(daily && { daily }) }
}

export const copyOfSeat = (seat: Seat): Seat => ({
  ...seat,
  wallet: copyOf(seat.wallet),
  allowances: seat.allowances.map((allowance) => ({ ...allowance })),
})

export function reachOf({ wallet, allowances }: Seat): Reach {
  let reach: Reach = { units: freeIn(wallet).lo, by: 'balance' }
  for (const { binding, counts, max, lo, resets } of allowances) {
    const left = max > lo ? max - lo : 0n
    const units = counts === 'shared' ? reachUnder(left, wallet.pockets) : left
    if (units < reach.units) reach = { units, by: binding.kind as EndedBy, ...(resets !== undefined && { resets }) }
  }
  return reach
}

/** Spends what is in reach. */
export function spendAs({ wallet, allowances }: Seat, units: bigint): void {
  const held = wallet.pockets.map(({ lo }) => lo)
  spend(wallet, units)
  const shared = wallet.pockets.reduce((sum, { grant, lo }, i) => (isOwn(grant) ? sum : sum + held[i]! - lo), 0n)
  for (const allowance of allowances) {
    const taken = allowance.counts === 'shared' ? shared : units
    use(allowance, taken, taken)
  }
}

/** When a grant next comes or lapses, or a limit starts again; Infinity: never. */
export const nextTurn = ({ wallet, allowances }: Seat): number =>
  allowances.reduce((next, { resets = Infinity }) => Math.min(next, resets), nextEvent(wallet))

export function advanceSeat({ wallet, allowances }: Seat, until: number): WalletEvent[] {
  for (const allowance of allowances) renewAllowance(allowance, until)
  return advance(wallet, until)
}
