import type { Range } from '../result'
import { plansFor } from '../spend-plan/cheapest-plan'
import { runsIn, times } from '../worth'
import type { AnswerRow, AnswerSection } from './answer-sections'
import type { Subject } from './settings'
import { amountText } from './format'
import { fill } from './message'
import { planOfferText } from './plans'

/** So many runs of a total each month. `balance`: a decimal, or nothing. */
export type Monthly = { total: Range; currency: string; runs: number; balance: string }

const SHOWN = 4

/** How long a balance lasts at so many runs a month, and which plans come to least for that much; nothing without either. */
export function lastingSection(subject: Subject, monthly: Monthly): AnswerSection | undefined {
  const { card, locale } = subject
  const { answer } = locale.messages
  const volume = times(monthly.total, monthly.runs)
  const months = monthly.balance ? runsIn(monthly.balance, volume) : undefined
  const offers = monthly.currency === card.currency ? plansFor(card, volume, { largest: monthly.total.high }) : []
  const known = offers.filter(({ status }) => status === 'known')
  if (!months && known.length === 0) return undefined
  const rows = known
    .slice(0, SHOWN)
    .map((offer): AnswerRow => ({ text: offer.name, values: [planOfferText(offer, card.currency, locale)] }))
  const amount = amountText(volume, monthly.currency, locale)
  return {
    is: 'lasting',
    title: fill(answer.monthly, { amount }, locale),
    lead: months ? fill(answer.months, { n: months }, locale) : known[0]!.name,
    rows,
    notes: [],
  }
}
