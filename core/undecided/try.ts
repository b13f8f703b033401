import { compare, isPoint, NOT_LINEAR, type Amount } from '../amount'
import type { Cell, Level } from '../charge-models/table'
import type { Step } from '../charge-models/tiers'
import type { Compiled, CompiledRate } from '../compile'
import type { Limits, Values } from '../conditions'
import type { Variant } from '../dimensions'
import { isOpen, type Known, type Open, type Span } from '../known'
import type { Reason } from '../result'
import { Run } from '../run'
import { amount, eachItem, tiers } from './amounts'
import { cell, offeredIn, shown } from './cells'
import { isOneOf, isWithin } from './tests'
import { readGiven, refuses } from './unread'

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

/** Thrown where the tries so far contradict one another: this one cannot happen. */
export const IMPOSSIBLE = Symbol('impossible')

/** What the rules ask where something is open. */
export type Undecided = Pick<
  Try,
  'read' | 'isOneOf' | 'isWithin' | 'amount' | 'eachItem' | 'tiers' | 'cell' | 'noCell' | 'refused'
>

/** A run that answers what is open: with what this try assumes, by forking, or with a reason why there is no price. */
export class Try extends Run {
  /** Slots read while unread, for the reasons of a range. */
  touched: Set<number> | undefined
  /** Whether an amount was used that is itself a range. */
  ranged = false

  constructor(
    compiled: Compiled,
    given: readonly unknown[],
    day: string,
    /** What this try assumes, by slot. */
    readonly narrowed: readonly (Known | undefined)[] = [],
    /** Stands in for a number without limits while the rate is worked out. */
    readonly stand?: { slot: number; amount: Amount },
  ) {
    super(compiled, given, day, narrowed.slice(0, compiled.dimensions.length))
  }

  override get undecided(): Undecided {
    return this
  }

  /** Looks at no dimension whose conditions would have to be decided for it, unless one of its variants refuses the value. */
  override check(): void {
    const { given, compiled } = this
    for (let slot = 0; slot < given.length; slot++) {
      if (given[slot] !== undefined && isSuspect(compiled.dimensions[slot]!.variants, given[slot])) this.dimension(slot)
    }
  }

  override dimension(slot: number): Known {
    return this.stand?.slot === slot ? this.stand.amount : super.dimension(slot)
  }

  /** A meter's amount, narrowed to what this try assumes of it. */
  override meter(slot: number): Amount {
    const all = super.meter(slot)
    const narrowed = this.narrowed[slot] as Span | undefined
    return narrowed ? intersect(all, narrowed) : all
  }

  override known(slot: number): Known {
    const known = super.known(slot)
    if (known === null || typeof known === 'string' || isOpen(known)) return known
    if (known.open) throw NOT_LINEAR
    return isPoint(known) ? known : spanOf(known, this.narrowed[slot] as Span | undefined)
  }

  override refuse(code: Reason['code'], slot?: number, more?: Partial<Reason>): never {
    const dimension = slot === undefined ? undefined : { dimension: this.name(slot) }
    throw new Refusal({ code, ...dimension, ...more }, code === 'not-offered' || code === 'outside')
  }

  override published(range: Amount): Amount {
    this.ranged = true
    return range
  }

  name(slot: number): string {
    return this.compiled.names[slot]!
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

  read(slot: number, variant: Variant, given: unknown): Known {
    return readGiven(this, slot, variant, given)
  }
  isOneOf(slot: number, known: Open, values: Values): boolean {
    return isOneOf(this, slot, known, values)
  }
  isWithin(slot: number, known: Open, limits: Limits): boolean {
    return isWithin(this, slot, known, limits)
  }
  amount(slot: number, known: Open): Amount {
    return amount(this, slot, known)
  }
  eachItem(slot: number, one: (run: Run, raw: Amount) => Amount): Amount {
    return eachItem(this, slot, one)
  }
  tiers(steps: readonly Step[], quantity: Amount): Amount {
    return tiers(this, steps, quantity)
  }
  cell(slot: number, known: Open, level: Level): Cell | undefined {
    return cell(this, slot, known, level)
  }
  /** A rate that says in words why it has no amount. */
  refused({ stated: { unpriced, notOffered } }: CompiledRate): never {
    return this.refuse(notOffered === undefined ? 'quote' : 'not-offered', undefined, { words: notOffered ?? unpriced })
  }
  /** Names the level that has no cell, and the keys of it that do. */
  noCell(slot: number, level: Level): never {
    return this.refuse('not-offered', slot, { value: shown(this.known(slot)), allowed: offeredIn(level) })
  }
}

const isSuspect = (variants: readonly Variant[], given: unknown): boolean =>
  (variants.length === 1 && !variants[0]!.when) || variants.some((variant) => refuses(variant, given))

/** A meter that is a range, as something to be asked about; at the edges of what is assumed of it, the end itself may be out. */
function spanOf(a: Amount, narrowed: Span | undefined): Span {
  const edge = (n: bigint, end: bigint | undefined, open: boolean | undefined) =>
    Boolean(open && narrowed && end !== undefined && n * narrowed.d === end * a.d)
  return {
    is: 'span',
    lo: a.lo,
    hi: a.hi,
    d: a.d,
    loOpen: edge(a.lo, narrowed?.lo, narrowed?.loOpen),
    hiOpen: edge(a.hi, narrowed?.hi, narrowed?.hiOpen),
    there: true,
    auto: false,
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
