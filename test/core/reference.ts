import type { Charge, Dimension, Match, Quantity, Rate, Test } from '../../core/pricing'
import type { Feature, Request } from '../../core/rate-card'

// An independent, naive reading of the language for complete requests: reduced fractions, no intervals, no tries.
// It shares no code with core/, so that agreement means something.

export class Fraction {
  readonly n: bigint
  readonly d: bigint
  constructor(n: bigint, d: bigint) {
    const g = gcd(n < 0n ? -n : n, d) || 1n
    this.n = n / g
    this.d = d / g
  }
  static of(text: string | number): Fraction {
    const [whole = '0', fraction = ''] = String(text).split('.')
    return new Fraction(BigInt(whole + fraction), 10n ** BigInt(fraction.length))
  }
  toString = () => `${this.n}/${this.d}`
  plus = (o: Fraction) => new Fraction(this.n * o.d + o.n * this.d, this.d * o.d)
  minus = (o: Fraction) => new Fraction(this.n * o.d - o.n * this.d, this.d * o.d)
  times = (o: Fraction) => new Fraction(this.n * o.n, this.d * o.d)
  over = (o: Fraction) => new Fraction(this.n * o.d, this.d * o.n)
  less = (o: Fraction) => this.n * o.d < o.n * this.d
  equals = (o: Fraction) => this.n === o.n && this.d === o.d
  floor = () => {
    const q = this.n / this.d
    return new Fraction(this.n < 0n && this.n % this.d !== 0n ? q - 1n : q, 1n)
  }
}
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))
const HALF = new Fraction(1n, 2n)
const NIL = new Fraction(0n, 1n)
const UNIT = new Fraction(1n, 1n)

/** Not for sale; falls out of a range. */
export class NotOffered extends Error {}
export class NoPrice extends Error {}

type World = { feature: Feature; request: Request; day: string }
type Item = Fraction | null | string | boolean | Fraction[]

export function referenceTotal(
  feature: Feature,
  request: Request,
  day: string,
): { total: Fraction; lines: Fraction[] } {
  const world = { feature, request, day }
  for (const name of Object.keys(request)) valueOf(world, name)
  const lines = feature.charges.filter((c) => !c.when || matches(world, c.when)).map((c) => lineOf(world, c))
  if (lines.length === 0) throw new NoPrice('no line')
  const sum = lines.reduce((a, b) => a.plus(b), NIL)
  return { total: feature.total ? units(world, feature.total, sum) : sum, lines }
}

function lineOf(world: World, charge: Charge): Fraction {
  const rates: Rate[] = 'rates' in charge ? charge.rates : [{ amount: charge.amount }]
  const rate = rates.find((r) => !(r.from && r.from > world.day) && (!r.match || matches(world, r.match)))
  if (!rate || 'unpriced' in rate) throw new NoPrice('no rate')
  if ('notOffered' in rate) throw new NotOffered('rate')
  const meter = rate.meter ?? charge.meter
  const raw = meter === undefined ? UNIT : quantity(world, meter)
  const per = rate.per ?? charge.per
  const how = rate.round ?? charge.round
  const count = units(world, { ...(per && { per }), ...(how && { round: how }) }, raw)
  const amount = quantity(world, rate.amount)
  if (count.less(NIL) || amount.less(NIL)) throw new NoPrice('negative')
  return amount.times(count)
}

function valueOf(world: World, name: string): Item {
  const defs = [world.feature.dimensions[name]!].flat() as Dimension[]
  const def = defs.find((d) => !d.when || matches(world, d.when))
  const hidden = defs.find((d) => d.otherwise !== undefined)?.otherwise ?? null
  const value = def ? world.request[name] : hidden
  if (value === null || value === undefined) return null
  if (!def) return typeof value === 'number' ? Fraction.of(value) : (value as string)
  if (def.type === 'toggle') return value as boolean
  if (def.type === 'choice') {
    if (!def.options.includes(String(value))) throw new NoPrice('option')
    return String(value)
  }
  if (def.type === 'list') return (value as number[]).map((v) => Fraction.of(v))
  const number = Fraction.of(value as number)
  if (def.min !== undefined && number.less(Fraction.of(def.min))) throw new NotOffered('below')
  if (def.max !== undefined && Fraction.of(def.max).less(number)) throw new NotOffered('above')
  return number
}

function lookup(world: World, name: string): Item {
  if (Object.hasOwn(world.feature.dimensions, name)) return valueOf(world, name)
  return quantity(world, world.feature.meters![name]!)
}

