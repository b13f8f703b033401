import { answer, plan, standing } from '../../core/locales/en.json'
import { afford, type Afford } from '../../core/afford'
import { cheaper } from '../../core/cheaper'
import { compareJobs } from '../../core/compare-offers'
import type { Locale } from '../../core/locales'
import { affordSection, cheaperSection, type AnswerSection } from '../../core/locales/answer-sections'
import { comparisonSection } from '../../core/locales/comparisons'
import { lastingSection } from '../../core/locales/lasting'
import { fill } from '../../core/locales/message'
import type { Account } from '../../core/account'
import type { RateCard } from '../../core/rate-card'
import { parseCard } from '../../core/read-card'
import { answerLinesStyle } from '../components/answers/lines-style'
import { AnswerSections } from '../components/answers/sections'
import { alsoDraw, draw, placeIn } from '../draw'
import type { ForecostCalculator, ForecostSet } from '../forecost-calculator'
import { sheetOf } from '../tokens/sheets'
import { withWords } from '../words'

/** What draws the answers of a calculator anew. */
const begun = new WeakMap<ForecostCalculator, () => void>()

/**
 * Adds to a calculator with the attribute `answers`, behind one click each: what the balance still makes, what is cheaper, the vendor's
 * other models, how long the balance lasts and the plans for as much. Called again when the attribute comes or goes.
 */
export function answers(element: ForecostCalculator): void {
  const again = begun.get(element)
  if (again) return again()
  const root = element.shadowRoot!
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetOf(answerLinesStyle + style)]
  const whole = cardReader()
  // Whatever changed the price, the element has drawn it anew: no answer is ever of another one.
  const draws = alsoDraw(root, () => drawAnswers(element, whole))
  begun.set(element, draws)
  draws()
}

function drawAnswers(element: ForecostCalculator, whole: (given: RateCard) => RateCard | undefined): void {
  const { rateCard, values, locale } = element
  const result = element.shadowRoot!.querySelector('.result')
  if (!result) return
  const card = rateCard && values && element.given('answers') !== undefined ? whole(rateCard) : undefined
  const account = element.stands?.account
  const sections = card
    ? sectionsOf(card, values!, withWords(locale, { answer, plan, standing }), Date.now(), account)
    : []
  draw(<AnswerSections sections={sections} />, placeIn(result, 'more-answers'))
}

/** The calculator looks into no plans; here the card is read by its schema, each once. */
function cardReader(): (given: RateCard) => RateCard | undefined {
  let read: { given: RateCard; card: RateCard | undefined } | undefined
  return (given) => {
    if (read?.given !== given) read = { given, card: parseCard(given).card }
    return read.card
  }
}

/** What can be said of the settings: from the reader's account where that was read, else from the balance and the plan that were given. */
export function sectionsOf(
  card: RateCard,
  values: ForecostSet,
  locale: Locale,
  now: number,
  read?: Account,
): AnswerSection[] {
  const { feature, settings: request, balance, estimate, runs } = values
  if (!estimate || estimate.status === 'unpriced') return []
  const subject = { card, feature, locale }
  const on = new Date(now)
  const { kind } = card.features[feature]!
  const models = kind && compareJobs([card], kind, request, on)
  const account = read ?? typed(card, values, now)
  const allowed = account && afford({ card, feature, request, account, now })
  return [
    allowed && { ...affordSection(subject, allowed), ...(!read && runsLead(allowed, locale)) },
    cheaperSection(subject, cheaper({ card, feature, request, on })),
    models && models.offers.length > 1
      ? comparisonSection(subject, models, [card], locale.messages.answer.compare)
      : undefined,
    lastingSection(subject, { total: estimate.total, currency: estimate.currency, runs, balance }),
  ].filter((section) => section !== undefined)
}

/** With a typed balance the line above already says "5 more like this", of what is left after this run: here all are counted, "6 runs". */
function runsLead(allowed: Afford, locale: Locale): { lead: string } | undefined {
  const { low, high, binding } = (allowed.status === 'known' && allowed.runs) || {}
  if (!low || (binding && binding.kind !== 'balance')) return undefined
  return { lead: fill(locale.messages.answer.runs, { n: { low: String(low), high: String(high ?? low) } }, locale) }
}

/** An account of what was typed; nothing where there is no balance. */
function typed({ provider }: RateCard, { balance, plan, estimate }: ForecostSet, now: number): Account | undefined {
  if (!balance || !estimate) return undefined
  return {
    provider,
    id: 'reader',
    currency: estimate.currency,
    balance,
    readAt: now,
    from: 'hand',
    ...(plan && { plan }),
  }
}

const style = `
.more-answers { display: grid; gap: calc(var(--u) * 1.5); font-size: .88em; border-block-start: 1px solid var(--line); padding-block-start: calc(var(--u) * 2); }
.more-answers:empty { display: none; }
.more-answers .section { min-inline-size: 0; }
`
