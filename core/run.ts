import { compare, type Amount } from './amount'
import type { Known, Span } from './known'
import type { Compiled } from './compile'
import type { Reason } from './result'

/** Thrown to try every answer of a question that what is read does not decide. */
export class Fork {
  constructor(
    readonly slot: number,
    readonly answers: Known[],
  ) {}
}

/** Thrown where this try has no price. `drop`: not for sale, so it falls out of a range; otherwise the whole is unpriced. */
export class Refusal {
  constructor(
    readonly reason: Reason,
    readonly drop: boolean,
    readonly unbounded?: number,
  ) {}
}

/** Thrown while a unit rate is sought and the bill turns out not to be linear. */
export const NOT_LINEAR = Symbol('not linear')

/** Thrown where the tries so far contradict one another: this one cannot happen. */
export const IMPOSSIBLE = Symbol('impossible')

/** One evaluation of a feature: what was given, what this try assumes, and what was touched on the way. */
export class Run {
  readonly known: (Known | undefined)[]
  readonly meters: (Amount | undefined)[] = []
  /** Slots read while unread, for the reasons of a range. */
  touched: Set<number> | undefined
  published = false

  constructor(
    readonly compiled: Compiled,
    readonly given: readonly unknown[],
    readonly day: string,
    readonly narrowed: readonly (Known | undefined)[],
    /** Stands in for a number without limits while the rate is worked out. */
    readonly stand?: { slot: number; amount: Amount },
  ) {
    this.known = narrowed.slice(0, compiled.dimensions.length)
  }

  /** What is known of a dimension; decides its `when` first. */
  dimension(slot: number): Known {
    const cached = this.known[slot]
    if (cached) return cached
    const dimension = this.compiled.dimensions[slot]!
    const known = dimension.resolve(this, this.given[slot])
    this.known[slot] = known
    return known
  }

  touch(slot: number): void {
    ;(this.touched ??= new Set()).add(slot)
  }

  fork(slot: number, answers: (Known | undefined)[]): never {
    this.touch(slot)
    const possible = answers.filter((a): a is Known => a !== undefined)
    if (possible.length === 0) throw IMPOSSIBLE
    throw new Fork(slot, possible)
  }

  name(slot: number): string {
    return this.compiled.names[slot]!
  }

  refuse(reason: Reason): never {
    throw new Refusal(reason, reason.code === 'not-offered' || reason.code === 'outside')
  }

  /** A meter's amount, narrowed to what this try assumes of it. */
  meter(slot: number): Amount {
    const index = slot - this.compiled.dimensions.length
    const cached = this.meters[index]
    if (cached) return cached
    const amount = this.compiled.meters[index]!(this)
    const narrowed = this.narrowed[slot] as Span | undefined
    const result = narrowed ? intersect(amount, narrowed) : amount
    this.meters[index] = result
    return result
  }
}

function intersect(a: Amount, span: Span): Amount {
  const lo = compare(a.lo, a.d, span.lo, span.d) >= 0 ? a.lo * span.d : span.lo * a.d
  const hi = span.hi === undefined || compare(a.hi, a.d, span.hi, span.d) <= 0 ? a.hi * span.d : span.hi * a.d
  if (lo > hi) throw IMPOSSIBLE
  const edge =
    lo === hi &&
    ((span.loOpen && lo === span.lo * a.d) || (span.hiOpen && span.hi !== undefined && hi === span.hi * a.d))
  if (edge) throw IMPOSSIBLE
  return { lo, hi, d: a.d * span.d, ...(a.open ? { open: true } : {}) }
}
