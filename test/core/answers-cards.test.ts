import { expect, test } from 'vitest'
import { Account } from '../../core/account'
import { afford } from '../../core/afford'
import { cheaper } from '../../core/cheaper'
import { estimate } from '../../core/estimate'
import type { Dimension, Value } from '../../core/pricing'
import { startingRequest } from '../../core/present'
import { seeded } from '../../core/random'
import { loadCards } from '../../core/rate-cards'
import type { RateCard, Request } from '../../core/rate-card'
import { Fraction } from './reference'

// What the shipped cards afford and what is cheaper there, enumerated: runs are taken one after another from an account with pots, a
// cap and limits, every value and every pair of values is priced. Only `estimate` is the product's.

const NOW = Date.parse('2026-11-18T12:00:00Z')
const on = new Date(NOW)
const cards = await loadCards()
const NIL = Fraction.of(0)
const MOST = 60

type Pot = { own: boolean; left: Fraction }
type Purse = { pots: Pot[]; cap?: Fraction; spends: Fraction[]; runs: number }

/** How many runs of an amount such a purse takes, one after another; `MOST`: that many and more. */
function taken(each: Fraction, { pots, cap, spends, runs }: Purse): number {
  const held = pots.map((pot) => ({ ...pot }))
  let rest = cap
  let rooms = spends
  for (let run = 0; run < MOST; run++) {
    const free = held.reduce((sum, { left }) => sum.plus(left), NIL)
    if (run >= runs || rooms.some((room) => room.less(each))) return run
    if (free.less(each)) return run
    let owed = each
    let shared = NIL
    for (const pot of held) {
      const part = pot.left.less(owed) ? pot.left : owed
      if (!pot.own) shared = shared.plus(part)
      pot.left = pot.left.minus(part)
      owed = owed.minus(part)
    }
    if (rest?.less(shared)) return run
    rest = rest?.minus(shared)
    rooms = rooms.map((room) => room.minus(each))
  }
  return MOST
}

/** An account of a few pots, a cap, limits by the day, the month and in runs, with credits held, around so many runs of an amount. */
function accountOf(
  card: RateCard,
  feature: string,
  each: number,
  random: () => number,
): { account: Account; purse: Purse } {
  const some = (n: number) => String(Math.round(each * n * random() * 1000) / 1000)
  const kinds = (['plan', 'member', 'daily', 'pool', 'top-up'] as const).filter(() => random() < 0.6)
  const order = card.burnOrder?.order ?? 'soonest-expiry'
  const grants = kinds.map((kind, i) => ({
    id: `${kind}${i}`,
    kind,
    amount: some(8),
    expires: NOW + (1 + Math.floor(random() * 1000)) * 60_000,
    ...(random() < 0.3 && { features: [random() < 0.5 ? feature : 'something-else'] }),
  }))
  const limit = () => ({
    max: some(20),
    used: some(3),
    over: random() < 0.2 ? ('slower' as const) : ('refused' as const),
  })
  const [day, month, runs] = [limit(), limit(), { max: 2 + Math.floor(random() * 12), used: Math.floor(random() * 3) }]
  const cap = random() < 0.6 ? { max: some(20), used: some(4) } : undefined
  const has = { day: random() < 0.5, month: random() < 0.5, runs: random() < 0.4 }
  const held = random() < 0.3 ? some(2) : '0'
  const account = Account.parse({
    provider: card.provider,
    id: 'a',
    currency: card.currency,
    readAt: NOW,
    from: 'session',
    grants,
    held,
    ...(cap && { cap }),
    limits: [
      ...(has.day ? [{ kind: 'spend', window: 'day', ...day }] : []),
      ...(has.month ? [{ kind: 'spend', window: 'month', feature, ...month }] : []),
      ...(has.runs ? [{ kind: 'runs', window: 'day', ...runs }] : []),
    ],
  })
  const rank = (kind: string) =>
    order === 'soonest-expiry' || !order.includes(kind as never) ? order.length : order.indexOf(kind as never)
  const pots = grants
    .filter((grant) => !grant.features || grant.features.includes(feature))
    .sort((a, b) => (order === 'soonest-expiry' ? 0 : rank(a.kind) - rank(b.kind)) || a.expires - b.expires)
    .map(({ kind, amount }) => ({ own: kind === 'member' || kind === 'daily', left: Fraction.of(amount) }))
  let owed = Fraction.of(held)
  for (const pot of pots) {
    const part = pot.left.less(owed) ? pot.left : owed
    pot.left = pot.left.minus(part)
    owed = owed.minus(part)
  }
  const left = ({ max, used }: { max: string | number; used: string | number }) => {
    const rest = Fraction.of(max).minus(Fraction.of(used))
    return rest.less(NIL) ? NIL : rest
  }
  return {
    account,
    purse: {
      pots,
      ...(cap && { cap: left(cap) }),
      spends: [
        ...(has.day && day.over === 'refused' ? [left(day)] : []),
        ...(has.month && month.over === 'refused' ? [left(month)] : []),
      ],
      runs: has.runs ? Math.max(0, runs.max - runs.used) : Infinity,
    },
  }
}

