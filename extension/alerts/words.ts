import type { Risk } from '../../core/alerts'
import { featureName } from '../../core/labels'
import type { Locale } from '../../core/locales'
import { amountText } from '../../core/locales/format'
import { fill } from '../../core/locales/message'
import { dateText } from '../../core/locales/time'
import type { Watched } from './accounts'

/** One risk as a sentence: "Meshy: only 12 credits left". */
export function riskText(risk: Risk, { title, account, card }: Watched, locale: Locale, now: number): string {
  const { alerts } = locale.messages
  const amount = risk.amount === undefined ? '' : amountText(risk.amount, account.currency, locale)
  const date = risk.at === undefined ? '' : dateText(risk.at, locale, now)
  const feature = risk.kind === 'drift' && card ? featureName(card, risk.key) : ''
  return fill(alerts[risk.kind], { name: title, amount, date, feature }, locale)
}
