import type { Account, Grant } from './account'
import { later } from './calendar'
import { burnOrder } from './grants'
import type { RateCard } from './rate-card'
import { renewalsOf, type NoRenewal, type Renewal } from './renewals'
import type { Range } from './result'
import { fromUnits, toUnits } from './scale'

/** What is left of a grant, in units: `lo` if everything before it came to its most, `hi` if to its least. */
export type Pocket = { grant: Grant; lo: bigint; hi: bigint }
/** What a grant gives: in units, and as decimals. */
export type Part = { grant: Grant; lo: bigint; hi: bigint; amount: Range }
/** `lapse`: left over when its time is up. `renewal`: allotted again. */
export type WalletEvent = { kind: 'lapse' | 'renewal'; at: number; grant: Grant; amount: Range }

/** What is unsure about a wallet's future: renewals that are not known, or a bare balance taken to hold the plan's credits. */
export type WalletDoubt = NoRenewal | 'bare-balance'

/**
 * Grants of one account through time, as intervals that contain every course of spending. `owed`: how far the whole is below nothing,
 * until something is paid. Changed in place.
 */
export type Wallet = {
  at: number
  digits: number
  pockets: Pocket[]
  owed: bigint
  renewals: { renewal: Renewal; nth: number }[]
  order: (a: Grant, b: Grant) => number
  doubts: WalletDoubt[]
}

/** Every decimal a wallet of this account may meet, for `digitsOf`. */
export function walletDecimals(account: Account, card: RateCard): (string | number)[] {
  const { renewals } = renewalsOf(account, card)
  const own = [account.balance ?? 0, account.held ?? 0, ...(account.grants ?? []).map(({ amount }) => amount)]
  return [...own, ...renewals.flatMap(({ grant }) => [...endsOf(grant.amount), grant.rollover?.cap ?? 0])]
}

/** The ends of a decimal or of a published range. */
const endsOf = (literal: string | number): [string, string] => {
  const [low, high = low] = String(literal).split('..')
  return [low!, high!]
}

/** An account's grants at `now`, less what is held; undefined: its balance is not known. `digits` as in `digitsOf`. */
export function walletOf(account: Account, card: RateCard, now: number, digits: number): Wallet | undefined {
  const bare = account.balance !== undefined && account.balance !== null
  if (!account.grants && !bare) return undefined
  const grants = account.grants ?? [{ id: 'balance', kind: 'plan', amount: account.balance! }]
  const { renewals, missing } = renewalsOf(account, card)
  const order = burnOrder(card, account.plan)
  const amounts = grants
    .filter(({ expires }) => !expires || expires > now)
    .map((grant) => ({ grant, units: toUnits(grant.amount, digits) }))
  const pockets = amounts
    .map(({ grant, units }) => ({ grant, lo: positive(units), hi: positive(units) }))
    .sort((a, b) => order(a.grant, b.grant))
  const wallet: Wallet = {
    at: now,
    digits,
    pockets,
    owed: 0n,
    renewals: renewals.map((renewal) => ({ renewal, nth: 0 })),
    order,
    doubts: [...missing, ...(!account.grants && renewals.length > 0 ? ['bare-balance' as const] : [])],
  }
  for (const entry of wallet.renewals) while (entry.renewal.at(entry.nth) <= now) entry.nth++
  const held = toUnits(account.held ?? 0, digits)
  const debts = amounts.reduce((sum, { units }) => sum + positive(-units), 0n)
  const unpaid = take(wallet, undefined, debts + held, debts + held).missing.lo
  // What is held takes a balance to nothing at most; one that is below nothing sinks further.
  if (unpaid > held) wallet.owed = unpaid
  return wallet
}

const positive = (n: bigint): bigint => (n < 0n ? 0n : n)
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)

const pays = ({ grant }: Pocket, feature: string | undefined): boolean =>
  !feature || !grant.features || grant.features.includes(feature)

