import { add, atMost, compareAmounts, difference, parseDecimal, toRange, ZERO, type Amount } from './amount'
import type { Account, Grant } from './account'
import type { RateCard } from './rate-card'

export type Pot = { grant: Grant; left: Amount }

/** Difference of two amounts, end by end, never below zero. */
export function remainder(a: Amount, b: Amount): Amount {
  const lo = a.lo * b.d - b.hi * a.d
  const hi = a.hi * b.d - b.lo * a.d
  return { lo: lo < 0n ? 0n : lo, hi: hi < 0n ? 0n : hi, d: a.d * b.d }
}

/** Grants that pay for a feature (for any, without one) at this moment, in the order in which the card says they are spent. */
function potsOf(account: Account, card: RateCard | undefined, feature: string | undefined, now: number): Pot[] {
  const order = burnOrder(card, account.plan)
  return (account.grants ?? [])
    .filter(
      (grant) => expiry(grant) > now && (!grant.features || feature === undefined || grant.features.includes(feature)),
    )
    .map((grant) => ({ grant, left: parseDecimal(grant.amount) ?? ZERO }))
    .sort((a, b) => order(a.grant, b.grant))
}

/** Which of two grants is spent first: by priority, the card's order of kinds, then the soonest to expire. */
export function burnOrder(card: RateCard | undefined, planId?: string): (a: Grant, b: Grant) => number {
  const plan = planId === undefined ? undefined : card?.plans?.[planId]
  const order = (plan?.burnOrder ?? card?.burnOrder)?.order ?? 'soonest-expiry'
  const rank = (grant: Grant) =>
    order === 'soonest-expiry' ? 0 : (order.indexOf(grant.kind) + order.length + 1) % (order.length + 1)
  return (a, b) => (a.priority ?? 0) - (b.priority ?? 0) || rank(a) - rank(b) || compareExpiry(expiry(a), expiry(b))
}

/** Grants less what is owed and what runs in flight hold; a bare balance counts as one grant without name. Undefined: no balance is known. */
export function freePots(
  account: Account,
  card: RateCard | undefined,
  feature: string | undefined,
  now: number,
): Pot[] | undefined {
  const held = parseDecimal(account.held ?? '0') ?? ZERO
  if (account.grants) return paidUp(potsOf(account, card, feature, now), held)
  const balance = parseDecimal(account.balance)
  return balance && [bare(freeOf(balance, held))]
}

const bare = (left: Amount): Pot => ({ grant: { id: 'balance', kind: 'plan', amount: toRange(left)!.low }, left })

/** A grant below nothing is owed: the others pay it, and where they do not suffice the whole is below nothing. */
function paidUp(pots: readonly Pot[], held: Amount): Pot[] {
  const all = sumOf(pots)
  if (all.hi < 0n) return [bare(freeOf(all, held))]
  const own = pots.filter(({ left }) => left.lo > 0n)
  const owed = remainder(sumOf(own), all)
  return drain(own, add(owed, held)).rest.filter(({ left }) => left.lo > 0n)
}

/** What of a balance is free. What is held takes it to nothing at most; one that is below nothing is owed, and stays so. */
export const freeOf = (balance: Amount, held: Amount): Amount =>
  balance.hi < 0n ? difference(balance, held) : remainder(balance, held)

const expiry = (grant: Grant): number => grant.expires ?? Number.POSITIVE_INFINITY
const compareExpiry = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)

export const sumOf = (pots: readonly Pot[]): Amount => pots.reduce((total, { left }) => add(total, left), ZERO)

/** Takes an exact amount from the pots in order; what each gives, and what they hold afterwards. */
export function drain(pots: readonly Pot[], amount: Amount): { taken: Amount[]; rest: Pot[] } {
  let owed = amount
  const taken: Amount[] = []
  const rest = pots.map(({ grant, left }) => {
    const part = compareAmounts(left, owed) < 0 ? left : atMost(owed, left)
    taken.push(part)
    owed = remainder(owed, part)
    return { grant, left: remainder(left, part) }
  })
  return { taken, rest }
}
