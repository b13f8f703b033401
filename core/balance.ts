import { add, parseDecimal, toRange, ZERO } from './amount'
import type { Account } from './account'
import { freeOf } from './grants'
import { isOwn } from './limits'

/**
 * What an account has free now, as a decimal in its currency: all grants that have not expired, whatever they may be spent
 * on, less what runs in flight hold; below 0 where the account owes. Undefined: not known.
 */
export function balanceOf(account: Account, now: number): string | undefined {
  const held = parseDecimal(account.held ?? '0') ?? ZERO
  const alive = account.grants?.filter((grant) => grant.expires == null || grant.expires > now)
  const whole = alive
    ? alive.reduce((sum, grant) => add(sum, parseDecimal(grant.amount) ?? ZERO), ZERO)
    : parseDecimal(account.balance)
  return whole && toRange(freeOf(whole, held))?.low
}

/** What is left in the grants a member shares with others, as a decimal; undefined where there are none. */
export function sharedOf({ grants }: Account, now: number): string | undefined {
  const shared = (grants ?? []).filter((grant) => !isOwn(grant) && (grant.expires == null || grant.expires > now))
  const sum = shared.reduce((total, grant) => add(total, parseDecimal(grant.amount) ?? ZERO), ZERO)
  return shared.length > 0 ? toRange(sum)?.low : undefined
}