/** What is free for a feature, or in all; what is owed is beside it. */
export function freeIn(wallet: Wallet, feature?: string): { lo: bigint; hi: bigint } {
  let lo = 0n
  let hi = 0n
  for (const pocket of wallet.pockets) {
    if (!pays(pocket, feature)) continue
    lo += pocket.lo
    hi += pocket.hi
  }
  return { lo, hi }
}

/**
 * Spends between `lo` and `hi` units in burn order. What each grant gives, and what is missing, as intervals: a grant gives least
 * where those before it still hold most, and the other way round.
 */
export function take(wallet: Wallet, feature: string | undefined, lo: bigint, hi: bigint) {
  const parts: Part[] = []
  let beforeLo = 0n
  let beforeHi = 0n
  for (const pocket of wallet.pockets) {
    if (!pays(pocket, feature)) continue
    const gives = {
      low: least(pocket.lo, positive(lo - beforeHi)),
      high: least(pocket.hi, positive(hi - beforeLo)),
    }
    if (gives.high > 0n)
      parts.push({ grant: pocket.grant, lo: gives.low, hi: gives.high, amount: texts(gives.low, gives.high, wallet) })
    beforeLo += pocket.lo
    beforeHi += pocket.hi
    pocket.lo = least(pocket.lo, positive(beforeLo - hi))
    pocket.hi = least(pocket.hi, positive(beforeHi - lo))
  }
  // Who owes lacks that too, once.
  const debt = hi > 0n ? wallet.owed : 0n
  wallet.owed -= debt
  return { parts, missing: { lo: lo > 0n ? positive(lo - beforeHi) + debt : 0n, hi: positive(hi - beforeLo) + debt } }
}

const texts = (low: bigint, high: bigint, { digits }: Wallet): Range => ({
  low: fromUnits(low, digits),
  high: fromUnits(high, digits),
})

/** The same wallet, to be changed on its own. */
export const copyOf = (wallet: Wallet): Wallet => ({
  ...wallet,
  pockets: wallet.pockets.map((pocket) => ({ ...pocket })),
  renewals: wallet.renewals.map((entry) => ({ ...entry })),
})

/** Spends an exact number of units, or all there is of them; the same as `take` without the account of it. */
export function spend({ pockets }: Wallet, units: bigint): void {
  let owed = units
  for (const pocket of pockets) {
    if (owed <= 0n) return
    const part = least(pocket.lo, owed)
    pocket.lo -= part
    pocket.hi = pocket.lo
    owed -= part
  }
}

/** Moves a wallet on to a later moment: renewals come, and what has expired lapses, in the order of time. */
export function advance(wallet: Wallet, until: number): WalletEvent[] {
  const events: WalletEvent[] = []
  for (let next = nextEvent(wallet); next <= until; next = nextEvent(wallet)) {
    for (const entry of wallet.renewals)
      if (entry.renewal.at(entry.nth) === next)
        events.push(...renew(wallet, entry.renewal, next, entry.renewal.at(++entry.nth)))
    for (const pocket of wallet.pockets.filter(({ grant }) => grant.expires && grant.expires <= next))
      events.push(...lapse(wallet, pocket, next))
    wallet.at = next
  }
  wallet.at = Math.max(wallet.at, until)
  return events
}

/** When something next comes or lapses; Infinity: never. */
export function nextEvent({ pockets, renewals }: Wallet): number {
  let next = Number.POSITIVE_INFINITY
  for (const { grant } of pockets) if (grant.expires && grant.expires < next) next = grant.expires
  for (const { renewal, nth } of renewals) next = Math.min(next, renewal.at(nth))
  return next
}

function lapse(wallet: Wallet, pocket: Pocket, at: number): WalletEvent[] {
  wallet.pockets = wallet.pockets.filter((p) => p !== pocket)
  return pocket.hi > 0n ? [{ kind: 'lapse', at, grant: pocket.grant, amount: texts(pocket.lo, pocket.hi, wallet) }] : []
}

