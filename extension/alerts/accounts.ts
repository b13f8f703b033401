import type { Account } from '../../core/account'
import type { RateCard } from '../../core/rate-card'
import { providerName } from '../../core/rate-cards'
import type { Whose } from '../../core/ledger'
import { providerCard } from '../background/provider-card'
import { siteOf } from '../background/whose'
import { whoseIs } from '../ledger/read'
import { linked, linkedPrefix, presentIn, type Linked } from '../linked'
import { currentAccount, site, sitePrefix, type Site } from '../site'
import { loadAll } from '../storage'

/**
 * An account that is watched: a key that stays the same, its name in front of people, its card where one is known, its ledger.
 * `holder`: whose tasks of the spend plan it pays for, as `holderOf`.
 */
export type Watched = { key: string; title: string; account: Account; card?: RateCard; holder: string; whose: Whose }

/** Every account there is a reading of: those signed in at sites, then those the user added. */
export async function watchedAccounts(): Promise<Watched[]> {
  const [sites, links] = await Promise.all([loadAll(sitePrefix, site), loadAll(linkedPrefix, linked)])
  const signedIn = [...sites].flatMap(([origin, kept]): Watched[] => {
    const account = currentAccount(kept)
    if (!account) return []
    const card = kept.card?.card
    return [
      {
        key: `${origin} ${account.id}`,
        title: card?.name ?? new URL(origin).host,
        account,
        card,
        holder: origin,
        whose: whoseIs(account, siteOf(account, origin)),
      },
    ]
  })
  const added = await Promise.all(presentIn(links).map(([id, kept]) => addedAccount(id, kept, sites)))
  return [...signedIn, ...added.filter((one) => one !== undefined)]
}

async function addedAccount(
  key: string,
  { account, origin, tool, label, provider }: Linked,
  sites: ReadonlyMap<string, Site>,
): Promise<Watched | undefined> {
  if (!account) return undefined
  const own = origin === undefined ? undefined : sites.get(origin)?.card?.card
  const title = [own?.name ?? tool ?? providerName(provider), label].filter(Boolean).join(' · ')
  const whose = whoseIs(account, origin === undefined ? undefined : siteOf(account, origin))
  return { key, title, account, card: own ?? (await providerCard(provider)), holder: origin ?? provider, whose }
}
