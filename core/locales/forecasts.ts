import type { Basis } from '../basis'
import type { Forecast, Lapsing } from '../forecast'
import { amountText, bareText } from './format'
import type { Locale } from './index'
import { keptIntl } from './kept'
import { fill } from './message'
import { dateText, isToday, spanText } from './time'

/** A learned amount, to three significant digits: it is a statistic, and says so by being round. */
export function roundText(amount: number, currency: string, locale: Locale): string {
  return bareText(rounded(amount), currency, locale)
}

function rounded(amount: number): string {
  if (!(amount > 0)) return '0'
  const digits = Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(amount))))
  const text = amount >= 1000 ? String(Number(amount.toPrecision(3))) : amount.toFixed(digits)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** "from 214 charges, 27 Sep–18 Nov". */
export function basisText({ n, from, to }: Basis, locale: Locale): string {
  const span = from === undefined || to === undefined ? '' : spanText(from, to, locale)
  return fill(locale.messages.answer.basis, { n, span }, locale)
}

type Known = Forecast & { status: 'known' }

/** "About 96 credits a day (80–115)". */
export function burnText({ burn }: Known, currency: string, locale: Locale): string {
  const { low, likely, high } = burn.perDay
  const [from, to] = [roundText(low, currency, locale), roundText(high, currency, locale)]
  return fill(
    locale.messages.forecast.burn,
    { likely: amountText(rounded(likely), currency, locale), low: from, high: to },
    locale,
  )
}

/** "Lasts until about 3 Dec (29 Nov–9 Dec)"; beyond the horizon it says how far it looked. */
export function runOutText({ runOut }: Known, locale: Locale, now: number): string {
  const { forecast } = locale.messages
  const { low, likely, high, horizon } = runOut
  const date = (at: number) => (isToday(at, now) ? todayText(locale) : dateText(at, locale, now))
  if (low === undefined) return fill(forecast.lasts, { date: date(horizon) }, locale)
  if (likely === undefined || high === undefined) return fill(forecast.runsOutOpen, { low: date(low) }, locale)
  if (date(low) === date(high)) return fill(forecast.runsOutOn, { likely: date(likely) }, locale)
  return fill(forecast.runsOut, { likely: date(likely), low: date(low), high: date(high) }, locale)
}

/** A weekday would be taken for the one a week from now. */
const todayText = ({ intl }: Locale): string =>
  keptIntl(Intl.RelativeTimeFormat, intl, { numeric: 'auto' }).format(0, 'day')

/** What ends it, where that is not the balance, and whether a planned task does. */
export function endedByTexts({ runOut }: Known, { messages }: Locale): string[] {
  if (runOut.low === undefined) return []
  const { endsCap, endsSpend, endsPlanned } = messages.forecast
  const limit = { balance: [], cap: [endsCap], spend: [endsSpend] }[runOut.by]
  return [...limit, ...(runOut.planned ? [endsPlanned] : [])]
}

/** "120 lapse Friday". */
export function lapseText({ amount, at }: Lapsing, currency: string, locale: Locale, now: number): string {
  const { forecast } = locale.messages
  const date = dateText(at, locale, now)
  if (amount.low <= 0)
    return fill(forecast.lapseMaybe, { amount: roundText(amount.high, currency, locale), date }, locale)
  return fill(
    forecast.lapse,
    { amount: bareText({ low: rounded(amount.low), high: rounded(amount.high) }, currency, locale), date },
    locale,
  )
}

/** Why there is no forecast: "Too few days to forecast: 6 charges so far". */
export const silenceText = ({ because, basis }: Forecast & { status: 'silent' }, locale: Locale): string =>
  fill(locale.messages.forecast[because], { n: basis.n }, locale)

/** "2,400 of 3,000 used, 52 % of the period gone: 9 days faster than even". */
export function paceText({ pace }: Forecast, currency: string, locale: Locale): string {
  if (!pace) return ''
  const { forecast, reason } = locale.messages
  const days = Math.round(Math.abs(pace.daysAhead))
  const used = {
    used: bareText(pace.used, currency, locale),
    allotted: amountText(pace.allotted, currency, locale),
    n: Math.round(pace.elapsed * 100),
  }
  const said =
    days === 0 ? forecast.even : fill(pace.daysAhead > 0 ? forecast.ahead : forecast.behind, { n: days }, locale)
  return fill(reason.words, { reason: fill(forecast.pace, used, locale), words: said }, locale)
}

/** "20 left for today of 33.33, to last until 24 Nov". */
export function budgetText({ budget }: Forecast, currency: string, locale: Locale, now: number): string {
  if (!budget || Number(budget.today) <= 0) return ''
  const left = amountText(budget.left, currency, locale)
  const today = bareText(budget.today, currency, locale)
  return fill(locale.messages.forecast.budget, { left, today, date: dateText(budget.until, locale, now) }, locale)
}
