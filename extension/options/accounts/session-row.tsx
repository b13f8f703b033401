import type { Locale } from '../../../core/locales'
import { spendableOf } from '../../../core/spendable'
import { AccountRow } from '../../../widget/components'
import { accountNote, problemText } from '../../notes'
import { Source } from '../../pages/source'
import type { SignedIn } from './state'

/** An account that a site tells whoever is signed in there; it goes with the site. */
export function SessionRow({ one, locale, now }: { one: SignedIn; locale: Locale; now: number }) {
  const { origin, card, account, problem } = one
  const note = account && accountNote({ readAt: account.readAt, problem }, locale, now)
  return (
    <li>
      <AccountRow
        title={card?.name ?? new URL(origin).host}
        locale={locale}
        now={now}
        card={card}
        account={account}
        spendable={account && spendableOf(account, card, now)}
        problem={!account && problem ? problemText(problem, locale, now) : undefined}
      >
        {note && <p class="notice-line">{note}</p>}
        <p class="source quiet">
          <Source kind="session" origin={origin} locale={locale} />
        </p>
      </AccountRow>
    </li>
  )
}
