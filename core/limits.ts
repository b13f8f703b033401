import type { Account, AccountLimit, Grant } from './account'
import { add, compareAmounts, ONE, parseDecimal, span, toRange, ZERO, type Amount } from './amount'
import { drain, remainder, sumOf, type Pot } from './grants'
import { own } from './own'
import type { Permission, RateCard } from './rate-card'
import type { Estimate } from './result'

/** `vendor`, `model`, `feature`, `org-run`, `org-month`: a rule of the organisation, see core/policy.ts. */
export type BindingKind =
  | ('status' | 'role' | 'balance' | 'cap' | 'runs' | 'spend' | 'concurrent' | 'queue')
  | ('vendor' | 'model' | 'feature' | 'org-run' | 'org-month')

/** Whether a limit counts in the account's own unit, not in runs. */
export const isMoney = (kind: BindingKind): boolean => ['cap', 'spend', 'org-run', 'org-month'].includes(kind)

/** What stops a run first. `left`: how much of it remains; `resets` in milliseconds since 1970. */
export type Binding = {
  kind: BindingKind
  name?: string
  left?: string
  max?: string
  resets?: number | null
  /** Whether the dearest case only is stopped. */
  maybe?: true
}

/** All that stops the run. Permission alone, or else whatever leaves least room first: balance, the member's cap, limits on runs and spend. */
export function bindingsOf(
  account: Account,
  card: RateCard,
  estimate: Estimate,
  total: Amount,
  pots: readonly Pot[] | undefined,
): Binding[] {
  if (account.status && account.status !== 'ok') return [{ kind: 'status', name: account.status }]
  if (permissionsOf(account, card)?.includes('generate') === false)
    return [{ kind: 'role', ...(account.role && { name: account.role.id }) }]
  const amounts = [
    ...(pots ? [balanceRoom(account, card, sumOf(pots), total)] : []),
    ...(account.cap
      ? [room(named('cap', account.cap), left(account.cap.max, account.cap.used), shared(pots ?? [], total))]
      : []),
    ...limitsFor(account, estimate.feature).map((limit) => limitRoom(limit, total)),
  ]
  return amounts
    .filter((r) => r !== undefined)
    .sort(firstToBind)
    .map((r) => r.binding)
}

/** Plans may let the balance go below zero: by a stated amount, or as far as one run takes a balance that is above zero. */
function balanceRoom(account: Account, card: RateCard, free: Amount, total: Amount): Room | undefined {
  const overdraft = account.plan ? card.plans?.[account.plan]?.overdraft : undefined
  if (overdraft === null && free.lo > 0n) return undefined
  return room({ kind: 'balance' }, add(free, parseDecimal(overdraft) ?? ZERO), total)
}

/** How much a person may still spend before each limit on amounts stops it: the member's cap, then the limits on spend. */
export function spendRooms(
  account: Account,
  feature: string | undefined,
  pots: readonly Pot[],
): { kind: 'cap' | 'spend'; binding: Binding; left: Amount }[] {
  const { cap } = account
  const capped = cap && { kind: 'cap' as const, binding: named('cap', cap), left: capRoom(cap, pots) }
  const spends = limitsFor(account, feature).flatMap((limit) =>
    limit.kind === 'spend' && limit.max !== null && stops(limit)
      ? [{ kind: 'spend' as const, binding: namedLimit(limit), left: left(limit.max, limit.used) }]
      : [],
  )
  return capped ? [capped, ...spends] : spends
}

/** How much a cap still allows. */
function capRoom({ max, used }: NonNullable<Account['cap']>, pots: readonly Pot[]): Amount {
  const capped = left(max, used)
  const d = pots.reduce((product, pot) => product * pot.left.d, capped.d)
  const units = (amount: Amount) => amount.lo * (d / amount.d)
  const reach = reachUnder(
    units(capped),
    pots.map(({ grant, left: held }) => ({ grant, lo: units(held) })),
  )
  return { lo: reach, hi: reach, d }
}

