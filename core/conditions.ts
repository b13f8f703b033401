import { compareAmounts, parseDecimal, type Amount } from './amount'
import { isOpen } from './known'
import type { Bounds, Match, Test, Value } from './pricing'
import type { Run } from './run'

/** Decides a match for one run. */
export type Condition = (run: Run) => boolean
export type SlotOf = (name: string) => number

/** Keys of an object: all of them; a list: any of them. */
export function compileMatch(match: Match, slotOf: SlotOf): Condition {
  if (Array.isArray(match)) {
    const any = match.map((m) => compileMatch(m, slotOf))
    return (run) => any.some((condition) => condition(run))
  }
  const all = Object.entries(match).map(([name, test]) => compileTest(slotOf(name), test))
  return all.length === 1 ? all[0]! : (run) => all.every((condition) => condition(run))
}

function compileTest(slot: number, test: Test): Condition {
  if (test === null || typeof test !== 'object' || Array.isArray(test)) return isOneOf(slot, test)
  if (!('not' in test)) return isWithin(slot, test)
  const is = isOneOf(slot, test.not)
  return (run) => !is(run)
}

/** The values of a test, each as it is compared. */
export type Values = { none: boolean; texts: ReadonlySet<string>; numbers: readonly Amount[] }

function isOneOf(slot: number, wanted: Value | Value[]): Condition {
  const each = [wanted].flat() as Value[]
  const values: Values = {
    none: each.includes(null),
    texts: new Set(each.filter((value) => value !== null).map(String)),
    numbers: each.flatMap((value) => parseDecimal(value) ?? []),
  }
  return (run) => {
    const known = run.known(slot)
    if (known === null) return values.none
    if (typeof known === 'string') return values.texts.has(known)
    if (isOpen(known)) return run.undecided.isOneOf(slot, known, values)
    return values.numbers.some((number) => compareAmounts(known, number) === 0)
  }
}

export type Limits = { [bound in keyof Bounds]: Amount | undefined }

function isWithin(slot: number, { min, max, above, below }: Bounds): Condition {
  const limits: Limits = {
    min: parseDecimal(min),
    max: parseDecimal(max),
    above: parseDecimal(above),
    below: parseDecimal(below),
  }
  return (run) => {
    const known = run.known(slot)
    if (known === null) return false
    if (typeof known === 'string') return fits(parseDecimal(known), limits)
    return isOpen(known) ? run.undecided.isWithin(slot, known, limits) : fits(known, limits)
  }
}

export const fits = (value: Amount | undefined, { min, max, above, below }: Limits): boolean =>
  value !== undefined &&
  !(min && compareAmounts(value, min) < 0) &&
  !(max && compareAmounts(value, max) > 0) &&
  !(above && compareAmounts(value, above) <= 0) &&
  !(below && compareAmounts(value, below) >= 0)
