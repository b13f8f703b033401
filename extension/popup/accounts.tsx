import type { ComponentChildren } from 'preact'
import type { Account } from '../../core/account'
import { monthLeft } from '../../core/policy'
import type { Locale } from '../../core/locales'
import { fill } from '../../core/locales/message'
import type { RateCard } from '../../core/rate-card'
import { spendableOf, type Spendable } from '../../core/spendable'
import { AccountRow } from '../../widget/components'
import { browser } from '../browser'
import { presentIn, type Linked } from '../linked'
import { accountNote, historyNote, problemText } from '../notes'
import type { Problem } from '../problem'
import type { Site } from '../site'
import { AccountDetails } from './account-details'
import { linesOf } from './account-lines'
import { nameOf } from './names'
import type { Popup } from './state'

/** One account of the popup, however it is read. */
export type Shown = {
  key: string
  title: string
  how: 'session' | Linked['kind']
  /** The site it was read at, or the provider of the key. */
  origin?: string
  provider?: string
  account?: Account
  card?: RateCard
  problem?: Problem
  /** Why the vendor's own history of charges was not read the last time. */
  historyProblem?: Problem
  /** It is the one that was read last; another one at the same site may be signed out. */
  current: boolean
}

/** Every account, the page in front first, each with what binds it. */
export function Accounts({ popup }: { popup: Popup }) {
  const { locale, at } = popup
  const here = at.value?.origin
  const shown = shownIn(popup)
  const ordered = toldApart(shown).toSorted((a, b) => Number(b.origin === here) - Number(a.origin === here))
  if (ordered.length === 0) {
    return (
      <>
        <p class="quiet">{locale.messages.popup.noAccounts}</p>
        <Settings look="button">{locale.messages.popup.addAccount}</Settings>
      </>
    )
  }
  return (
    <ul class="accounts">
      {ordered.map((one) => (
        <li key={one.key}>
          <One one={one} popup={popup} />
        </li>
      ))}
    </ul>
  )
}

function shownIn({ sites, links, names }: Popup): Shown[] {
  const ofSites = [...sites.value].flatMap(([origin, kept]) => ofSite(origin, kept))
  const added = presentIn(links.value).map(([id, it]): Shown => {
    const { kind, provider, tool, origin, account, problem } = it
    const card = origin === undefined ? undefined : sites.value.get(origin)?.card?.card
    const title = card?.name ?? tool ?? nameOf(names, provider) ?? (origin ? new URL(origin).host : provider)
    return { key: id, title, how: kind, origin, provider, account, card, problem, current: true }
  })
  return [...ofSites, ...added]
}

/** Accounts of one tool are called by whose they are, too, where their team would be all that is said of that. */
function toldApart(all: Shown[]): Shown[] {
  return all.map((one) => {
    const { name, organisation } = one.account ?? {}
    const alone = all.filter(({ title }) => title === one.title).length === 1
    return alone || !name || !organisation ? one : { ...one, title: `${one.title} · ${name}` }
  })
}

function ofSite(origin: string, kept: Site): Shown[] {
  const { card, accounts, current, accountProblem: problem, historyProblem } = kept
  const common = { title: card?.card.name ?? new URL(origin).host, how: 'session' as const, origin, card: card?.card }
  if (accounts.length === 0) return problem ? [{ key: origin, ...common, problem, current: true }] : []
  return accounts.map((account) => ({
    key: `${origin} ${account.id}`,
    ...common,
    account,
    current: account.id === current,
    ...(account.id === current && { problem, historyProblem }),
  }))
}

function One({ one, popup }: { one: Shown; popup: Popup }) {
  const { locale, now } = popup
  const { account, problem, card, title } = one
  const free = account && freeOf(one, account, popup)
  const note = account && accountNote({ readAt: account.readAt, problem }, locale, now.value)
  const unread = historyNote(one.historyProblem, locale, now.value)
  const waiting = one.how === 'page' ? locale.messages.accounts.waitingForPage : undefined
  return (
    <AccountRow
      {...{ title, account, card, locale }}
      now={now.value}
      spendable={free}
      problem={account ? undefined : problem ? problemText(problem, locale, now.value) : waiting}
    >
      {note && (
        <p class="notice-line">
          {note} {one.how === 'key' && <Settings>{locale.messages.popup.fix}</Settings>}
        </p>
      )}
      {unread && <p class="notice-line">{unread}</p>}
      {problem?.code === 'signed-out' && one.origin && <SignIn origin={one.origin} locale={locale} />}
      {!account && one.how === 'key' && <Settings>{locale.messages.popup.fix}</Settings>}
      {account && linesOf({ one, account, popup })}
      {account && <AccountDetails one={one} account={account} under={free?.under} popup={popup} />}
    </AccountRow>
  )
}

/** The organisation's caps are known for the page in front. */
function freeOf({ card, origin }: Shown, account: Account, { at, rules, now }: Popup): Spendable | undefined {
  const here = origin !== undefined && origin === at.value?.origin ? rules.value : undefined
  return spendableOf(account, card, now.value, here && monthLeft(here, account.currency))
}

function SignIn({ origin, locale }: { origin: string; locale: Locale }) {
  return (
    <a href={origin} target="_blank" rel="noreferrer">
      {fill(locale.messages.popup.signIn, { site: new URL(origin).host }, locale)}
    </a>
  )
}

function Settings({ look = 'link', children }: { look?: 'link' | 'button'; children: ComponentChildren }) {
  return (
    <button type="button" class={look} onClick={() => browser.runtime.openOptionsPage()}>
      {children}
    </button>
  )
}
