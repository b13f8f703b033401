import type { Account } from '../../core/account'
import type { RateCard } from '../../core/rate-card'
import type { Whose } from '../../core/ledger'
import { siteOf } from '../background/whose'
import { whoseIs } from '../ledger/read'
import { linked, linkedPrefix, presentIn } from '../linked'
import { currentAccount, site, sitePrefix } from '../site'
import { loadAll } from '../storage'

/** An account that is watched: a key that stays the same, its name in front of people, its card where one is known, its ledger. */
export type Watched = { key: string; title: string; account: Account; card?: RateCard; whose: Whose }

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
        whose: whoseIs(account, siteOf(account, origin)),
      },
    ]
  })
  const added = presentIn(links).flatMap(([id, kept]): Watched[] => {
    const { account, origin, tool, label, provider } = kept
    if (!account) return []
    const card = origin === undefined ? undefined : sites.get(origin)?.card?.card
    const title = [card?.name ?? tool ?? provider, label].filter(Boolean).join(' · ')
    const whose = whoseIs(account, origin === undefined ? undefined : siteOf(account, origin))
    return [{ key: id, title, account, card, whose }]
  })
  return [...signedIn, ...added]
}
