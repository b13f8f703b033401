import type { Account } from '../../core/account'
import { balanceOf, sharedOf } from '../../core/balance'
import { burnOrder } from '../../core/grants'
import { bareText } from '../../core/locales/format'
import { fill } from '../../core/locales/message'
import { leavesText } from '../../core/locales/standings'
import type { Under } from '../../core/spendable'
import { GrantList, LimitList } from '../../widget/components'
import { Source } from '../pages/source'
import type { Shown } from './accounts'
import type { Popup } from './state'

type Props = { one: Shown; account: Account; under: Under | undefined; popup: Popup }

/** What is behind the balance: grants in the order they are spent, the pool a cap draws on, limits, and how it was read. */
export function AccountDetails({ one, account, under, popup: { locale, now, names } }: Props) {
  const { popup: texts, account: words } = locale.messages
  const { grants = [], currency, cap } = account
  const balance = balanceOf(account, now.value)
  const pool = cap && (sharedOf(account, now.value) ?? balance)
  const ordered = one.card ? grants.toSorted(burnOrder(one.card, account.plan)) : grants
  return (
    <>
      {pool !== undefined && (
        <p class="quiet details">{fill(words.pool, { n: bareText(pool, currency, locale) }, locale)}</p>
      )}
      {under && under !== 'cap' && balance !== undefined && (
        <p class="quiet details">{leavesText(under, balance, currency, locale)}</p>
      )}
      <details>
        <summary class="quiet">{texts.more}</summary>
        {ordered.length > 1 && one.card && <p class="quiet details">{texts.burn}</p>}
        {ordered.length > 0 && <GrantList grants={ordered} currency={currency} locale={locale} now={now.value} />}
        <LimitList account={account} locale={locale} now={now.value} />
        <p class="quiet details">
          <Source
            kind={one.how}
            vendor={one.how === 'key' ? names.value.get(one.provider!) : undefined}
            origin={one.origin}
            locale={locale}
          />
        </p>
      </details>
    </>
  )
}
