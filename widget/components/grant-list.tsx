import type { Grant } from '../../core/account'
import type { Locale } from '../../core/locales'
import { bareText } from '../../core/locales/format'
import { fill } from '../../core/locales/message'
import { grantName } from '../../core/locales/standings'
import { dateText } from '../../core/locales/time'

export type GrantListProps = { grants: readonly Grant[]; currency: string; locale: Locale; now: number }

/** The grants of an account, in the order given, with what is left of each and until when. */
export function GrantList({ grants, currency, locale, now }: GrantListProps) {
  const { grant: texts } = locale.messages
  return (
    <ul class="grants" aria-label={texts.title}>
      {grants.map((grant, at) => (
        <li class="row" key={at}>
          <span>
            {grantName(grant, locale)}
            <small class="quiet">
              {grant.expires
                ? fill(texts.expires, { date: dateText(grant.expires, locale, now) }, locale)
                : grant.expires === null && texts.never}
            </small>
          </span>
          <span class="n">{bareText(String(grant.amount), currency, locale)}</span>
        </li>
      ))}
    </ul>
  )
}
