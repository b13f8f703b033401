import type { Account } from '../../core/account'
import type { Row } from '../../core/history'
import { featureName, readable } from '../../core/labels'
import type { Locale } from '../../core/locales'
import { namesOf, settingsText, valueText, type MaybeSubject } from '../../core/locales/settings'
import { loadCard } from '../../core/rate-cards'
import type { Planned } from '../../core/forecast'
import type { RateCard } from '../../core/rate-card'
import { plannedBy } from '../plan/planned'
import { siteHeld } from '../background/note'
import { siteOf } from '../background/whose'
import { linked, linkedPrefix, presentIn } from '../linked'
import { site, sitePrefix } from '../site'
import { loadAll } from '../storage'
import { accountKey } from './filter'

/** The cards and accounts that the lines of a history speak of, and what the spend plan will take of them. */
export type Names = {
  /** By origin, of sites that publish their own. */
  cards: ReadonlyMap<string, RateCard>
  /** By provider, of the bundled ones. */
  bundled: ReadonlyMap<string, RateCard>
  /** As last read, less what runs in flight hold; by `accountKey`. */
  accounts: ReadonlyMap<string, Account>
  /** By origin of a site or name of a provider. */
  planned: ReadonlyMap<string, readonly Planned[]>
}
export const noNames: Names = { cards: new Map(), bundled: new Map(), accounts: new Map(), planned: new Map() }

export async function readNames(): Promise<Names> {
  const [sites, added] = await Promise.all([loadAll(sitePrefix, site), loadAll(linkedPrefix, linked)])
  const held = await Promise.all(
    [...sites].map(async ([at, kept]) => [at, await siteHeld(at, kept, Date.now())] as const),
  )
  const accounts = new Map<string, Account>()
  const keep = (account: Account, origin: string | undefined) => {
    const { provider, id } = account
    accounts.set(accountKey({ provider, account: id, site: siteOf(account, origin) }), account)
  }
  for (const [origin, kept] of held) for (const account of kept.accounts) keep(account, origin)
  for (const [, kept] of presentIn(added)) if (kept.account) keep(named(kept.account, kept.label), kept.origin)
  const cards = new Map(held.flatMap(([origin, kept]) => (kept.card ? [[origin, kept.card.card] as const] : [])))
  const providers = [...new Set([...accounts.values()].map(({ provider }) => provider))]
  const found = await Promise.all(providers.map(async (name) => [name, await loadCard(name)] as const))
  const bundled = new Map(found.flatMap(([name, card]) => (card ? [[name, card] as const] : [])))
  return { cards, accounts, bundled, planned: await plannedBy(Date.now()) }
}

const named = (account: Account, label: string | undefined): Account => (label ? { ...account, name: label } : account)

type Of = Pick<Row, 'provider' | 'site'>

/** The card a line was priced with, as it is now: the site's own, else the bundled one. */
export const cardOf = ({ cards, bundled }: Names, { provider, site: origin }: Of): RateCard | undefined => {
  const own = origin === undefined ? undefined : cards.get(origin)
  return own?.provider === provider ? own : bundled.get(provider)
}

export const providerName = (names: Names, row: Of): string => cardOf(names, row)?.name ?? readable(row.provider)

/** "Text to video"; undefined where no tool is named. */
export function toolName(names: Names, row: Of & Pick<Row, 'feature'>): string | undefined {
  if (row.feature === undefined) return undefined
  const card = cardOf(names, row)
  return card ? featureName(card, row.feature) : readable(row.feature)
}

/** "Text to video", and "Runway · Text to video" where there are several vendors; `none`: what a line without a tool is called. */
export function toolTitle(names: Names, row: Of & Pick<Row, 'feature'>, several: boolean, none: string): string {
  const tool = toolName(names, row) ?? none
  return several ? `${providerName(names, row)} · ${tool}` : tool
}

/** "Nordlys Studio · Aiko". */
export function accountName(names: Names, row: Pick<Row, 'provider' | 'account' | 'site'>): string {
  const account = names.accounts.get(accountKey(row))
  return [providerName(names, row), account?.name ?? (account ? undefined : row.account)].filter(Boolean).join(' · ')
}

/** What the settings of a line are told with. */
const subjectOf = (names: Names, row: Of & Pick<Row, 'feature'>, locale: Locale): MaybeSubject => ({
  card: cardOf(names, row),
  feature: row.feature,
  locale,
})

/** "Gen-4.5, 5 s, 720p": the settings of a run in the card's own words. */
export const rowSettings = (names: Names, row: Of & Pick<Row, 'feature' | 'request'>, locale: Locale): string =>
  settingsText(subjectOf(names, row, locale), row.request ?? {})

/** Each setting with its name; what is absent or not known is left out. */
export function settingsOf(
  names: Names,
  row: Of & Pick<Row, 'feature' | 'request'>,
  locale: Locale,
): [name: string, value: string][] {
  const subject = subjectOf(names, row, locale)
  return Object.entries(row.request ?? {})
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => [namesOf(subject).dimension(name), valueText(subject, name, value)])
}
