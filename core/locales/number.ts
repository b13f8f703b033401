import type { Range } from '../result'
import type { Locale } from './index'
import { keptIntl } from './kept'

type Options = Intl.NumberFormatOptions
type Decimal = Intl.StringNumericLiteral

/** A kept formatter of numbers. */
export const numberFormat = (intl: string, options: Options): Intl.NumberFormat =>
  keptIntl(Intl.NumberFormat, intl, options)

/** Decimals a credit amount is written with at most; a card's amounts rarely have more than three. */
const MOST = 6

/**
 * A number or range without its unit ("340", "48–60", "−12"), exact to six decimals. Decimal strings never become floating point. Below 0
 * stands one true minus in every language, some of which have a hyphen there and between two ends.
 */
export function numberText(value: Range | string | number, locale: Locale, options: Options = {}): string {
  const format = numberFormat(locale.intl, { maximumFractionDigits: MOST, ...options })
  const { low, high } = rangeOf(value)
  const [least, most] = [low, high].map((end) => written(format.formatToParts(end as Decimal))) as [string, string]
  if (least === most) return least
  // Some languages write one sign for both: "−9–5" would be up to 5.
  if (high.startsWith('-')) return `${least} – ${most}`
  return written(format.formatRangeToParts(low as Decimal, high as Decimal))
}

const written = (parts: { type: string; value: string }[]): string =>
  parts.map(({ type, value }) => (type === 'minusSign' ? value.replace('-', '−') : value)).join('')

/** One number as a range with equal ends. */
export const rangeOf = (value: Range | string | number): Range =>
  typeof value === 'object' ? value : { low: String(value), high: String(value) }

/** How many decimals a decimal string really has: "2.50" has one. */
export function decimals(decimal: string): number {
  return (decimal.split('.')[1] ?? '').replace(/0+$/, '').length
}

/** Whether writing the amount with that many decimals would drop something of it. */
export const loses = (amount: Range, digits: number): boolean =>
  decimals(amount.low) > digits || decimals(amount.high) > digits

export const mostDecimals = MOST
