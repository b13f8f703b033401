import { parseDecimal, type Amount } from '../amount'
import { fits, type Limits, type Values } from '../conditions'
import type { Open, Options, Span } from '../known'
import { above, at, below, isAbove, isAtLeast, isEqual } from './spans'
import type { Try } from './try'

/** Whether what is open is one of some values: decided, or the try is forked on it. */
export function isOneOf(run: Try, slot: number, known: Open, { none, texts, numbers }: Values): boolean {
  if (known.is === 'items' || known.is === 'list') return false
  if (none && !known.there) return run.fork(slot, [null, { ...known, there: true }])
  if (known.is === 'options') return isChosen(run, slot, known, (option) => texts.has(option))
  const asksAuto = texts.has('auto')
  if (asksAuto && known.auto === undefined)
    return run.fork(slot, [
      { ...known, auto: true },
      { ...known, auto: false },
    ])
  if (asksAuto && known.auto) return true
  return numbers.some((number) => isValue(run, slot, known, number))
}

const isValue = (run: Try, slot: number, known: Span, v: Amount): boolean =>
  isEqual(known, v) ?? run.fork(slot, [at(known, v), below(known, v, true), above(known, v, true)])

function isChosen(run: Try, slot: number, known: Options, test: (option: string) => boolean): boolean {
  if (known.left.length === 1) {
    run.touch(slot)
    return test(known.left[0]!)
  }
  const inside = known.left.filter(test)
  if (inside.length === 0 || inside.length === known.left.length) return inside.length > 0
  const outside = known.left.filter((option) => !test(option))
  return run.fork(slot, [
    { ...known, left: inside },
    { ...known, left: outside },
  ])
}

/** The same for some limits. */
export function isWithin(run: Try, slot: number, known: Open, limits: Limits): boolean {
  if (known.is === 'items' || known.is === 'list') return false
  if (known.is === 'options') return isChosen(run, slot, known, (option) => fits(parseDecimal(option), limits))
  const ask = (v: Amount, open: boolean) => run.fork(slot, [below(known, v, open), above(known, v, !open)])
  const { min, max, above: over, below: under } = limits
  // "above x" and "max x" are one question, "below x" and "min x" another: asked once, they leave no hole at x.
  if (min && !(isAtLeast(known, min) ?? ask(min, true))) return false
  if (under && (isAtLeast(known, under) ?? ask(under, true))) return false
  if (over && !(isAbove(known, over) ?? ask(over, false))) return false
  return !(max && (isAbove(known, max) ?? ask(max, false)))
}
