import { compare, parseDecimal, ZERO, type Amount } from './amount'
import { fitsGrid, NONE, snapped, type Known, type Span } from './known'
import type { Condition } from './conditions'
import type { Dimension, Value } from './pricing'
import type { Reason } from './result'
import type { Run } from './run'

type Reading = Known | Reason
type Variant = { when?: Condition; read: (given: unknown, name: string) => Reading }

/** A dimension ready to be resolved: which variant holds, and what the request says of it. */
export type CompiledDimension = {
  resolve: (run: Run, given: unknown) => Known
  /** The index of the variant that holds, -1 where the dimension is not there. */
  variant: (run: Run) => number
  /** Whether a given value must be looked at even where no charge reads it: it may be wrong in some variant. */
  suspect: (given: unknown) => boolean
}

const isReason = (reading: Reading): reading is Reason => 'code' in reading

export function compileDimension(
  name: string,
  defs: readonly Dimension[],
  condition: (match: NonNullable<Dimension['when']>) => Condition,
): CompiledDimension {
  const variants: Variant[] = defs.map((def) => ({ when: def.when && condition(def.when), read: reader(def) }))
  const hidden = defs.find((def) => def.otherwise !== undefined && def.when !== undefined)
  const conditional = variants.every((v) => v.when)
  const always = variants.length === 1 && !conditional
  const settle = (reading: Reading, run: Run) => (isReason(reading) ? run.refuse(reading) : reading)
  return {
    resolve(run, given) {
      for (const variant of variants)
        if (!variant.when || variant.when(run)) return settle(variant.read(given, name), run)
      return conditional && hidden ? settle(otherwise(hidden), run) : NONE
    },
    variant: (run) => variants.findIndex((v) => !v.when || v.when(run)),
    suspect: (given) => always || variants.some((v) => isReason(v.read(given, name))),
  }
}

/** `otherwise` stands outside the dimension's own limits on purpose: 0 seconds of a source that is not there. */
function otherwise(def: Dimension): Reading {
  const value = def.otherwise as Value
  if (value === null) return NONE
  if (def.type === 'number' || def.type === 'list') return number(value, '', {})
  return { is: 'options', left: [String(value)], unread: false, there: true }
}

function reader(def: Dimension): Variant['read'] {
  if (def.type === 'choice') return choice(def.options)
  if (def.type === 'toggle') return choice(['true', 'false'])
  const limits = bounds(def)
  if (def.type === 'number') return readNumber(limits)
  return (given, name) => list(given, name, limits, def.fewest, def.most)
}

function choice(options: readonly string[]): Variant['read'] {
  const known = new Map(options.map((o) => [o, { is: 'options', left: [o], unread: false, there: true } as Known]))
  const all: Known = { is: 'options', left: options, unread: true, there: false }
  return (given, name) => {
    if (given === undefined) return all
    if (given === null) return NONE
    if (typeof given === 'object') return { code: 'malformed', dimension: name }
    const value = String(given)
    return (
      known.get(value) ?? { code: 'unknown-option', dimension: name, value: value.slice(0, 120), allowed: [...options] }
    )
  }
}

type Limits = { min?: Amount; max?: Amount; step?: Amount; words?: string[] }
function bounds(def: { min?: unknown; max?: unknown; step?: unknown }): Limits {
  const words = [def.min === undefined ? undefined : `≥ ${def.min}`, def.max === undefined ? undefined : `≤ ${def.max}`]
  return {
    min: parseDecimal(def.min),
    max: parseDecimal(def.max),
    step: parseDecimal(def.step),
    words: words.filter((w) => w !== undefined),
  }
}

function readNumber(limits: Limits): Variant['read'] {
  const unread = unreadNumber(limits)
  const auto: Known = { ...unread, there: true, auto: true }
  return (given, name) => (given === undefined ? unread : given === 'auto' ? auto : number(given, name, limits))
}

/** The number's limits; the lower one is 0 where the card states none, since quantities are not negative. */
function unreadNumber({ min = ZERO, max, step }: Limits): Span {
  const d = max ? min.d * max.d : min.d
  const span: Span = {
    is: 'span',
    d,
    lo: max ? min.lo * max.d : min.lo,
    hi: max && max.lo * min.d,
    loOpen: false,
    hiOpen: false,
    unread: true,
    there: false,
    auto: undefined,
    ...(step && { grid: { from: min, step } }),
  }
  return snapped(span) ?? span
}

function number(given: unknown, name: string, limits: Limits): Reading {
  if (given === null) return NONE
  const v = parseDecimal(given)
  if (!v) return { code: 'malformed', dimension: name, value: String(given).slice(0, 120) }
  return (
    outside(v, given, name, limits) ?? {
      is: 'span',
      lo: v.lo,
      hi: v.hi,
      d: v.d,
      loOpen: false,
      hiOpen: false,
      unread: false,
      there: true,
      auto: false,
    }
  )
}

function outside(v: Amount, given: unknown, name: string, { min, max, step, words }: Limits): Reason | undefined {
  const low = min && compare(v.lo, v.d, min.lo, min.d) < 0
  const high = max && compare(v.lo, v.d, max.lo, max.d) > 0
  if (low || high || (!min && v.lo < 0n))
    return { code: 'outside', dimension: name, value: String(given), allowed: words }
  if (step && !fitsGrid(v, min ?? ZERO, step))
    return { code: 'outside', dimension: name, value: String(given), allowed: words }
  return undefined
}

function list(given: unknown, name: string, limits: Limits, fewest = 0, most?: number): Reading {
  if (given === null) return NONE
  if (given === undefined || given === 'auto') {
    if (most === undefined || !limits.max) return { code: 'unread', dimension: name }
    const { min = ZERO, max } = limits
    const each = { lo: min.lo * max.d, hi: max.lo * min.d, d: min.d * max.d }
    return { is: 'items', items: undefined, each, fewest: BigInt(fewest), most: BigInt(most) }
  }
  if (!Array.isArray(given) || given.length > 10_000) return { code: 'malformed', dimension: name }
  if (given.length < fewest || (most !== undefined && given.length > most))
    return { code: 'outside', dimension: name, value: `× ${given.length}`, allowed: [`× ${fewest}–${most ?? '…'}`] }
  const items: Amount[] = []
  for (const item of given) {
    const v = parseDecimal(item)
    if (!v) return { code: 'malformed', dimension: name, value: String(item).slice(0, 120) }
    const wrong = outside(v, item, name, limits)
    if (wrong) return wrong
    items.push(v)
  }
  return { is: 'items', items }
}
