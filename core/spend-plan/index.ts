import type { Account } from '../account'
import { estimate } from '../estimate'
import { isOwn, type Binding } from '../limits'
import type { RateCard, Request, Surface } from '../rate-card'
import type { Estimate, Range } from '../result'
import { digitsOf, fromUnits, toUnits } from '../scale'
import { timesRange } from '../signed'
import {
  advance,
  freeIn,
  take,
  walletDecimals,
  walletOf,
  type Part,
  type Wallet,
  type WalletDoubt,
  type WalletEvent,
} from '../wallet'
import { allowancesOf, limitDecimals, renewAllowance, use, type Allowance } from './allowance'
import { cheapestPacks, type Packs } from './packs'

/**
 * One thing to be made: `runs` wanted results (default 1), each taking `attempts` presses (default 1). `at`: when, in
 * milliseconds; without it now. Tasks of one moment are taken by `priority` (highest first), then as listed.
 */
export type Task = {
  id: string
  provider: string
  feature: string
  request: Request
  surface?: Surface
  runs?: number
  attempts?: { low: number; high: number }
  priority?: number
  at?: number
}

export type PlanLine = {
  id: string
  at: number
  estimate: Estimate
  presses: { low: number; high: number }
  /** Absent: unpriced, and nothing is taken for it. */
  total?: Range
  drains: Part[]
  /** What lapses or comes again between the line before and this one. */
  before: WalletEvent[]
  /** Free after this line, for its feature; absent: no balance is known. */
  left?: Range
  /** How much this line lacks; low "0": only at its dearest. */
  short?: Range
  /** A limit other than the balance that this line passes. `maybe`: only at its dearest. */
  stop?: Binding
}

/** One account's part of the plan. `open`: some lines have no price, or all, so its total is not the whole. */
export type PlanAccount = {
  provider: string
  currency: string
  total: Range
  open?: 'some' | 'all'
  /** The line at which the money surely ends, and the first at which it may. */
  ends?: { sure?: string; maybe?: string }
  short?: Range
  /** Packs for what is missing at the least and at the most, and the line and moment before which to buy them. */
  buy?: { before: string; at: number; least?: Packs; most: Packs }
  because?: 'no-account' | 'no-balance' | 'other-currency' | 'no-packs'
  doubts: WalletDoubt[]
}

export type SpendPlan = { lines: PlanLine[]; accounts: PlanAccount[] }

export type Holding = { card: RateCard; account?: Account }

/**
 * A list of tasks against the accounts that pay for them, in the order in which they happen. Totals are exact where prices are and
 * contain every course otherwise; a task without a price is never counted as 0, it leaves the total open.
 */
export function spendPlan(tasks: readonly Task[], holdings: Readonly<Record<string, Holding>>, now: number): SpendPlan {
  const order = [...tasks].sort((a, b) => momentOf(a, now) - momentOf(b, now) || (b.priority ?? 0) - (a.priority ?? 0))
  const lines = new Map<Task, PlanLine>()
  const accounts: PlanAccount[] = []
  for (const [provider, holding] of Object.entries(holdings)) {
    const own = order.filter((task) => task.provider === provider)
    if (own.length === 0) continue
    const priced = own.map((task) => quoted(task, holding.card, now))
    accounts.push(spent(provider, holding, own, priced, now))
    own.forEach((task, i) => lines.set(task, priced[i]!))
  }
  return { lines: order.flatMap((task) => lines.get(task) ?? []), accounts }
}

const momentOf = (task: Task, now: number): number => Math.max(task.at ?? now, now)

function quoted(task: Task, card: RateCard, now: number): PlanLine {
  const at = momentOf(task, now)
  const quote = estimate(card, task.feature, task.request, new Date(at), task.surface)
  const { low, high } = task.attempts ?? { low: 1, high: 1 }
  const presses = { low: low * (task.runs ?? 1), high: high * (task.runs ?? 1) }
  const total = quote.status === 'unpriced' ? {} : { total: timesRange(quote.total, presses.low, presses.high) }
  return { id: task.id, at, estimate: quote, presses, ...total, drains: [], before: [] }
}

