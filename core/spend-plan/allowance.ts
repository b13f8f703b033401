import type { Account, AccountLimit } from '../account'
import { later } from '../calendar'
import { stops, type Binding } from '../limits'
import { toUnits } from '../scale'

/** One limit through time: what of it is used, in units (amounts) or runs (counts). Changed in place. */
export type Allowance = {
  binding: Binding
  feature?: string
  /** `shared`: only what is taken from grants that are not the seat's own. */
  counts: 'amount' | 'shared' | 'runs'
  max: bigint
  lo: bigint
  hi: bigint
  resets?: number
  span?: Parameters<typeof later>[1]
}

/** The member's cap and the limits on spend and runs that stop a run. A cap is taken to come back monthly. */
export function allowancesOf(account: Account, digits: number): Allowance[] {
  const cap = account.cap
  const limits = (account.limits ?? [])
    .filter((limit) => limit.max !== null && stops(limit))
    .flatMap((limit) => ofLimit(limit, digits))
  if (!cap) return limits
  const used = toUnits(cap.used, digits)
  const binding: Binding = { kind: 'cap', max: String(cap.max) }
  const max = toUnits(cap.max, digits)
  return [{ binding, counts: 'shared', max, lo: used, hi: used, ...back(cap.resets, 'month') }, ...limits]
}

/** Every decimal of an account's cap and spend limits, for `digitsOf`. */
export function limitDecimals({ cap, limits = [] }: Account): (string | number)[] {
  const spend = limits.filter(({ kind }) => kind === 'spend')
  return [cap?.max ?? 0, cap?.used ?? 0, ...spend.flatMap(({ max, used }) => [max ?? 0, used])]
}

function ofLimit(limit: AccountLimit, digits: number): Allowance[] {
  if (limit.kind !== 'spend' && limit.kind !== 'runs') return []
  const counts = limit.kind === 'spend' ? ('amount' as const) : ('runs' as const)
  const used = counts === 'amount' ? toUnits(limit.used, digits) : BigInt(Math.ceil(Number(limit.used)))
  const max = counts === 'amount' ? toUnits(limit.max!, digits) : BigInt(Math.floor(Number(limit.max)))
  const binding: Binding = { kind: limit.kind, max: String(limit.max), ...(limit.name && { name: limit.name }) }
  return [
    {
      binding,
      counts,
      max,
      lo: used,
      hi: used,
      ...(limit.feature && { feature: limit.feature }),
      ...back(limit.resets, limit.window),
    },
  ]
}

function back(resets: number | null | undefined, window: AccountLimit['window']): Pick<Allowance, 'resets' | 'span'> {
  // A rolling window gives back bit by bit, at moments that are not known.
  if (!resets || !window || window === 'rolling-24h') return {}
  if (window === 'minute' || window === 'hour') return { resets }
  return { resets, span: { count: 1, unit: window } }
}

export function renewAllowance(allowance: Allowance, at: number): void {
  while (allowance.resets !== undefined && allowance.resets <= at) {
    allowance.lo = 0n
    allowance.hi = 0n
    allowance.resets = allowance.span && later(allowance.resets, allowance.span)
  }
}

/** Uses up some of it: whether it is passed at the least (`sure`) or only at the most. */
export function use(allowance: Allowance, lo: bigint, hi: bigint): 'sure' | 'maybe' | undefined {
  allowance.lo += lo
  allowance.hi += hi
  return allowance.lo > allowance.max ? 'sure' : allowance.hi > allowance.max ? 'maybe' : undefined
}
