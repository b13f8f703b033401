import type { Account, Grant } from '../../core/account'
import type { RateCard } from '../../core/rate-card'

// The same account by hand: a purse of single quarter credits, spent one by one. Nothing here is shared with core/.

const QUARTERS = 4
const quarters = (amount: string | number): number => Number(amount) * QUARTERS
const written = (count: number): string => String(count / QUARTERS)
const isOwn = (coin: Grant): boolean => coin.kind === 'member' || coin.kind === 'daily'

type Purse = { coins: Grant[]; owed: number }
type Limits = { cap: number; spend: number[]; counts: boolean }
export type Run = { account: Account; card: RateCard; feature: string; now: number }
export type Spent = {
  balance: string
  after: string
  short: string
  drains: Record<string, string>
  /** Which of permission, a count, the balance or an amount stops it. */
  stopped?: 'permission' | 'count' | 'balance' | 'limit'
  another: boolean
}

/** What a run of this many credits does, exact. Undefined: nobody knows the balance. */
export function spend(run: Run, cost: string): Spent | undefined {
  const purse = filled(run)
  if (!purse) return undefined
  const price = quarters(cost)
  const limits = limitsOf(run)
  const before = purse.coins.length - purse.owed
  const [stopped, drained] = pay(purse, limits, price, run)
  const missing = Math.max(0, price - before)
  const [again] = stopped ? [stopped] : pay(purse, limits, price, run)
  return {
    balance: written(before),
    after: written(before - price),
    short: written(missing),
    drains: Object.fromEntries([...drained].map(([id, count]) => [id, written(count)])),
    ...(stopped && { stopped }),
    another: !again && purse.owed === 0,
  }
}

/** Takes the coins one by one and counts down the limits; what stopped it, and what each grant gave as far as it went. */
function pay(purse: Purse, limits: Limits, price: number, run: Run): [Spent['stopped'], Map<string, number>] {
  const had = purse.coins.length - purse.owed
  const drained = new Map<string, number>()
  let shared = 0
  // What is owed already has to be paid as well.
  let missing = purse.owed
  for (let i = 0; i < price; i++) {
    const coin = purse.coins.shift()
    if (coin) drained.set(coin.id, (drained.get(coin.id) ?? 0) + 1)
    else missing++
    if (!coin || !isOwn(coin)) shared++
  }
  purse.owed = missing
  const { account, card } = run
  const stop = (): Spent['stopped'] => {
    if (!permitted(account, card)) return 'permission'
    if (!limits.counts) return 'count'
    if (shared > limits.cap || limits.spend.some((left) => price > left)) return 'limit'
    return missing > 0 && !mayOwe(account, card, had, missing) ? 'balance' : undefined
  }
  const stopped = stop()
  limits.cap -= shared
  limits.spend = limits.spend.map((left) => left - price)
  return [stopped, drained]
}

function permitted({ status, role }: Account, card: RateCard): boolean {
  if (status && status !== 'ok') return false
  const may = role && (role.may ?? card.roles?.[role.id]?.may)
  return !may || may.some((permission) => permission === 'generate')
}

function mayOwe(account: Account, card: RateCard, had: number, missing: number): boolean {
  const how = card.plans?.[account.plan ?? '']?.overdraft
  if (how === undefined) return false
  return how === null ? had > 0 : missing <= quarters(how)
}

function limitsOf({ account, feature }: Run): Limits {
  const inForce = (account.limits ?? [])
    .filter((limit) => limit.feature === undefined || limit.feature === feature)
    .filter(({ max, over }) => max !== null && (over === undefined || over === 'refused'))
  const left = ({ max, used }: { max: string | number | null; used: string | number }) => Number(max) - Number(used)
  return {
    cap: account.cap ? Math.max(0, left(account.cap) * QUARTERS) : Number.POSITIVE_INFINITY,
    spend: inForce.filter(({ kind }) => kind === 'spend').map((limit) => Math.max(0, left(limit) * QUARTERS)),
    counts: inForce.filter(({ kind }) => kind !== 'spend').every((limit) => left(limit) >= 1),
  }
}

/** The coins that can pay for the feature, first to be spent first, without what runs in flight hold. */
function filled({ account, card, feature, now }: Run): Purse | undefined {
  const held = quarters(account.held ?? 0)
  if (!account.grants) {
    if (account.balance === undefined || account.balance === null) return undefined
    const whole = quarters(account.balance)
    if (whole < 0) return { coins: [], owed: held - whole }
    const grant: Grant = { id: 'balance', kind: 'plan', amount: account.balance }
    return { coins: Array.from({ length: Math.max(0, whole - held) }, () => grant), owed: 0 }
  }
  const usable = account.grants.filter(({ expires, features }) => {
    const alive = expires === undefined || expires === null || expires > now
    return alive && (features === undefined || features.includes(feature))
  })
  const coins: Grant[] = []
  while (usable.length > 0) {
    const first = usable.reduce((best, grant) => (goesBefore(grant, best, account, card) ? grant : best))
    usable.splice(usable.indexOf(first), 1)
    coins.push(...Array.from({ length: quarters(first.amount) }, () => first))
  }
  return { coins: coins.slice(held), owed: 0 }
}

/** Priority, then the place of its kind in the plan's own order or the card's, then the day it would be lost. */
function goesBefore(a: Grant, b: Grant, { plan }: Account, card: RateCard): boolean {
  const { order } = (plan && card.plans?.[plan]?.burnOrder) || card.burnOrder || { order: 'soonest-expiry' }
  const place = ({ kind }: Grant) =>
    order === 'soonest-expiry' ? 0 : order.includes(kind) ? order.indexOf(kind) : order.length
  const last = ({ expires }: Grant) => expires ?? Number.MAX_VALUE
  const steps = [(a.priority ?? 0) - (b.priority ?? 0), place(a) - place(b), last(a) - last(b)]
  return (steps.find((step) => step !== 0) ?? 0) < 0
}