/** Every value that a dimension may take, or a few of a long row of numbers. */
function valuesOf(def: Dimension, random: () => number): Value[] {
  if (def.type === 'choice') return def.options
  if (def.type === 'toggle') return [true, false]
  if (def.type !== 'number') return []
  const [min, step] = [Number(def.min ?? 0), Number(def.step ?? 1)]
  const start = def.step === undefined ? Math.ceil(min) : min
  const last = Math.floor((Number(def.max ?? 1000) - start) / step + 1e-9)
  if (!(last >= 0)) return []
  const at = (i: number) => String(Math.round((start + i * step) * 1e6) / 1e6)
  if (last < 60) return Array.from({ length: last + 1 }, (_, i) => at(i))
  return [...new Set([0, last, ...Array.from({ length: 25 }, () => Math.floor(random() * (last + 1)))])].map(at)
}

/** Every tool of the shipped cards that has a price as it starts. */
const priced = cards.flatMap((card) =>
  Object.keys(card.features).flatMap((feature) => {
    const request = startingRequest(card, feature, {}, on)
    const quote = estimate(card, feature, request, on)
    return quote.status === 'unpriced' ? [] : [{ card, feature, request, quote }]
  }),
)

const same = (a: Value, b: Value) => String(a) === String(b) || (typeof a !== 'boolean' && Number(a) === Number(b))

test.each([7, 8])('what the shipped cards afford is what can be taken run by run (seed %i)', (seed) => {
  const random = seeded(seed)
  let asked = 0
  let offered = 0
  for (const { card, feature, request, quote } of priced) {
    if (quote.currency !== card.currency || Number(quote.total.high) === 0) continue
    const { account, purse } = accountOf(card, feature, Number(quote.total.high), random)
    const answer = afford({ card, feature, request, account, now: NOW })
    const here = `${card.provider} ${feature}`
    if (answer.status !== 'known') {
      // Blocked outright: by a limit on runs that is used up.
      expect([here, answer.status, taken(Fraction.of(quote.total.high), purse)]).toEqual([here, 'blocked', 0])
      continue
    }
    asked++
    expect([here, Math.min(MOST, answer.runs!.low!)]).toEqual([here, taken(Fraction.of(quote.total.high), purse)])
    const changed: Record<string, number> = {}
    for (const { dimension, order, offers, sampled } of answer.reaches) {
      const sold = [card.features[feature]!.dimensions[dimension]!].flat().flatMap((def) =>
        valuesOf(def, random).flatMap((value) => {
          const price = estimate(card, feature, { ...request, [dimension]: value }, on)
          return price.status === 'unpriced' ? [] : [{ value, total: price.total.high }]
        }),
      )
      changed[dimension] = sold.length
      for (const offer of offers) {
        offered++
        const runs = taken(Fraction.of(offer.total.high), purse)
        const price = estimate(card, feature, { ...request, [dimension]: offer.value }, on)
        expect([here, price.status !== 'unpriced' && price.total]).toEqual([here, offer.total])
        if (!sampled)
          expect([here, dimension, offer.value, Math.min(MOST, offer.runs ?? MOST)]).toEqual([
            here,
            dimension,
            offer.value,
            runs,
          ])
        else expect(runs).toBeGreaterThanOrEqual(Math.min(MOST, offer.runs ?? MOST))
      }
      // Whatever is for sale and fits, there is an offer at least as high that allows at least as many.
      for (const one of sampled ? [] : sold) {
        const runs = taken(Fraction.of(one.total), purse)
        if (runs === 0) continue
        const reached = offers.some((offer) => {
          const high =
            order === 'dearer'
              ? Number(offer.total.high) >= Number(one.total)
              : sizeOf(offer.value) >= sizeOf(one.value)
          return high && Math.min(MOST, offer.runs ?? MOST) >= runs
        })
        expect([here, dimension, one.value, runs, reached]).toEqual([here, dimension, one.value, runs, true])
      }
    }
  }
  console.log(`seed ${seed}: ${asked} tools, ${offered} offers`)
  expect(asked).toBeGreaterThan(150)
})

