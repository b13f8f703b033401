import { add, compare, compareAmounts, divide, multiply, parseDecimal, toRange, ZERO, type Amount } from '../amount'
import type { TopUp } from '../rate-card'

export type Purchase = { pack: TopUp; count: number }
/** Packs to buy: together at least what is needed, for the least money. */
export type Packs = { purchases: Purchase[]; credits: string; price: { amount: string; currency: string } }

type Pack = { pack: TopUp; amount: Amount; price: Amount }

/** The cheapest packs that cover an exact amount; undefined where none are on sale. Packs in other money than the first are left out. */
export function cheapestPacks(needed: string, topUps: readonly TopUp[]): Packs | undefined {
  const currency = topUps[0]?.price.currency
  const packs = topUps.flatMap((pack): Pack[] => {
    const amount = parseDecimal(pack.amount)
    const price = parseDecimal(pack.price.amount)
    return pack.price.currency === currency && amount && price && amount.lo > 0n ? [{ pack, amount, price }] : []
  })
  const need = parseDecimal(needed)
  if (!currency || !need || packs.length === 0) return undefined
  // Dearest per credit last: the search may stop as soon as even the cheapest rate for the rest is too much.
  packs.sort((a, b) => compareAmounts(multiply(a.price, b.amount), multiply(b.price, a.amount)))
  const best = search(packs, 0, need, ZERO, undefined, [])
  return best && shown(packs, best.counts, currency)
}

type Best = { counts: bigint[]; price: Amount }

function search(
  packs: readonly Pack[],
  at: number,
  need: Amount,
  spent: Amount,
  best: Best | undefined,
  counts: bigint[],
): Best | undefined {
  if (need.lo <= 0n) return !best || compareAmounts(spent, best.price) < 0 ? { counts, price: spent } : best
  const pack = packs[at]
  if (!pack) return best
  let found = best
  const most = up(divide(need, pack.amount))
  const last = at === packs.length - 1
  for (let count = most; count >= (last ? most : 0n); count--) {
    const rest = add(need, times(pack.amount, -count))
    const paid = add(spent, times(pack.price, count))
    const next = packs[at + 1]
    // The rest at the next, dearer rate: with fewer of this pack it only grows.
    const bound = rest.lo > 0n && next ? add(paid, divide(multiply(rest, next.price), next.amount)) : paid
    if (found && compareAmounts(bound, found.price) >= 0) {
      if (rest.lo > 0n) break
      continue
    }
    found = search(packs, at + 1, rest, paid, found, [...counts, count])
  }
  return found
}

const times = (a: Amount, n: bigint): Amount => ({ lo: a.lo * n, hi: a.hi * n, d: a.d })
const up = (a: Amount): bigint => (compare(a.lo, a.d, 0n, 1n) <= 0 ? 0n : (a.lo + a.d - 1n) / a.d)

function shown(packs: readonly Pack[], counts: readonly bigint[], currency: string): Packs {
  const bought = packs.map((pack, i) => ({ ...pack, count: counts[i] ?? 0n })).filter(({ count }) => count > 0n)
  const sum = (of: 'amount' | 'price') =>
    toRange(bought.reduce((total, pack) => add(total, times(pack[of], pack.count)), ZERO))!.low
  return {
    purchases: bought.map(({ pack, count }) => ({ pack, count: Number(count) })),
    credits: sum('amount'),
    price: { amount: sum('price'), currency },
  }
}
