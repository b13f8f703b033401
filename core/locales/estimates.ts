import type { Words } from '../labels'
import type { Estimate, Factor, Line, Priced, UnitRate } from '../result'
import { amountText, type Form } from './format'
import type { Locale } from './index'
import { fill } from './message'
import { perUnit, quantityText } from './units'
import { dayText } from './time'

/** The headline every surface prints: "60 credits", "~60 credits", "12 credits per second", "price not known". */
export function totalText(estimate: Estimate, locale: Locale, form?: Form): string {
  if (estimate.status !== 'unpriced') return pricedText(estimate, locale, form)
  const { rate, currency } = estimate
  return rate ? rateText(rate, currency, locale, form) : locale.messages.amount.unknown
}

/** The headline where there is a total. */
export function pricedText({ total, currency, approximate }: Priced, locale: Locale, form?: Form): string {
  const text = amountText(total, currency, locale, form)
  return approximate ? fill(locale.messages.amount.approximate, { amount: text }, locale) : text
}

/** A price per unit of what is unread, which is not a total: "12 credits per second", "20 credits + 4 credits per image". */
export function rateText(rate: UnitRate, currency: string, locale: Locale, form?: Form): string {
  const { amount } = locale.messages
  const each = amountText(rate.amount, currency, locale, form)
  const per = fill(amount.per, { amount: each, unit: perUnit(rate.unit ?? rate.dimension, locale) }, locale)
  if (!rate.base || rate.base.high === '0') return per
  return fill(amount.perAfter, { base: amountText(rate.base, currency, locale, form), rate: per }, locale)
}

/**
 * The worked line: "5 s × 2 × 12 credits per second"; empty where it is one amount, or two cases took different rates. What is
 * taken once is not written, except the quantity that the amount is for: "1 s × 12 credits per second".
 */
export function workingText(line: Line, currency: string, words: Words, locale: Locale): string {
  const unit = unitIn(line)
  const told = line.factors.filter(
    (factor) => factor.kind === 'amount' || (unit !== undefined && factor.unit === unit) || !isOnce(factor),
  )
  if (told.every(({ kind }) => kind === 'amount')) return ''
  const texts = told.map((factor) => factorText(factor, line, currency, words, locale))
  return texts.reduce((a, b) => fill(locale.messages.line.times, { a, b }, locale))
}

const unitIn = ({ factors }: Line): string | undefined => factors.find(({ unit }) => unit)?.unit

const isOnce = ({ value }: Factor): boolean => value.low === '1' && value.high === '1'

/** One factor: "5 s", "2 variants", "12 credits per second", "4 credits per started 30 s". */
export function factorText(factor: Factor, line: Line, currency: string, words: Words, locale: Locale): string {
  if (factor.kind === 'amount') return priceText(factor, line, currency, locale)
  if (factor.kind === 'literal' || !(factor.unit || factor.name)) return quantityText(factor.value, undefined, locale)
  return quantityText(factor.value, factor.unit ?? words.dimension(factor.name!).toLocaleLowerCase(locale.intl), locale)
}

function priceText(factor: Factor, line: Line, currency: string, locale: Locale): string {
  const { amount } = locale.messages
  const text = amountText(factor.value, currency, locale)
  const unit = unitIn(line)
  if (line.per === undefined)
    return unit ? fill(amount.per, { amount: text, unit: perUnit(unit, locale) }, locale) : text
  const block = quantityText(line.per, unit, locale)
  return fill(line.round === 'up' ? amount.perStarted : amount.per, { amount: text, unit: block }, locale)
}

/** What a line is called: the card's name of the charge, or the bill's own minimum and rounding. */
export function lineName(line: Line, locale: Locale): string {
  if (line.kind === 'charge') return line.name
  return line.total.low.startsWith('-') ? locale.messages.line.rounding : locale.messages.line.minimum
}

/**
 * What must be said beside the number, never behind a click: prices past their review day, undated ones, copies by others.
 * Empty for a source of the vendor's own that is fresh.
 */
export function qualifierText({ sources }: Estimate, locale: Locale): string {
  const { qualifier } = locale.messages
  const cited = sources.find(({ overdue }) => overdue) ?? sources.find(({ source }) => source.grade !== 'first-party')
  if (!cited) return ''
  const { grade, seenOn } = cited.source
  if (grade !== 'first-party') return qualifier[grade]
  return datedText(seenOn, locale, 'month') ?? qualifier.undated
}

/** "prices of Apr 2026"; undefined where the source is undated. */
export const datedText = (seenOn: string | null, locale: Locale, form?: 'month'): string | undefined =>
  seenOn ? fill(locale.messages.qualifier.dated, { date: dayText(seenOn, locale, form) }, locale) : undefined
