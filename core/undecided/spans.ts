import { compare, type Amount } from '../amount'
import type { Span } from '../known'

export const isSingle = (s: Span): boolean => s.lo === s.hi

/** The part of a span at or below (above) a bound, or undefined where nothing is left. */
export function below(span: Span, v: Amount, open: boolean): Span | undefined {
  const hi = v.lo * span.d
  return snapped({ ...span, lo: span.lo * v.d, hi, d: span.d * v.d, hiOpen: open })
}
export function above(span: Span, v: Amount, open: boolean): Span | undefined {
  const lo = v.lo * span.d
  const hi = span.hi === undefined ? undefined : span.hi * v.d
  return snapped({ ...span, lo, hi, d: span.d * v.d, loOpen: open })
}
export const at = (span: Span, v: Amount): Span | undefined => {
  const single = { ...span, lo: v.lo, hi: v.hi, d: v.d, loOpen: false, hiOpen: false }
  return snapped(single)
}

/** With a step, only values on the grid are possible: ends move inwards to it. */
export function snapped(span: Span): Span | undefined {
  const inner = span.grid ? onGrid(span, span.grid) : span
  if (inner.hi === undefined) return inner
  if (inner.lo > inner.hi) return undefined
  return inner.lo === inner.hi && (inner.loOpen || inner.hiOpen) ? undefined : inner
}

function onGrid(span: Span, { from, step }: { from: Amount; step: Amount }): Span {
  const d = span.d * from.d * step.d
  const base = from.lo * span.d * step.d
  const size = step.lo * span.d * from.d
  const scale = from.d * step.d
  const ceil = (n: bigint) => (n + size - 1n) / size
  let first = ceil(span.lo * scale - base)
  if (span.loOpen && first * size + base === span.lo * scale) first += 1n
  if (first < 0n) first = 0n
  const lo = base + first * size
  if (span.hi === undefined) return { ...span, lo, d, loOpen: false }
  const room = span.hi * scale - base
  let last = room < 0n ? -1n : room / size
  if (last >= 0n && span.hiOpen && last * size === room) last -= 1n
  return { ...span, lo, hi: base + last * size, d, loOpen: false, hiOpen: false }
}

/** true, false, or undefined where the span straddles the question. */
export function isAtLeast(span: Span, v: Amount): boolean | undefined {
  if (compare(span.lo, span.d, v.lo, v.d) >= 0) return true
  if (span.hi === undefined) return undefined
  const end = compare(span.hi, span.d, v.lo, v.d)
  return end < 0 || (end === 0 && span.hiOpen) ? false : undefined
}
export function isAbove(span: Span, v: Amount): boolean | undefined {
  const start = compare(span.lo, span.d, v.lo, v.d)
  if (start > 0 || (start === 0 && span.loOpen)) return true
  if (span.hi === undefined) return undefined
  return compare(span.hi, span.d, v.lo, v.d) <= 0 ? false : undefined
}
export function isEqual(span: Span, v: Amount): boolean | undefined {
  if (isSingle(span)) return compare(span.lo, span.d, v.lo, v.d) === 0
  return isAtLeast(span, v) === false || isAbove(span, v) === true ? false : undefined
}