function renew(wallet: Wallet, { grant: plan }: Renewal, at: number, following: number): WalletEvent[] {
  const [low, high] = endsOf(plan.amount).map((end) => toUnits(end, wallet.digits)) as [bigint, bigint]
  // Whether new credits pay what is owed first is not published.
  const sure = positive(low - wallet.owed)
  wallet.owed = 0n
  const old = wallet.pockets.filter(({ grant }) => grant.kind === plan.kind)
  const fresh: Grant = {
    id: `${plan.kind}/${at}`,
    kind: plan.kind,
    amount: fromUnits(low, wallet.digits),
    expires: plan.expires === 'never' ? null : plan.expires === 'period-end' ? following : later(at, plan.expires),
    ...(plan.features && { features: plan.features }),
  }
  const refill = plan.refill ?? 'add'
  const leaves = refill !== 'add' || plan.rollover !== undefined || plan.expires === 'period-end'
  const carried = old
    .filter((pocket) => pocket.grant.id === 'balance' && refill !== 'top-up-to')
    .map((p) => split(p, low))
  const ended = leaves
    ? [
        ...old.filter(({ grant }) => grant.id !== 'balance' || refill === 'top-up-to'),
        ...carried.map(({ plan: p }) => p),
      ]
    : []
  const rest = leaves ? carried.map(({ rest: r }) => r) : []
  if (leaves) wallet.pockets = [...wallet.pockets.filter((p) => !old.includes(p)), ...rest]
  const lo = ended.reduce((sum, p) => sum + p.lo, 0n)
  const hi = ended.reduce((sum, p) => sum + p.hi, 0n)
  const events: WalletEvent[] = [{ kind: 'renewal', at, grant: fresh, amount: texts(low, high, wallet) }]
  if (refill === 'top-up-to') put(wallet, { grant: fresh, lo: lo > sure ? lo : sure, hi: hi > high ? hi : high })
  else {
    put(wallet, { grant: fresh, lo: sure, hi: high })
    const lost = plan.rollover ? rollOver(wallet, plan.rollover, at, lo, hi) : { lo, hi }
    const first = ended[0]?.grant
    if (first && lost.hi > 0n)
      events.unshift({ kind: 'lapse', at, grant: first, amount: texts(lost.lo, lost.hi, wallet) })
  }
  return events
}

/** A bare balance is taken to hold the plan's credits up to one allotment; what it has beyond that stays. */
function split({ grant, lo, hi }: Pocket, amount: bigint): { plan: Pocket; rest: Pocket } {
  const plan = { grant, lo: least(lo, amount), hi: least(hi, amount) }
  return { plan, rest: { grant: { ...grant, kind: 'top-up' }, lo: lo - plan.lo, hi: hi - plan.hi } }
}

function put(wallet: Wallet, pocket: Pocket): void {
  wallet.pockets = [...wallet.pockets, pocket].sort((a, b) => wallet.order(a.grant, b.grant))
}

/** What is left rolls over up to the cap, counted together with what rolled over before; the rest is lost. */
function rollOver(
  wallet: Wallet,
  { cap, keep }: { cap?: string | number; keep?: { count: number; unit: 'day' | 'month' | 'year' } },
  at: number,
  lo: bigint,
  hi: bigint,
): { lo: bigint; hi: bigint } {
  const banked = wallet.pockets.filter(({ grant }) => grant.kind === 'rollover')
  const most = cap === undefined ? undefined : toUnits(cap, wallet.digits)
  const sum = (end: 'lo' | 'hi') => banked.reduce((total, p) => total + p[end], 0n)
  const fits = (n: bigint, end: 'lo' | 'hi') => (most === undefined ? n : least(n, positive(most - sum(end))))
  const carried = { lo: fits(lo, 'lo'), hi: fits(hi, 'hi') }
  const kept = carried.lo > carried.hi ? { lo: carried.hi, hi: carried.lo } : carried
  const expires = keep ? later(at, keep) : null
  if (kept.hi > 0n)
    put(wallet, {
      grant: { id: `rollover/${at}`, kind: 'rollover', amount: fromUnits(kept.hi, wallet.digits), expires },
      ...kept,
    })
  return { lo: lo - carried.lo, hi: hi - carried.hi }
}