/** "720p" 720, "4K" 2160, "10" 10. */
const sizeOf = (value: Value): number => {
  const [, n = 'NaN', k] = /(\d+(?:\.\d+)?)\s*(k?)/i.exec(String(value)) ?? []
  return Number(n) * (k ? 540 : 1)
}

test('what is cheaper on the shipped cards is what every value and every pair of values shows', () => {
  const random = seeded(3)
  let tools = 0
  let told = 0
  for (const { card, feature, request, quote } of priced) {
    const now = Number(quote.total.high)
    /** What it comes to at most, where it is cheaper in the dearest case and no dearer in the cheapest. */
    const price = (change: Request): number => {
      const next = estimate(card, feature, { ...request, ...change }, on)
      if (next.status === 'unpriced' || Number(next.total.low) > Number(quote.total.low)) return now
      return Number(next.total.high)
    }
    const answer = cheaper({ card, feature, request, on })
    if (answer.status !== 'known' || answer.partial) continue
    const free = Object.entries(card.features[feature]!.dimensions).flatMap(([name, def]) => {
      const current = request[name]
      if (current === undefined || current === null || Array.isArray(current) || name === 'plan' || name === 'surface')
        return []
      const defs = [def].flat()
      if (defs.some((d) => d.type === 'number' && valuesOf({ ...d }, random).length >= 25)) return []
      const values = defs.flatMap((d) => valuesOf(d, random)).filter((value) => !same(value, current as Value))
      return [{ name, values }]
    })
    tools++
    const found = (names: string[]) =>
      answer.changes.find(
        ({ edits, least }) =>
          !least && edits.length === names.length && edits.every((e) => names.includes(e.dimension)),
      )
    const lowest = (changes: Request[]) => Math.min(now, ...changes.map(price))
    const here = `${card.provider} ${feature}`
    const best = new Map<string, number>()
    for (const { name, values } of free) {
      best.set(name, lowest(values.map((value) => ({ [name]: value }))))
      const total = found([name])?.total.high
      expect([here, name, total === undefined ? now : Number(total)]).toEqual([here, name, best.get(name)])
      if (total !== undefined) told++
    }
    for (const [i, a] of free.entries())
      for (const b of free.slice(i + 1)) {
        const least = lowest(a.values.flatMap((x) => b.values.map((y) => ({ [a.name]: x, [b.name]: y }))))
        const alone = Math.min(best.get(a.name)!, best.get(b.name)!)
        const total = found([a.name, b.name])?.total.high
        expect([here, a.name, b.name, total === undefined ? alone : Number(total)]).toEqual([
          here,
          a.name,
          b.name,
          Math.min(alone, least),
        ])
        if (total !== undefined) told++
      }
  }
  console.log(`${tools} tools, ${told} changes`)
  expect(tools).toBeGreaterThan(150)
})
