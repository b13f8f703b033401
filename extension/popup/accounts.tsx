import { balanceOf } from '../../core/balance'
import { GrantList, AccountRow, LimitList } from '../../widget/components'
import { accountNote } from '../notes'
import type { Site } from '../site'
import type { Popup } from './state'

/** Every account that was read, the page in front first, each with what binds it. */
export function Accounts({ popup }: { popup: Popup }) {
  const { sites, at, locale } = popup
  const read = [...sites.value].filter(([, kept]) => kept.accounts.length > 0 || kept.accountProblem)
  const here = at.value?.origin
  const ordered = read.toSorted(([a], [b]) => Number(b === here) - Number(a === here))
  if (ordered.length === 0) return <p class="quiet">{locale.messages.popup.noAccounts}</p>
  return (
    <ul class="accounts">
      {ordered.map(([origin, kept]) => (
        <li key={origin}>
          <SiteAccounts origin={origin} kept={kept} popup={popup} />
        </li>
      ))}
    </ul>
  )
}

function SiteAccounts({ origin, kept, popup }: { origin: string; kept: Site; popup: Popup }) {
  const { locale, now } = popup
  const card = kept.card?.card
  const title = card?.name ?? new URL(origin).host
  const current = kept.accounts.find((account) => account.id === kept.current)
  const note = accountNote({ readAt: current?.readAt, problem: kept.accountProblem }, locale, now.value)
  if (kept.accounts.length === 0) {
    return (
      <AccountRow
        title={title}
        locale={locale}
        now={now.value}
        problem={locale.messages.problem[kept.accountProblem!.code]}
      />
    )
  }
  return (
    <>
      {kept.accounts.map((account) => (
        <AccountRow
          key={account.id}
          {...{ title, account, card, locale }}
          now={now.value}
          balance={balanceOf(account, now.value)}
        >
          {account === current && note && <p class="notice-line">{note}</p>}
          <details>
            <summary class="quiet">{locale.messages.popup.more}</summary>
            {account.grants && (
              <GrantList grants={account.grants} currency={account.currency} locale={locale} now={now.value} />
            )}
            <LimitList account={account} locale={locale} now={now.value} />
          </details>
        </AccountRow>
      ))}
    </>
  )
}
