import type { Amount } from './amount'
import type { Compiled } from './compile'
import type { Known } from './known'
import type { Request } from './rate-card'
import type { Reason } from './result'
import type { Undecided } from './undecided/try'

/** Thrown by a plain run where what is given does not decide the price, or there is none: a `Try` says what then. */
export const OPEN = Symbol('open')

/**
 * One evaluation of a feature, of what was given. The rules of the language (conditions, dimensions, charge models, the bill) are
 * written once, for every run; what they ask where something is open is answered by core/undecided/try.ts alone.
 */
export class Run {
  private readonly amounts: (Amount | undefined)[] = []

  constructor(
    readonly compiled: Compiled,
    readonly given: readonly unknown[],
    readonly day: string,
    private readonly found: (Known | undefined)[] = [],
  ) {}

  get undecided(): Undecided {
    throw OPEN
  }

  refuse(_code: Reason['code'], _slot?: number, _more?: Partial<Reason>): never {
    throw OPEN
  }

  /** An amount that is itself a range, as the vendor publishes it. */
  published(_range: Amount): Amount {
    throw OPEN
  }

  /** A value that the card does not know is refused even where the bill does not reach it. */
  check(): void {
    this.given.forEach((value, slot) => value !== undefined && this.dimension(slot))
  }

  /** What is known of a dimension; decides its `when` first. */
  dimension(slot: number): Known {
    let known = this.found[slot]
    if (known === undefined) this.found[slot] = known = this.compiled.dimensions[slot]!.resolve(this, slot)
    return known
  }

  meter(slot: number): Amount {
    return (this.amounts[slot] ??= this.compiled.meters[slot]!(this))
  }

  /** What a condition or a table asks about: a dimension or a meter. */
  known(slot: number): Known {
    return slot < this.compiled.dimensions.length ? this.dimension(slot) : this.meter(slot)
  }
}

/** What a request gives, by slot; `foreign` is told the names that the feature does not have. */
export function givenOf(compiled: Compiled, request: Request, foreign?: (name: string) => void): unknown[] {
  const { length } = compiled.dimensions
  const given: unknown[] = new Array(length)
  for (const name of Object.keys(request)) {
    const slot = compiled.slots.get(name) ?? length
    if (slot < length) given[slot] = request[name]
    else if (request[name] !== undefined) foreign?.(name)
  }
  return given
}
