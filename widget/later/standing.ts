import { amount, standing as english } from '../../core/locales/en.json'
import { Account } from '../../core/account'
import type { Locale, Messages } from '../../core/locales'
import { standingText } from '../../core/locales/standings'
import { parseCard } from '../../core/read-card'
import type { RateCard } from '../../core/rate-card'
import type { Estimate } from '../../core/result'
import { standing } from '../../core/standing'

/** What a run does to the reader's account, in the words of every surface: "340 left", "your cap: 40 left", "12 short"; and the account. */
export type Stands = ((estimate: Estimate, locale: Locale) => string) & { readonly account: Account }

/**
 * Reckons with an account as docs/rate-cards.md describes it: plan, grants, cap, limits, role. Both are read by their schemas here, since
 * the calculator alone looks into neither plans nor roles; throws where either does not fit.
 */
export function standsOf(account: unknown, given: RateCard): Stands {
  const read = Account.parse(account)
  const { card, faults } = parseCard(given)
  if (!card) throw new Error(faults.map(({ path, message }) => `${path}: ${message}`).join('; '))
  const says = (estimate: Estimate, locale: Locale) =>
    standingText(standing(estimate, read, card, Date.now()), estimate.currency, {
      ...locale,
      // A language that an author taught, and English until now, may lack these.
      messages: (locale.messages as Partial<Messages>).standing
        ? locale.messages
        : { ...locale.messages, amount: { ...amount, ...locale.messages.amount }, standing: english },
    })
  return Object.assign(says, { account: read })
}
