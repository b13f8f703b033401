import type { Account } from './account'
import { compareAmounts, compareDecimals, toRange } from './amount'
import { freePots, sumOf, type Pot } from './grants'
import { spendRooms } from './limits'
import type { RateCard } from './rate-card'

/** A limit that leaves one person less than the account holds. */
export type Under = 'cap' | 'spend' | 'org-month'

/** What one person can still spend, a decimal in the account's currency; `under`: what leaves less than the account holds. */
export type Spendable = { left: string; under?: Under }

/**
 * What one person can still spend, whatever on; undefined: not known. Without a card grants are spent as they expire. `month`: what
 * the organisation's caps leave of this month, where there are any.
 */
export function spendableOf(
  account: Account,
  card: RateCard | undefined,
  now: number,
  month?: string,
): Spendable | undefined {
  const pots = freePots(account, card, undefined, now)
  if (!pots) return undefined
  const free = tightest(account, undefined, pots) ?? { left: toRange(sumOf(pots))!.low }
  const isLess = month !== undefined && compareDecimals(month, free.left) < 0
  return isLess ? { left: month, under: 'org-month' } : free
}

/** The limit on amounts that leaves least for a feature, where that is less than its grants hold. */
export function tightest(
  account: Account,
  feature: string | undefined,
  pots: readonly Pot[],
): Required<Spendable> | undefined {
  let least = sumOf(pots)
  let under: Under | undefined
  for (const { kind, left } of spendRooms(account, feature, pots)) {
    if (compareAmounts(left, least) >= 0) continue
    least = left
    under = kind
  }
  return under && { left: toRange(least)!.low, under }
}
