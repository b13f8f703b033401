import { measure } from '../binding/measure'
import { wordsOf } from '../binding/words'
import type { Estimate, Range } from '../../core/result'

const digits = String.raw`\d[\d.,\u00a0\u202f' ]*`
const words = String.raw`credits?|crédits?|créditos?|crediti|kredi|cr|tokens?|points?|coins?|compute units?|积分|クレジット|크레딧`
const range = `(${digits})(?:\\s*[-–]\\s*(${digits}))?`
const counted = new RegExp(`${range}\\s*(?:${words})(?!\\p{L})`, 'giu')
const paid = new RegExp(`[$€£]\\s*${range}`, 'giu')
/** Words and signs around an amount that make it something else: what is left, what a plan holds, what one of several takes. */
const otherwise =
  /(?<!\p{L})(left|remaining|remain|balance|available|have|plan|month|year|from|up to|each|every|per|save|off|bonus|buy|top up|was|instead|about|approx|circa|ca|env|min|max|minimum|least|starting|ab|pro|bis|je|dès|à partir|chacun|par|jusqu’à|desde|hasta|cada|od)(?!\p{L})|\/|%/iu
/** A sign right before an amount: of several, on top, roughly. */
const signed = /[×x*+~≈<>≤≥]\s*[$€£]?$/iu
const near = 16

/** What a page itself says that a run takes, and how that stands to the card: the same, another, or one that never moves. */
export type Quoted = { amount: Range; is: 'same' | 'other' | 'stuck' }

/** The one amount in the words of a button ("Generate · 12 credits"); undefined where there is none, or more than one. */
export function quoteIn(text: string, currency: string): Range | undefined {
  const found = [...text.slice(0, 200).matchAll(/^[A-Z]{3}$/.test(currency) ? paid : counted)]
  if (found.length !== 1) return undefined
  const { 0: all, 1: first, 2: second, index } = found[0]!
  const before = text.slice(Math.max(0, index - near), index)
  const around = `${before} ${text.slice(index, index + all.length + near)}`
  if (otherwise.test(around) || signed.test(before) || /\d \d/.test(first!)) return undefined
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

/** Words that make an amount beside a button the price of the run, in the languages the largest tools are offered in. */
const costs =
  /(?<!\p{L})(costs?|price|takes|uses|spends?|kosten|kostet|preis|coûte?|prix|cuesta|coste|precio|costa|costo|prezzo|custa|custo|preço|koszt|cena|fiyat|maliyet)(?!\p{L})|费用|消耗|价格|料金|消費|비용|السعر|التكلفة/iu
/** Controls, and what is struck out. */
const passedOver = 'input, select, textarea, button, [role], s, del, strike'
const pressed = 'button, [role=button]'
const farthest = 4
const mostBeside = 40

/** Whether a few words beside a button say what the run takes. */
const isPrice = (text: string): boolean =>
  text.length <= 80 && /\d/.test(text) && costs.test(text) && !otherwise.test(text)

/**
 * What a button says, and what the page says beside it that the run takes, where it says that once: in words that describe the button, or
 * next to it in its form. Controls and their options are not looked at.
 */
function saidAround(button: HTMLElement, form: Element): string {
  const others = [...form.querySelectorAll(pressed)].slice(0, mostBeside).filter((it) => it !== button)
  const names = others.map((it) => wordsOf(it).toLowerCase()).filter((name) => /\p{L}{2}/u.test(name))
  const isOther = (text: string) => names.some((name) => text.toLowerCase().includes(name))
  const said = new Set(
    besides(button, form)
      .map(wordsOf)
      .filter((text) => isPrice(text) && !isOther(text)),
  )
  return [wordsOf(button), ...(said.size === 1 ? said : [])].join(' · ')
}

function besides(button: HTMLElement, form: Element): Element[] {
  const root = button.getRootNode() as Document | ShadowRoot
  const ids = button.getAttribute('aria-describedby')?.split(/\s+/) ?? []
  const found: Element[] = ids.flatMap((id) => root.getElementById?.(id) ?? [])
  let at: Element = button
  for (let steps = 0; at !== form && at.parentElement && steps < farthest; steps++) {
    const siblings = [...at.parentElement.children].slice(0, mostBeside)
    found.push(...siblings.filter((it) => it !== at && !it.matches(passedOver) && !it.querySelector(passedOver)))
    at = at.parentElement
  }
  return found.filter((it) => it.checkVisibility())
}

/** What holds a page's own price against the card's. */
export const quote = { followQuote, saidAround }
