import { roleName } from '../../core/labels'
import { totalText } from '../../core/locales/estimates'
import { amountText, bareText } from '../../core/locales/format'
import { fill } from '../../core/locales/message'
import { matterText } from '../../widget/components/panel'
import { roundAbove } from './asks'
import type { Question } from './dialog'

/** The sentences of a question: what the run takes, why it is asked about, and what would be asked no more. */
export function wordsOfRun({ run, why }: Question): { asks: string; why: string; only?: string } {
  const { site, estimate, standing, now } = run
  const { locale, account, card, guard } = site
  const texts = locale.messages.guard
  const { currency } = estimate
  const matter = standing && matterText({ estimate, locale, now, role: roleName(account, card) }, standing)
  const priced = estimate.status !== 'unpriced'
  const total = totalText(estimate, locale)
  const free = standing?.spendable?.left ?? standing?.balance
  const have = free === undefined ? undefined : amountText(free, currency, locale)
  const reason = why === 'above' ? fill(texts.above, { above: bareText(guard!.above!, currency, locale) }, locale) : ''
  return {
    asks: !priced
      ? texts.noPrice
      : have
        ? fill(texts.takesOf, { total, have }, locale)
        : fill(texts.takes, { total }, locale),
    why: [matter && fill(texts.sentence, { matter }, locale), reason].filter(Boolean).join(' '),
    ...(priced && {
      only: fill(texts.only, { above: bareText(roundAbove(estimate.total.high), currency, locale) }, locale),
    }),
  }
}
