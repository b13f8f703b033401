import type { Range } from '../result'
import type { Locale } from './index'
import { fill } from './message'
import { decimals, loses, mostDecimals, numberText, rangeOf } from './number'

export type Form = 'full' | 'short'

/**
 * The one function that makes the string for an amount: every surface prints what it returns.
 * @param amount a decimal string, or a range of two; never a floating-point number
 * @param unit an ISO 4217 code ("USD"), "credits", or the vendor's own word ("compute units")
 * @param form `full` "60 credits", `short` "60 cr"; money is the same in both
 *
 * Money is written exactly up to four decimals, then to the cent, or to three significant digits below one unit (never $0.00 for
 * something); everything else exactly up to six decimals. What had to be rounded for display is marked "≈".
 */
export function amountText(amount: Range | string, unit: string, locale: Locale, form?: Form): string {
  const range = rangeOf(amount)
  const text = writtenText(range, unit, locale, form)
  const rounded = loses(range, isMoney(unit) ? moneyDigits(range) : mostDecimals)
  return rounded ? fill(locale.messages.amount.rounded, { amount: text }, locale) : text
}

/** The number of an amount whose unit is already on the line: "340" of 340 credits, but "$3.40" of money. */
export function bareText(amount: Range | string, unit: string, locale: Locale): string {
  return isMoney(unit) ? amountText(amount, unit, locale) : numberText(amount, locale)
}

/** What a total is worth in money: "≈ $0.60", with one sign where the money itself had to be rounded for display. */
export function worthText(worth: { amount: Range; currency: string }, locale: Locale): string {
  return fill(locale.messages.amount.worth, { amount: writtenText(worth.amount, worth.currency, locale) }, locale)
}

/** Whether a card's currency is money (an ISO 4217 code) rather than a vendor's own unit. */
export const isMoney = (unit: string): boolean => /^[A-Z]{3}$/.test(unit)

/** Whether a unit is the one that the catalogue has a word for. */
export const isCredits = (unit: string): boolean => /^credits?$/i.test(unit)

const writtenText = (range: Range, unit: string, locale: Locale, form?: Form): string =>
  isMoney(unit) ? moneyText(range, unit, locale) : unitText(range, unit, locale, form)

function unitText(range: Range, unit: string, locale: Locale, form?: Form): string {
  const { amount } = locale.messages
  if (!isCredits(unit)) return fill(amount.named, { n: range, unit }, locale)
  return fill(form === 'short' ? amount.creditsShort : amount.credits, { n: range }, locale)
}

// Whole cents where that is all there is; the yen and its kin keep their own number of decimals.
function moneyText(range: Range, currency: string, locale: Locale): string {
  const maximumFractionDigits = Math.max(moneyDigits(range), decimalsOf(currency))
  return numberText(range, locale, { style: 'currency', currency, maximumFractionDigits })
}

function moneyDigits({ low, high }: Range): number {
  return Math.max(digitsOf(low), digitsOf(high))
}

// Up to four decimals as they are; longer ones from one unit up to the cent, and below it to the third significant digit:
// $0.0000125, never $0.00.
function digitsOf(decimal: string): number {
  if (decimals(decimal) <= 4) return 4
  const zeros = leadingZeros(decimal)
  return zeros === undefined ? 2 : Math.min(zeros + 3, 20)
}

/** Zeros after the point before the first digit that counts; undefined from one unit up, and for nothing at all. */
const leadingZeros = (decimal: string): number | undefined => /^-?0*\.(0*)[1-9]/.exec(decimal)?.[1]?.length

function decimalsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits!
}
