import { canonical } from './amount'

// Long sums of decimals of one currency: whole units of a power of ten, so that nothing grows and nothing is lost.

/** How many decimals are needed to write all of these exactly. */
export function digitsOf(decimals: Iterable<string | number>): number {
  let digits = 0
  for (const text of decimals) digits = Math.max(digits, fraction(canonical(text) ?? '').length)
  return digits
}

const fraction = (text: string): string => text.split('.')[1] ?? ''

/** A decimal in units of 10^-digits; it must have no more decimals than that. */
export function toUnits(decimal: string | number, digits: number): bigint {
  const text = canonical(decimal) ?? '0'
  return BigInt(text.replace('.', '') + '0'.repeat(digits - fraction(text).length))
}

export function fromUnits(units: bigint, digits: number): string {
  if (units < 0n) return `-${fromUnits(-units, digits)}`
  const text = String(units).padStart(digits + 1, '0')
  const tail = digits === 0 ? '' : text.slice(-digits).replace(/0+$/, '')
  const whole = digits === 0 ? text : text.slice(0, -digits)
  return tail ? `${whole}.${tail}` : whole
}

/** The exact sum of decimals, however many. */
export function sumOf(decimals: readonly (string | number)[]): string {
  const digits = digitsOf(decimals)
  return fromUnits(
    decimals.reduce<bigint>((sum, one) => sum + toUnits(one, digits), 0n),
    digits,
  )
}

/** A decimal with the other sign. */
export const negated = (decimal: string | number): string => {
  const text = canonical(decimal) ?? '0'
  return text === '0' ? text : text.startsWith('-') ? text.slice(1) : `-${text}`
}
