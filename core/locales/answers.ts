import type { Afford, Offer } from '../afford'
import type { Changes, Edit } from '../changes'
import type { Cheaper } from '../cheaper'
import type { Headline } from '../headline'
import { wordsOf } from '../labels'
import type { Keeper } from '../keeper'
import type { Range } from '../result'
import { amountText, bareText } from './format'
import type { Locale } from './index'
import { fill } from './message'
import { numberText } from './number'
import { speaks, valueText, type Subject } from './settings'
import { bindingText, shortText } from './standings'
import { dateText, spanText } from './time'

/** "5 s → 3 s and Variants 2 → 1". */
export function editsText(subject: Subject, edits: readonly Edit[]): string {
  const { card, feature, locale } = subject
  const { answer } = locale.messages
  const texts = edits.map(({ dimension, from, to }) => {
    const ends = { from: valueText(subject, dimension, from), to: valueText(subject, dimension, to) }
    const edit = fill(answer.edit, ends, locale)
    if (speaks(subject, dimension, from) && speaks(subject, dimension, to)) return edit
    return fill(answer.setting, { dimension: wordsOf(card, feature).dimension(dimension), value: edit }, locale)
  })
  return texts.reduce((a, b) => fill(answer.and, { a, b }, locale))
}

/** "+24", "−24", "0"; of a range both ends with the sign they share, else each with its own. */
export function signedText({ low, high }: Range, currency: string, locale: Locale): string {
  const { answer } = locale.messages
  const bare = (text: string) => text.replace(/^-/, '')
  const one = (text: string) => {
    const n = bareText(text, currency, locale)
    return text === '0' || text.startsWith('-') ? n : fill(answer.plus, { n }, locale)
  }
  if (low === high) return one(low)
  const negative = low.startsWith('-')
  if (negative !== high.startsWith('-') || low === '0' || high === '0') return `${one(low)} … ${one(high)}`
  const ends = [bare(low), bare(high)].sort((a, b) => Number(a) - Number(b)) as [string, string]
  return fill(
    negative ? answer.minus : answer.plus,
    { n: bareText({ low: ends[0], high: ends[1] }, currency, locale) },
    locale,
  )
}

/** "−24 (−40 %)"; the share only where both are exact. */
export function savingText({ saving, total }: Cheaper, currency: string, locale: Locale): string {
  const { answer } = locale.messages
  const said = fill(answer.minus, { n: bareText(saving, currency, locale) }, locale)
  if (saving.low !== saving.high || total.low !== total.high) return said
  const n = Math.round((Number(saving.low) / (Number(saving.low) + Number(total.low))) * 100)
  return fill(answer.percent, { saving: said, n }, locale)
}

/** "Cheaper: 5 s → 3 s, −24 (−40 %)". */
export function cheaperText(subject: Subject, change: Cheaper, currency: string): string {
  const { locale } = subject
  const saving = savingText(change, currency, locale)
  return fill(locale.messages.answer.cheaperLine, { edits: editsText(subject, change.edits), saving }, locale)
}

/** "8 more like this (your cap)". */
export function moreText(afford: Afford, locale: Locale): string {
  const { answer } = locale.messages
  if (afford.status === 'blocked') return fill(answer.blocked, { why: bindingText(afford.binding, '', locale) }, locale)
  if (afford.status === 'unknown' || !afford.runs) return answer.unknown
  const { low, high, binding } = afford.runs
  if (low === null) return answer.endless
  const more = fill(answer.more, { n: { low: String(low), high: String(high ?? low) } }, locale)
  if (!binding || binding.kind === 'balance') return more
  return fill(binding.kind === 'cap' ? answer.moreCap : answer.moreLimit, { more }, locale)
}

/** "40 s: 1 run". */
export function offerText(subject: Subject, dimension: string, { value, runs }: Offer): string {
  const { answer } = subject.locale.messages
  const times = runs === null ? answer.runsEndless : fill(answer.runs, { n: runs }, subject.locale)
  return fill(answer.offer, { value: valueText(subject, dimension, value), runs: times }, subject.locale)
}

/** "+24 since your last change: 3 s → 5 s"; empty where nothing changed, or a setting was only read or lost from sight. */
export function changedText(subject: Subject, changes: Changes | undefined): string {
  if (changes?.status !== 'changed') return ''
  if (changes.edits.some(({ from, to }) => from === undefined || to === undefined)) return ''
  const difference = signedText(changes.difference, changes.currency, subject.locale)
  return fill(
    subject.locale.messages.answer.changed,
    { difference, edits: editsText(subject, changes.edits) },
    subject.locale,
  )
}

/** The line that matters most, as a sentence without a full stop. */
export function headlineText(subject: Subject, line: Headline, currency: string, now: number): string {
  const { locale } = subject
  const { answer } = locale.messages
  if (line.is === 'binding') return bindingText(line.binding, currency, locale)
  if (line.is === 'lapses')
    return fill(
      answer.lapses,
      { amount: bareText(line.amount, currency, locale), date: dateText(line.at, locale, now) },
      locale,
    )
  if (line.is === 'cheaper') return cheaperText(subject, line.change, currency)
  if (line.is === 'changed') return signedText(line.difference, currency, locale)
  if (line.is === 'more') return fill(answer.more, { n: line.runs }, locale)
  const short = shortText(line.short, currency, locale)
  return line.fits ? fill(answer.and, { a: short, b: fitsText(subject, line.fits, currency) }, locale) : short
}

/** "5 s → 4 s would fit (48 credits)". */
export function fitsText(subject: Subject, fits: Cheaper, currency: string): string {
  const { locale } = subject
  const amount = amountText(fits.total, currency, locale)
  return fill(locale.messages.answer.fits, { edits: editsText(subject, fits.edits), amount }, locale)
}

/** "about 180 credits", or why there is no telling. */
export function keeperText(keeper: Keeper, currency: string, locale: Locale): string {
  const { answer } = locale.messages
  if (keeper.status === 'silent')
    return keeper.because === 'none-kept' ? fill(answer.noneKept, { n: keeper.basis.n }, locale) : answer.tooRare
  return fill(answer.keeperLine, { likely: amountText(keeper.likely, currency, locale) }, locale)
}

/** "nine times in ten 360 credits will do". */
export const keeperMostText = ({ most }: Keeper & { status: 'known' }, currency: string, locale: Locale): string =>
  fill(locale.messages.answer.keeperMost, { most: amountText(most, currency, locale) }, locale)

/** What the keep rate rests on: "You kept 7 of 20 (22–48 % likely)", or the assumption. */
export function keepRateText({ rate }: Keeper & { status: 'known' }, locale: Locale): string {
  const { answer } = locale.messages
  if (rate.is === 'assumed')
    return fill(
      answer.assumed,
      { n: numberText(String(Math.round(10 / rate.rate) / 10), locale), judged: rate.basis.n },
      locale,
    )
  const percent = (share: number) => Math.round(share * 100)
  const { n, from, to } = rate.basis
  const said = fill(answer.kept, { kept: rate.kept, n, low: percent(rate.low), high: percent(rate.high) }, locale)
  return from === undefined || to === undefined
    ? said
    : fill(answer.keptSpan, { said, span: spanText(from, to, locale) }, locale)
}