function spent(
  provider: string,
  { card, account }: Holding,
  tasks: readonly Task[],
  lines: PlanLine[],
  now: number,
): PlanAccount {
  const currency = account?.currency ?? card.currency
  const counted = lines.filter(({ estimate: quote }) => quote.currency === currency)
  const digits = digitsOf([
    ...decimals(counted),
    ...(account ? [...walletDecimals(account, card), ...limitDecimals(account)] : []),
  ])
  const base: PlanAccount = { provider, currency, total: sum(counted, digits), doubts: [] }
  const priced = counted.filter(({ total }) => total).length
  if (priced < lines.length) base.open = priced === 0 ? 'all' : 'some'
  if (!account) return { ...base, because: 'no-account' }
  if (counted.length === 0) return { ...base, because: 'other-currency' }
  const wallet = walletOf(account, card, now, digits)
  if (!wallet) return { ...base, because: 'no-balance' }
  const allowances = allowancesOf(account, digits)
  const ends: PlanAccount['ends'] = {}
  const missing = { lo: 0n, hi: 0n }
  lines.forEach((line, i) => {
    line.before = advance(wallet, line.at)
    for (const allowance of allowances) renewAllowance(allowance, line.at)
    if (!counted.includes(line)) return
    const lacks = pay(line, tasks[i]!.feature, wallet, allowances, digits)
    missing.lo += lacks.lo
    missing.hi += lacks.hi
    if (lacks.hi > 0n) ends.maybe ??= line.id
    if (lacks.lo > 0n) ends.sure ??= line.id
  })
  if (missing.hi === 0n) return { ...base, doubts: wallet.doubts }
  const short = range(missing.lo, missing.hi, digits)
  return { ...base, doubts: wallet.doubts, ends, short, ...purchase(card, account, short, lines, ends.maybe!) }
}

function pay(line: PlanLine, feature: string, wallet: Wallet, allowances: readonly Allowance[], digits: number) {
  if (!line.total) return { lo: 0n, hi: 0n }
  const lo = toUnits(line.total.low, digits)
  const hi = toUnits(line.total.high, digits)
  const presses = { lo: BigInt(line.presses.low), hi: BigInt(line.presses.high) }
  const { parts, missing } = take(wallet, feature, lo, hi)
  const own = parts.filter(({ grant }) => isOwn(grant))
  const shared = {
    lo: floor0(lo - own.reduce((n, part) => n + part.hi, 0n)),
    hi: hi - own.reduce((n, part) => n + part.lo, 0n),
  }
  for (const allowance of allowances) {
    if (allowance.feature && allowance.feature !== feature) continue
    const used = allowance.counts === 'runs' ? presses : allowance.counts === 'shared' ? shared : { lo, hi }
    const passed = use(allowance, used.lo, used.hi)
    if (passed && !line.stop) line.stop = { ...allowance.binding, ...(passed === 'maybe' && { maybe: true }) }
  }
  line.drains = parts.filter(({ grant }) => grant.id !== 'balance')
  const free = freeIn(wallet, feature)
  line.left = range(free.lo, free.hi, digits)
  if (missing.hi > 0n) line.short = range(missing.lo, missing.hi, digits)
  return missing
}

const floor0 = (n: bigint): bigint => (n < 0n ? 0n : n)
const range = (lo: bigint, hi: bigint, digits: number): Range => ({
  low: fromUnits(lo, digits),
  high: fromUnits(hi, digits),
})
const decimals = (lines: readonly PlanLine[]): string[] =>
  lines.flatMap(({ total }) => (total ? [total.low, total.high] : []))

function sum(lines: readonly PlanLine[], digits: number): Range {
  let lo = 0n
  let hi = 0n
  for (const { total } of lines) {
    if (!total) continue
    lo += toUnits(total.low, digits)
    hi += toUnits(total.high, digits)
  }
  return range(lo, hi, digits)
}

function purchase(
  card: RateCard,
  account: Account,
  short: Range,
  lines: readonly PlanLine[],
  before: string,
): Pick<PlanAccount, 'buy' | 'because'> {
  const topUps = (account.plan && card.plans?.[account.plan]?.topUps) || []
  const most = cheapestPacks(short.high, topUps)
  if (!most) return { because: 'no-packs' }
  const least = short.low === '0' ? undefined : cheapestPacks(short.low, topUps)
  const { at } = lines.find(({ id }) => id === before)!
  return { buy: { before, at, most, ...(least && { least }) } }
}
