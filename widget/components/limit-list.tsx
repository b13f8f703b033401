import type { Account, AccountLimit } from '../../core/account'
import type { Locale } from '../../core/locales'
import { bareText } from '../../core/locales/format'
import { fill } from '../../core/locales/message'
import { numberText } from '../../core/locales/number'
import { dateText } from '../../core/locales/time'
import { leftOf } from '../../core/left'

export type LimitListProps = { account: Account; locale: Locale; now: number }

/** Limits in force for an account: what is left of each, and when it starts again. */
export function LimitList({ account, locale, now }: LimitListProps) {
  const limits = account.limits ?? []
  if (limits.length === 0) return null
  return (
    <ul class="limits" aria-label={locale.messages.limit.title}>
      {limits.map((limit, at) => (
        <li class="row" key={at}>
          <span>{limitName(limit, locale)}</span>
          <span class="n">
            {limitText(limit, account.currency, locale)}
            {limit.resets && (
              <small class="quiet">
                {fill(locale.messages.limit.resets, { date: dateText(limit.resets, locale, now) }, locale)}
              </small>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** "Runs per day", or the vendor's own name of the limit. */
function limitName({ name, kind, window }: AccountLimit, locale: Locale): string {
  const { panel, limit } = locale.messages
  return name ?? [panel[`limit-${kind}`], window && limit[window]].filter(Boolean).join(' ')
}

function limitText({ kind, max, used, untold }: AccountLimit, currency: string, locale: Locale): string {
  const { limit } = locale.messages
  const text = (n: string) => (kind === 'spend' ? bareText(n, currency, locale) : numberText(n, locale))
  if (max === null) return fill(limit.used, { used: text(String(used)) }, locale)
  if (untold) return fill(limit.most, { max: text(String(max)) }, locale)
  return fill(limit.left, { left: text(leftOf(max, used)), max: text(String(max)) }, locale)
}

export const limitStyle = `
.limits small { display: block; text-align: end; font-size: .85em; }
`
