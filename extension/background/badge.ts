import type { Account } from '../../core/account'
import { fill } from '../../core/locales/message'
import { numberText } from '../../core/locales/number'
import { spendableText } from '../../core/locales/standings'
import type { Locale } from '../../core/locales'
import type { RateCard } from '../../core/rate-card'
import { spendableOf, type Spendable } from '../../core/spendable'
import { browser } from '../browser'
import type { StateWord } from '../messages'
import type { Problem } from '../problem'

const colours: { [state in StateWord | 'unknown' | 'problem']: string } = {
  exact: '#1f7a4d',
  range: '#1f7a4d',
  low: '#8a5a00',
  stale: '#5b6472',
  unknown: '#5b6472',
  unpriced: '#5b6472',
  short: '#b3261e',
  limit: '#b3261e',
  'not-permitted': '#b3261e',
  problem: '#8a5a00',
}

/**
 * What a tab's icon stands for: who pays for runs there, and what went wrong when that was read. `month`: what the organisation's caps
 * leave of this month.
 */
export type Carried = {
  account: Account | undefined
  card?: RateCard
  month?: string
  problem: Problem | undefined
}

/**
 * Shows what can still be spent at a tab's own site on the icon, compact, in the colour of how the run on the page stands. Where none is known the
 * tab shows what every tab does: whether there is an alert.
 */
export async function paintBadge(
  tabId: number,
  { account, card, month, problem }: Carried,
  state: StateWord | undefined,
  locale: Locale,
  now: number,
) {
  const free = account && spendableOf(account, card, now, month)
  const text = free ? compact(free.left, locale) : problem ? '!' : null
  const colour = colours[state ?? (problem ? 'problem' : 'unknown')]
  const { action } = browser
  await Promise.all([
    action.setBadgeText({ tabId, text }),
    text !== null && action.setBadgeBackgroundColor({ tabId, color: colour }),
    action.setTitle({ tabId, title: titleOf(free, account?.currency, state, locale) }),
  ])
}

/** No more than four characters fit the icon: 340, 9.4K, 1.2M. */
function compact(balance: string, locale: Locale): string {
  const digits = balance.split('.')[0]!.length
  const options = { notation: 'compact', maximumFractionDigits: digits % 3 === 1 ? 1 : 0, roundingMode: 'floor' }
  return numberText(balance, locale, options as Intl.NumberFormatOptions)
}

function titleOf(
  free: Spendable | undefined,
  currency: string | undefined,
  state: StateWord | undefined,
  locale: Locale,
) {
  const { badge } = locale.messages
  if (!free) return badge.plain
  const amount = spendableText(free, currency!, locale)
  return fill(state ? badge.standing : badge.balance, { amount, state: state ? badge[state] : '' }, locale)
}