/** Whether a grant is the seat's own rather than shared. */
export const isOwn = ({ kind }: Grant): boolean => kind === 'member' || kind === 'daily'

/** How much may be spent, in units, until the shared part of it comes to `capped`; the seat's own comes on top, in burn order. */
export function reachUnder(capped: bigint, pots: readonly { grant: Grant; lo: bigint }[]): bigint {
  let reach = 0n
  let rest = capped
  for (const { grant, lo } of pots) {
    if (!isOwn(grant) && lo > rest) return reach + rest
    reach += lo
    if (!isOwn(grant)) rest -= lo
  }
  return reach + rest
}

/** What a run takes beyond the seat's own credits: a member's cap is on the shared ones. */
function shared(pots: readonly Pot[], total: Amount): Amount {
  const part = (n: bigint): Amount => {
    const amount = { lo: n, hi: n, d: total.d }
    const { taken } = drain(pots, amount)
    const own = taken.filter((_, i) => isOwn(pots[i]!.grant)).reduce(add, ZERO)
    return remainder(amount, own)
  }
  const low = part(total.lo)
  const high = total.lo === total.hi ? low : part(total.hi)
  return span(low, high)
}

/** What the role of the account's seat may do, as the account itself or the card says; undefined where neither does. */
export function permissionsOf(account: Account | undefined, card: RateCard): readonly Permission[] | undefined {
  const role = account?.role
  return role?.may ?? (role && own(card.roles, role.id)?.may)
}

type Room = { binding: Binding; left: Amount; counts: boolean }

/** Limits on counts (runs, slots) bind outright; among amounts the one with least left binds first. */
function firstToBind(a: Room, b: Room): number {
  if (Boolean(a.binding.maybe) !== Boolean(b.binding.maybe)) return a.binding.maybe ? 1 : -1
  if (a.counts !== b.counts) return a.counts ? -1 : 1
  return compareAmounts(a.left, b.left)
}

/** Limits in force for a feature: its own, and those of the whole account; without a feature these alone. */
export function limitsFor(account: Account, feature: string | undefined): AccountLimit[] {
  return (account.limits ?? []).filter((limit) => !limit.feature || limit.feature === feature)
}

/** Whether a limit stops a run; past the others it is queued, slower or charged extra. */
export const stops = ({ over }: AccountLimit): boolean => over !== 'queued' && over !== 'slower' && over !== 'charged'

function limitRoom(limit: AccountLimit, total: Amount): Room | undefined {
  if (limit.max === null || !stops(limit)) return undefined
  const free = left(limit.max, limit.used)
  if (limit.kind === 'spend') return room(namedLimit(limit), free, total)
  const counted = room(namedLimit(limit), free, ONE)
  return counted && { ...counted, counts: true }
}

/** A limit of the account that has a most, as what binds. */
export const namedLimit = ({ kind, name, max, used, resets }: AccountLimit): Binding => ({
  ...named(kind, { max: max!, used, resets }),
  ...(name && { name }),
})

/** A limit as what binds, with what is left of it. */
export function named(
  kind: Binding['kind'],
  limit: { max: string | number; used: string | number; resets?: number | null },
): Binding {
  return {
    kind,
    max: String(limit.max),
    left: toRange(left(limit.max, limit.used))!.low,
    ...(limit.resets !== undefined && { resets: limit.resets }),
  }
}

/** What remains of a limit; never below zero. */
export const left = (max: string | number, used: string | number): Amount =>
  remainder(parseDecimal(max) ?? ZERO, parseDecimal(used) ?? ZERO)

/** A room too small for the total; undefined where it is large enough. */
function room(binding: Binding, free: Amount, total: Amount): Room | undefined {
  const fits = (n: bigint) => compareAmounts({ lo: n, hi: n, d: total.d }, free) <= 0
  if (fits(total.hi)) return undefined
  return { binding: fits(total.lo) ? { ...binding, maybe: true } : binding, left: free, counts: false }
}
