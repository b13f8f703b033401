import type { ComponentChildren } from 'preact'
import type { Account } from '../../core/account'
import { roleName } from '../../core/labels'
import { leftOf } from '../../core/left'
import type { Locale } from '../../core/locales'
import { bareText } from '../../core/locales/format'
import { fill } from '../../core/locales/message'
import { spendableText } from '../../core/locales/standings'
import { agoText, dateText } from '../../core/locales/time'
import type { RateCard } from '../../core/rate-card'
import type { Spendable } from '../../core/spendable'
import { Mark } from './mark'

export type AccountRowProps = {
  /** The provider's name in front of people. */
  title: string
  account?: Account
  /** What this person can still spend (core/spendable.ts), where it is known; never worked out here. */
  spendable?: Spendable
  card?: RateCard
  locale: Locale
  now: number
  /** Instead of a balance: "key rejected". */
  problem?: string
  /** The next step, or a menu. */
  children?: ComponentChildren
}

/** One account: whose, how much is left, which plan and role, what binds, and how old the reading is. */
export function AccountRow({ title, account, spendable, card, locale, now, problem, children }: AccountRowProps) {
  const { account: texts } = locale.messages
  return (
    <div class="account" part="account">
      <div class="row">
        <b>{title}</b>
        <span class="n account-balance">
          {problem ? (
            <span class="problem">
              <Mark shape="triangle" /> {problem}
            </span>
          ) : account && spendable ? (
            spendableText(spendable, account.currency, locale)
          ) : (
            <span class="quiet">{texts.balanceUnknown}</span>
          )}
        </span>
      </div>
      {account && <p class="quiet">{whose(account, card, locale)}</p>}
      {account && <p class="quiet details">{details(account, locale, now).join(' · ')}</p>}
      {children}
    </div>
  )
}

/** "team Nord · creator · Standard". */
function whose(account: Account, card: RateCard | undefined, locale: Locale): string {
  const { name, organisation, plan } = account
  const team =
    organisation && fill(locale.messages.account.team, { name: organisation.name ?? organisation.id }, locale)
  const planName = plan && (card?.plans?.[plan]?.name ?? plan)
  return [team ?? name, roleName(account, card), planName].filter(Boolean).join(' · ')
}

function details(account: Account, locale: Locale, now: number): string[] {
  const { account: texts } = locale.messages
  const { cap, queue, resets, status, currency } = account
  const text = (n: string | number) => bareText(String(n), currency, locale)
  return [
    status && status !== 'ok' && texts[status],
    cap && fill(texts.cap, { left: text(leftOf(cap.max, cap.used)), max: text(cap.max) }, locale),
    heldText(account, locale),
    queue && queueText(queue, locale),
    resets && fill(texts.resets, { date: dateText(resets, locale, now) }, locale),
    fill(texts.read, { age: agoText(Math.max(0, now - account.readAt), locale) }, locale),
    account.confirmed === false && texts.unconfirmed,
  ].filter((part): part is string => typeof part === 'string')
}

/** "60 held by runs in flight"; undefined where nothing is. */
export function heldText({ held, currency }: Account, locale: Locale): string | undefined {
  if (held === undefined || String(held) === '0') return undefined
  return fill(locale.messages.account.held, { amount: bareText(String(held), currency, locale) }, locale)
}

function queueText({ running, slots, waiting }: NonNullable<Account['queue']>, locale: Locale): string {
  const { account: texts } = locale.messages
  const going = slots ? fill(texts.queue, { running, slots }, locale) : fill(texts.running, { n: running }, locale)
  return waiting ? `${going}, ${fill(texts.waiting, { n: waiting }, locale)}` : going
}

export const accountStyle = `
.account { display: grid; gap: calc(var(--u) / 2); }
.account > .row { flex-wrap: wrap; gap: 0 calc(var(--u) * 3); }
.account-balance { font-weight: 650; white-space: normal; }
.problem { color: var(--bad); font-weight: 500; }
.problem .mark { display: inline-block; }
.details { font-size: .85em; }
`
