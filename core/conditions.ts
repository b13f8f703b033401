import { parseDecimal, isPoint, type Amount } from './amount'
import { above, at, below, isAbove, isAtLeast, isEqual, NONE, type Known, type Options, type Span } from './known'
import type { Bounds, Match, Test, Value } from './pricing'
import { NOT_LINEAR, type Run } from './run'

/** Decides a match for one try, or forks the try on what is unread. */
export type Condition = (run: Run) => boolean

export type SlotOf = (name: string) => { slot: number; meter: boolean }

/** Keys of an object: all of them; a list: any of them. */
export function compileMatch(match: Match, slotOf: SlotOf): Condition {
  if (Array.isArray(match)) {
    const any = match.map((m) => compileMatch(m, slotOf))
    return (run) => any.some((c) => c(run))
  }
  const all = Object.entries(match).map(([name, test]) => compileTest(name, test, slotOf))
  if (all.length === 1) return all[0]!
  return (run) => {
    for (const condition of all) if (!condition(run)) return false
    return true
  }
}

function compileTest(name: string, test: Test, slotOf: SlotOf): Condition {
  const { slot, meter } = slotOf(name)
  const known = meter ? (run: Run) => meterSpan(run, slot) : (run: Run) => asked(run, slot)
  if (test === null || typeof test !== 'object' || Array.isArray(test))
    return equals(slot, known, [test].flat() as Value[])
  if (!('not' in test)) return within(slot, known, test)
  const is = equals(slot, known, [test.not].flat() as Value[])
  return (run) => !is(run)
}

function asked(run: Run, slot: number): Known {
  if (run.stand?.slot === slot) throw NOT_LINEAR
  return run.dimension(slot)
}

function meterSpan(run: Run, slot: number): Span {
  const a = run.meter(slot)
  if (a.open) throw NOT_LINEAR
  const narrowed = run.narrowed[slot] as Span | undefined
  const edge = (n: bigint, end: bigint | undefined, open?: boolean) =>
    Boolean(open && narrowed && end !== undefined && n * narrowed.d === end * a.d)
  return {
    is: 'span',
    lo: a.lo,
    hi: a.hi,
    d: a.d,
    unread: !isPoint(a),
    there: true,
    auto: false,
    loOpen: edge(a.lo, narrowed?.lo, narrowed?.loOpen),
    hiOpen: edge(a.hi, narrowed?.hi, narrowed?.hiOpen),
  }
}

function equals(slot: number, known: (run: Run) => Known, values: Value[]): Condition {
  const texts = new Set(values.filter((v) => v !== null).map(String))
  const numbers = values.map(parseDecimal).filter((v): v is Amount => v !== undefined)
  const asksNull = values.includes(null)
  const asksAuto = texts.has('auto')
  return (run) => {
    const k = known(run)
    if (k.is === 'none') return asksNull
    if (k.is === 'items') return false
    if (asksNull && !k.there) return run.fork(slot, [NONE, { ...k, there: true }])
    if (k.is === 'options') return chosen(run, slot, k, (o) => texts.has(o))
    if (asksAuto && k.auto === undefined)
      return run.fork(slot, [
        { ...k, auto: true },
        { ...k, auto: false },
      ])
    if (asksAuto && k.auto) return true
    return numbers.some((v) => isValue(run, slot, k, v))
  }
}

function chosen(run: Run, slot: number, k: Options, test: (option: string) => boolean): boolean {
  if (k.left.length === 1) {
    if (k.unread) run.touch(slot)
    return test(k.left[0]!)
  }
  const inside = k.left.filter(test)
  if (inside.length === 0 || inside.length === k.left.length) return inside.length > 0
  const outside = k.left.filter((o) => !test(o))
  return run.fork(slot, [
    { ...k, left: inside },
    { ...k, left: outside },
  ])
}

function isValue(run: Run, slot: number, k: Span, v: Amount): boolean {
  return isEqual(k, v) ?? run.fork(slot, [at(k, v), below(k, v, true), above(k, v, true)])
}

function within(slot: number, known: (run: Run) => Known, test: Bounds): Condition {
  const min = parseDecimal(test.min)
  const max = parseDecimal(test.max)
  const over = parseDecimal(test.above)
  const under = parseDecimal(test.below)
  const inOption = (option: string) => {
    const v = parseDecimal(option)
    return v !== undefined && holds({ is: 'span', lo: v.lo, hi: v.hi, d: v.d } as Span, () => false)
  }
  // "above x" and "max x" are one question, "below x" and "min x" another: asked once, they leave no hole at x.
  const holds = (k: Span, ask: (v: Amount, open: boolean) => boolean): boolean => {
    if (min && !(isAtLeast(k, min) ?? ask(min, true))) return false
    if (under && (isAtLeast(k, under) ?? ask(under, true))) return false
    if (over && !(isAbove(k, over) ?? ask(over, false))) return false
    if (max && (isAbove(k, max) ?? ask(max, false))) return false
    return true
  }
  return (run) => {
    const k = known(run)
    if (k.is === 'none' || k.is === 'items') return false
    if (k.is === 'options') return chosen(run, slot, k, inOption)
    return holds(k, (v, open) => run.fork(slot, [below(k, v, open), above(k, v, !open)]))
  }
}
