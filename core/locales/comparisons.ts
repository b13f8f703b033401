import type { ComparedOffer, Comparison, Uncompared } from '../compare-offers'
import { featureName, wordsOf } from '../labels'
import type { RateCard } from '../rate-card'
import type { AnswerRow, AnswerSection } from './answer-sections'
import { valueText, type Subject } from './settings'
import { qualifierText, totalText } from './estimates'
import { worthText } from './format'
import type { Locale } from './index'
import { fill } from './message'
import { reasonTexts, someOf } from './reasons'

/** How many offers a list shows before it says how many more there are. */
const SHOWN = 12

/**
 * The same job at other models or vendors, cheapest first: what it takes there, what it is worth in money, what differs from what was
 * asked; and what was not compared, with the reason. `cards`: those that were asked.
 */
export function comparisonSection(
  subject: Subject,
  { offers, uncompared }: Comparison,
  cards: readonly RateCard[],
  title: string,
  shown = SHOWN,
): AnswerSection {
  const { locale } = subject
  const { answer: texts } = locale.messages
  const several = cards.length > 1
  const rows = offers.slice(0, shown).map((offer) => rowOf(subject, offer, cards, several))
  const rest = offers.length - rows.length
  return {
    is: 'compare',
    title,
    lead: rows[0] ? fill(texts.from, { amount: rows[0].values[0]! }, locale) : texts.none,
    rows,
    notes: [
      ...(rest > 0 ? [fill(texts.moreOffers, { n: rest }, locale)] : []),
      ...(several ? [texts.equalJob] : []),
      ...uncomparedTexts(uncompared, cards, locale, several),
    ],
  }
}

function rowOf(subject: Subject, offer: ComparedOffer, cards: readonly RateCard[], several: boolean): AnswerRow {
  const { locale } = subject
  const { answer: texts } = locale.messages
  const card = cards.find(({ provider }) => provider === offer.provider)!
  const notes = [...differsTexts(subject, card, offer), qualifierText(offer.estimate, locale)].filter(Boolean)
  const worth = offer.money && offer.money.currency !== offer.estimate.currency && worthText(offer.money, locale)
  return {
    text: nameOf(card, offer, several),
    values: [totalText(offer.estimate, locale), ...(worth ? [worth] : offer.money ? [] : [texts.noWorth])],
    ...(notes.length > 0 && { note: notes.join(' · ') }),
  }
}

/** "Runway · Text to video · Gen-4.5". */
function nameOf(card: RateCard, { feature, model }: Uncompared | ComparedOffer, several: boolean): string {
  const own = model === undefined ? [] : [wordsOf(card, feature).option('model', model)]
  return [...(several ? [card.name] : []), featureName(card, feature), ...own].join(' · ')
}

/** "4 s instead of 5 s", "no setting for Sound". */
function differsTexts(subject: Subject, card: RateCard, { differs, feature }: ComparedOffer): string[] {
  const { locale } = subject
  const { answer: texts } = locale.messages
  const there: Subject = { card, feature, locale }
  return differs.map(({ dimension, wanted, got }) => {
    const name = wordsOf(subject.card, subject.feature).dimension(dimension)
    if (got === undefined) return fill(texts.without, { dimension: name }, locale)
    const ends = { got: valueText(there, dimension, got), wanted: valueText(subject, dimension, wanted) }
    return fill(texts.insteadOf, ends, locale)
  })
}

/** One sentence for each reason, with everybody it holds for. */
function uncomparedTexts(
  uncompared: readonly Uncompared[],
  cards: readonly RateCard[],
  locale: Locale,
  several: boolean,
): string[] {
  const { answer: texts } = locale.messages
  const named = new Map<string, Set<string>>()
  for (const one of uncompared) {
    const card = cards.find(({ provider }) => provider === one.provider)!
    const [reason = ''] = reasonTexts(one.reasons, wordsOf(card, one.feature), locale)
    const names = named.get(reason) ?? new Set()
    named.set(reason, names.add(several ? card.name : nameOf(card, one, false)))
  }
  return [...named].map(([reason, names]) =>
    fill(texts.uncompared, { names: someOf([...names], locale), reason }, locale),
  )
}
