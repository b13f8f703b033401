/**
 * Exact arithmetic. An Amount is lo/d .. hi/d with one positive denominator, not reduced; equal ends mean exact.
 * `open` marks what grows with an unread number that has no limits (see core/undecided/unit-rate.ts).
 */
export type Amount = { readonly lo: bigint; readonly hi: bigint; readonly d: bigint; readonly open?: boolean }

/** Thrown by whatever would bend an open amount: then the bill is not linear in it. */
export const NOT_LINEAR = Symbol('not linear')

export const ZERO: Amount = { lo: 0n, hi: 0n, d: 1n }
export const ONE: Amount = { lo: 1n, hi: 1n, d: 1n }
const TENS = Array.from({ length: 81 }, (_, k) => 10n ** BigInt(k))

const DECIMAL = /^(?=.{1,80}$)(-?\d+)(?:\.(\d+))?$/

/** Reads a decimal ("12.50", 5, "-1"); undefined where it is none. At most 80 characters. */
export function parseDecimal(value: unknown): Amount | undefined {
  if (Number.isSafeInteger(value)) return point(BigInt(value as number), 1n)
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const [, whole, fraction = ''] = DECIMAL.exec(String(value)) ?? []
  return whole === undefined ? undefined : point(BigInt(whole + fraction), TENS[fraction.length]!)
}

/** Reads a literal of a card: a decimal or a published range "12.66..23.21". */
export function parseLiteral(value: string | number): Amount | undefined {
  const dots = typeof value === 'string' ? value.indexOf('..') : -1
  if (dots < 0) return parseDecimal(value)
  const low = parseDecimal((value as string).slice(0, dots))
  const high = parseDecimal((value as string).slice(dots + 2))
  return low && high && span(low, high)
}

/** From the low end of one amount to the high end of another. */
export const span = (low: Amount, high: Amount): Amount => ({
  lo: low.lo * high.d,
  hi: high.hi * low.d,
  d: low.d * high.d,
})

const point = (n: bigint, d: bigint): Amount => ({ lo: n, hi: n, d })

export const isPoint = (a: Amount): boolean => a.lo === a.hi

const openAs = (a: Amount, b: Amount, result: Amount): Amount => (a.open || b.open ? { ...result, open: true } : result)

export function add(a: Amount, b: Amount): Amount {
  const sum =
    a.d === b.d
      ? { lo: a.lo + b.lo, hi: a.hi + b.hi, d: a.d }
      : { lo: a.lo * b.d + b.lo * a.d, hi: a.hi * b.d + b.hi * a.d, d: a.d * b.d }
  return openAs(a, b, sum)
}

/** a.lo - b.lo .. a.hi - b.hi: the difference of the cheapest and of the dearest cases, not the interval difference. */
export function difference(a: Amount, b: Amount): Amount {
  return add(a, { lo: -b.lo, hi: -b.hi, d: b.d })
}

/** Product of non-negative amounts: monotone, so the ends suffice. */
export function multiply(a: Amount, b: Amount): Amount {
  if (a.open && b.open) throw NOT_LINEAR
  const lo = a.lo * b.lo
  return openAs(a, b, { lo, hi: a.hi === a.lo && b.hi === b.lo ? lo : a.hi * b.hi, d: a.d * b.d })
}

export const divide = (a: Amount, by: Amount): Amount =>
  openAs(a, a, { lo: a.lo * by.d, hi: a.hi * by.d, d: a.d * by.lo })

/** End by end, the larger of the two. */
export const atLeast = (a: Amount, b: Amount): Amount => endByEnd(a, b, (x, y) => (x >= y ? x : y))

/** End by end, the smaller of the two. */
export const atMost = (a: Amount, b: Amount): Amount => endByEnd(a, b, (x, y) => (x <= y ? x : y))

function endByEnd(a: Amount, b: Amount, of: (x: bigint, y: bigint) => bigint): Amount {
  if (a.open || b.open) throw NOT_LINEAR
  return { lo: of(a.lo * b.d, b.lo * a.d), hi: of(a.hi * b.d, b.hi * a.d), d: a.d * b.d }
}

export type Round = 'up' | 'down' | 'nearest'

/** Rounds both ends to a multiple of `to` (a positive point); half goes up. */
export function round(a: Amount, how: Round, to: Amount): Amount {
  if (a.open) throw NOT_LINEAR
  const unit = a.d * to.lo
  const steps = (n: bigint) => whole(n * to.d, unit, how)
  const lo = steps(a.lo)
  return { lo: lo * to.lo, hi: (a.hi === a.lo ? lo : steps(a.hi)) * to.lo, d: to.d }
}

function whole(n: bigint, d: bigint, how: Round): bigint {
  if (how === 'nearest') return floor(2n * n + d, 2n * d)
  const down = floor(n, d)
  return how === 'up' && down * d !== n ? down + 1n : down
}

const floor = (n: bigint, d: bigint): bigint => (n < 0n && n % d !== 0n ? n / d - 1n : n / d)

/** Order of two points. */
export const compareAmounts = (a: Amount, b: Amount): number => compare(a.lo, a.d, b.lo, b.d)

/** Order of two decimals as results hold them. */
export const compareDecimals = (a: string, b: string): number => compareAmounts(parseDecimal(a)!, parseDecimal(b)!)

/** -1, 0 or 1 for n/d against m/e. */
export function compare(n: bigint, d: bigint, m: bigint, e: bigint): number {
  const left = n * e
  const right = m * d
  return left < right ? -1 : left > right ? 1 : 0
}

const PLACES = new Map(TENS.map((ten, k) => [ten, k]))

/** The decimal string of n/d, or undefined where it would not end. */
export function decimal(n: bigint, d: bigint): string | undefined {
  if (d === 1n) return String(n)
  const known = PLACES.get(d)
  if (known !== undefined) return placed(n, known)
  const places = TENS.findIndex((ten) => (n * ten) % d === 0n)
  return places < 0 ? undefined : placed((n * TENS[places]!) / d, places)
}

/** Digits with a point before the last `places`, without zeros at the end. */
function placed(n: bigint, places: number): string {
  if (n < 0n) return `-${placed(-n, places)}`
  const digits = String(n).padStart(places + 1, '0')
  const point = digits.length - places
  let end = digits.length
  while (end > point && digits[end - 1] === '0') end--
  return digits.slice(0, point) + (end > point ? `.${digits.slice(point, end)}` : '')
}

/** Decimal strings of both ends; undefined where one would not end. */
export function toRange(a: Amount): { low: string; high: string } | undefined {
  const low = decimal(a.lo, a.d)
  const high = a.hi === a.lo ? low : decimal(a.hi, a.d)
  return low === undefined || high === undefined ? undefined : { low, high }
}

/** "5.0" and 5 are one key: the shortest decimal, or undefined. */
export function canonical(value: unknown): string | undefined {
  const amount = parseDecimal(value)
  return amount && decimal(amount.lo, amount.d)
}
