import type { Afford, Reach } from '../afford'
import type { Pairs } from '../afford-pairs'
import type { Answers } from '../answers'
import type { CheaperAnswer } from '../cheaper'
import type { DetourOffer } from '../detours'
import type { Keeper } from '../keeper'
import { wordsOf } from '../labels'
import type { Lane } from '../lanes'
import type { MoreAnswers } from '../more-answers'
import { editsText, keeperMostText, keeperText, keepRateText, moreText, offerText, savingText } from './answers'
import { valueText, type Subject } from './settings'
import { comparisonSection } from './comparisons'
import { amountText } from './format'
import { laneText, totalOrNothing } from './lanes'
import { fill } from './message'

/** One row of a section: what, in small beside it what else must be said, and its figures. */
export type AnswerRow = { text: string; note?: string; values: string[] }
/** An answer behind one click, in words: the same on every surface, and plain enough to be sent to a page. */
export type AnswerSection = {
  is: 'afford' | 'cheaper' | 'detours' | 'keeper' | 'lanes' | 'compare' | 'lasting'
  title: string
  /** The answer in a few words; everything else is its detail. */
  lead: string
  rows: AnswerRow[]
  notes: string[]
}

/** Every answer of a run beyond the first lines, those with something to say. */
export function answerSections(subject: Subject, answers: Answers, more: MoreAnswers): AnswerSection[] {
  const { currency } = more
  return [
    answers.afford ? affordSection(subject, answers.afford, more.pairs) : undefined,
    cheaperSection(subject, answers.cheaper),
    detourSection(subject, more.detours, currency),
    keeperSection(subject, more.keepers, currency),
    laneSection(subject, more.lanes, currency),
    more.models.offers.length > 1
      ? comparisonSection(subject, more.models, [subject.card], subject.locale.messages.answer.compare)
      : undefined,
  ].filter((section) => section !== undefined)
}

/** What the balance and the limits still allow: how many like this, how far each setting goes, and how far two go together. */
export function affordSection(subject: Subject, answer: Afford, pairs: readonly Pairs[] = []): AnswerSection {
  const { locale, card, feature } = subject
  const { answer: texts } = locale.messages
  const reaches = answer.status === 'known' ? answer.reaches : []
  const currency = answer.status === 'known' ? answer.currency : ''
  const rows = reaches.map((reach): AnswerRow => ({
    text: wordsOf(card, feature).dimension(reach.dimension),
    values:
      reach.offers.length === 0
        ? [texts.nothingFits]
        : reach.offers.slice(0, 3).map((offer) => offerText(subject, reach.dimension, offer)),
    ...(reach.next && { note: nextText(subject, reach, currency) }),
  }))
  // One pair alone says no more than the two settings did.
  const traded = pairs.filter(({ pairs: found }) => found.length > 1)
  const together = traded.map(({ dimensions: [a, b], runs, pairs: found }): AnswerRow => ({
    text: fill(texts.pairs, { n: runs }, locale),
    values: found
      .slice(0, 4)
      .map(({ values }) =>
        fill(texts.pair, { a: valueText(subject, a, values[0]), b: valueText(subject, b, values[1]) }, locale),
      ),
  }))
  return { is: 'afford', title: texts.afford, lead: moreText(answer, locale), rows: [...rows, ...together], notes: [] }
}

/** "41 s would come to 410 credits": the step that does not fit. */
function nextText(subject: Subject, { dimension, next }: Reach, currency: string): string {
  const { locale } = subject
  const amount = amountText(next!.total, currency, locale)
  return fill(locale.messages.answer.next, { value: valueText(subject, dimension, next!.value), amount }, locale)
}

const MOST_CHANGES = 5

/** Settings that come to less, greatest saving first, each with what it gives up. Shown, never set for the user. */
export function cheaperSection(subject: Subject, answer: CheaperAnswer): AnswerSection | undefined {
  if (answer.status === 'unpriced') return undefined
  const { locale } = subject
  const { answer: texts } = locale.messages
  const rows = answer.changes.slice(0, MOST_CHANGES).map((change): AnswerRow => ({
    text: editsText(subject, change.edits),
    note: amountText(change.total, answer.currency, locale),
    values: [savingText(change, answer.currency, locale)],
  }))
  const lead = rows[0]?.values[0] ?? texts.noCheaper
  return { is: 'cheaper', title: texts.cheaper, lead, rows, notes: [] }
}

function detourSection(subject: Subject, offers: readonly DetourOffer[], currency: string): AnswerSection | undefined {
  if (offers.length === 0) return undefined
  const { locale } = subject
  const { answer: texts } = locale.messages
  const text = (amount: DetourOffer['again']) => amountText(amount, currency, locale)
  const rows = offers.map(({ detour, again, once, single, paysFrom }): AnswerRow => {
    const ways = fill(texts.detourSingle, { again: text(again), once: text(once) }, locale)
    const note = fill(paysFrom === undefined ? texts.detourNever : texts.detourPays, { ways, n: paysFrom ?? 0 }, locale)
    return { text: detour.name, note, values: [text(single)] }
  })
  return { is: 'detours', title: texts.detours, lead: rows[0]!.values[0]!, rows, notes: [] }
}

/** What it comes to until some are kept, and what that rests on. */
export function keeperSection(
  subject: Subject,
  keepers: readonly Keeper[],
  currency: string,
): AnswerSection | undefined {
  const [first] = keepers
  if (!first) return undefined
  const { locale } = subject
  const { answer: texts } = locale.messages
  const section = { is: 'keeper' as const, title: texts.keep }
  const lead = keeperText(first, currency, locale)
  if (first.status === 'silent') return { ...section, lead: texts.keeperUnknown, rows: [], notes: [lead] }
  const known = keepers.filter((one) => one.status === 'known')
  const rows = known.map((one): AnswerRow => ({
    text: fill(texts.keeper, { n: one.wanted }, locale),
    note: keeperMostText(one, currency, locale),
    values: [keeperText(one, currency, locale)],
  }))
  const { expected } = first.runs
  const unpublished = first.terms.failures === 'unknown' && expected.low !== expected.high
  return {
    ...section,
    lead,
    rows,
    notes: [keepRateText(first, locale), ...(unpublished ? [texts['retries-unknown']] : [])],
  }
}

/** Credits and waits side by side; nothing where there is only the paid way and nothing is known of its wait. */
export function laneSection({ locale }: Subject, lanes: readonly Lane[], currency: string): AnswerSection | undefined {
  const { lane: texts } = locale.messages
  const rows = lanes.map((lane): AnswerRow => {
    const note = laneText(lane, locale)
    return { text: texts[lane.kind], ...(note && { note }), values: [totalOrNothing(lane, currency, locale)] }
  })
  if (rows.length === 1 && !rows[0]!.note) return undefined
  const lead = rows.length > 1 ? texts[lanes.at(-1)!.kind] : rows[0]!.note!
  return { is: 'lanes', title: texts.title, lead, rows, notes: [] }
}
