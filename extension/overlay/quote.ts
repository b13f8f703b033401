import { measure } from '../binding/measure'
import type { Estimate, Range } from '../../core/result'

const digits = String.raw`\d[\d.,\u00a0\u202f' ]*`
const words = String.raw`credits?|cr|tokens?|points?|coins?|compute units?`
const range = `(${digits})(?:\\s*[-–]\\s*(${digits}))?`
const counted = new RegExp(`${range}\\s*(?:${words})(?!\\p{L})`, 'giu')
const paid = new RegExp(`[$€£]\\s*${range}`, 'giu')

/** What a page itself says that a run takes, and how that stands to the card: the same, another, or one that never moves. */
export type Quoted = { amount: Range; is: 'same' | 'other' | 'stuck' }

/** The one amount in the words of a button ("Generate · 12 credits"); undefined where there is none, or more than one. */
export function quoteIn(text: string, currency: string): Range | undefined {
  const found = [...text.slice(0, 200).matchAll(/^[A-Z]{3}$/.test(currency) ? paid : counted)]
  if (found.length !== 1) return undefined
  const [, first, second] = found[0]!
  const [low, high] = [first!, second ?? first!].map((it) => measure(ungrouped(it)))
  return low === undefined || high === undefined || low === 'auto' || high === 'auto' ? undefined : { low, high }
}

/** "1,250" on a button is a thousand and more: nobody charges thousandths. */
const ungrouped = (text: string) =>
  /^[1-9]\d{0,2}([.,\u00a0\u202f' ])\d{3}(\1\d{3})*$/.test(text.trim()) ? text.replace(/\D/g, '') : text

const same = (a: Range, b: Range) => Number(a.low) === Number(b.low) && Number(a.high) === Number(b.high)

/**
 * Holds a page's own price against the card's, for one form. It never takes the card's place. A page that says the same of two runs
 * which come to different totals has a price that does not move.
 */
export function followQuote(): (text: string, estimate: Estimate) => Quoted | undefined {
  let before: { quote: Range; total: Range } | undefined
  let last: { quote: Range; total: Range } | undefined
  return (text, estimate) => {
    const quote = quoteIn(text, estimate.currency)
    if (!quote || estimate.status === 'unpriced') return undefined
    const { total } = estimate
    if (last && !same(last.total, total)) before = last
    last = { quote, total }
    if (same(quote, total)) return { amount: quote, is: 'same' }
    return { amount: quote, is: before && same(before.quote, quote) ? 'stuck' : 'other' }
  }
}