function matches(world: World, match: Match): boolean {
  if (Array.isArray(match)) return match.some((m) => matches(world, m))
  return Object.entries(match).every(([name, test]) => passes(lookup(world, name), test))
}

function passes(item: Item, test: Test): boolean {
  if (test === null || typeof test !== 'object') return same(item, test)
  if (Array.isArray(test)) return test.some((t) => same(item, t))
  if ('not' in test) return ![test.not].flat().some((t) => same(item, t))
  const value =
    item instanceof Fraction ? item : typeof item === 'string' && /^\d/.test(item) ? Fraction.of(item) : undefined
  if (!value) return false
  if (test.min !== undefined && value.less(Fraction.of(test.min))) return false
  if (test.below !== undefined && !value.less(Fraction.of(test.below))) return false
  if (test.above !== undefined && !Fraction.of(test.above).less(value)) return false
  return test.max === undefined || !Fraction.of(test.max).less(value)
}

function same(item: Item, value: unknown): boolean {
  if (item === null || value === null) return item === value
  if (item instanceof Fraction) return /^\d/.test(String(value)) && item.equals(Fraction.of(String(value)))
  return String(item) === String(value)
}

function quantity(world: World, q: Quantity): Fraction {
  if (typeof q === 'number' || (typeof q === 'string' && /^-?\d/.test(q))) return Fraction.of(q as string)
  if (typeof q === 'string') return asNumber(lookup(world, q))
  if (Array.isArray(q)) return q.map((part) => positive(quantity(world, part))).reduce((a, b) => a.times(b))
  if ('sum' in q) return q.sum.map((part) => quantity(world, part)).reduce((a, b) => a.plus(b))
  if ('by' in q) return cell(world, q.by, q.cells)
  const item =
    typeof q.of === 'string' && Object.hasOwn(world.feature.dimensions, q.of) ? valueOf(world, q.of) : undefined
  const raws = Array.isArray(item) ? item : [quantity(world, q.of)]
  return raws.map((raw) => tiered(world, q, units(world, q, raw))).reduce((a, b) => a.plus(b), NIL)
}

function asNumber(item: Item): Fraction {
  if (item === null) throw new NoPrice('not there')
  if (Array.isArray(item)) return item.reduce((a, b) => a.plus(b), NIL)
  return item instanceof Fraction ? item : Fraction.of(String(item))
}

function positive(value: Fraction): Fraction {
  if (value.less(NIL)) throw new NoPrice('negative')
  return value
}

function cell(world: World, by: string[], cells: unknown): Fraction {
  const [name, ...rest] = by
  const item = lookup(world, name!)
  if (item === null) throw new NoPrice('not there')
  const found = Object.entries(cells as object).find(([key]) => same(item, key))?.[1]
  if (found === undefined || found === null) throw new NotOffered('cell')
  return typeof found === 'object' ? cell(world, rest, found) : Fraction.of(found as string)
}

type Units = { min?: Quantity; max?: Quantity; per?: unknown; round?: string; to?: unknown }
function units(world: World, u: Units, raw: Fraction): Fraction {
  let x = raw
  if (u.min !== undefined && x.less(quantity(world, u.min))) x = quantity(world, u.min)
  if (u.max !== undefined && quantity(world, u.max).less(x)) x = quantity(world, u.max)
  if (u.per !== undefined) x = x.over(Fraction.of(u.per as string))
  if (!u.round) return x
  const to = Fraction.of((u.to ?? 1) as string)
  const steps = x.over(to)
  if (u.round === 'nearest') return steps.plus(HALF).floor().times(to)
  const down = steps.floor()
  return (u.round === 'up' && down.less(steps) ? down.plus(UNIT) : down).times(to)
}

function tiered(world: World, q: { tiers?: { upTo?: unknown; amount: Quantity }[] }, x: Fraction): Fraction {
  if (!q.tiers) return x
  if (x.less(NIL)) throw new NoPrice('negative')
  let total = NIL
  let from = NIL
  for (const tier of q.tiers) {
    const end = tier.upTo === undefined ? undefined : Fraction.of(tier.upTo as string)
    const stop = end && end.less(x) ? end : x
    if (from.less(stop)) total = total.plus(stop.minus(from).times(positive(quantity(world, tier.amount))))
    if (!end || !end.less(x)) return total
    from = end
  }
  throw new NotOffered('tier')
}
