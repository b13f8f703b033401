import type { Locale } from '../../../core/locales'
import { fill } from '../../../core/locales/message'
import { spendableText } from '../../../core/locales/standings'
import { clockText } from '../../../core/locales/time'
import { spendableOf } from '../../../core/spendable'
import type { Connector } from '../../connecting/connector'
import type { Linked } from '../../linked'
import { problemText } from '../../notes'

/**
 * What a test of an account came to, in words: the balance, or the name of what is wrong. Where the vendor was not asked (too soon),
 * it says until when, with the last answer.
 */
export function resultOf(
  kept: Linked,
  vendor: Pick<Connector, 'floor'> | undefined,
  triedBefore: number | undefined,
  locale: Locale,
  now: number,
): { text: string; ok: boolean } {
  const { accounts } = locale.messages
  const answer = answerOf(kept, locale, now)
  if (!vendor || kept.triedAt === undefined || kept.triedAt !== triedBefore) return answer
  const next = Math.max(kept.triedAt + vendor.floor * 1000, kept.problem?.until ?? 0)
  const time = clockText(next, locale, now)
  return { ...answer, text: fill(accounts.tooSoon, { answer: answer.text, time }, locale) }
}

function answerOf({ account, problem, kind }: Linked, locale: Locale, now: number): { text: string; ok: boolean } {
  const { accounts } = locale.messages
  if (problem) return { text: problemText(problem, locale, now), ok: false }
  if (!account) return { text: kind === 'page' ? accounts.waitingForPage : accounts.notYet, ok: false }
  const free = spendableOf(account, undefined, now)
  if (!free) return { text: accounts.worksUnknown, ok: true }
  return { text: fill(accounts.works, { amount: spendableText(free, account.currency, locale) }, locale), ok: true }
}
