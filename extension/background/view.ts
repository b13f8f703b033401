import { chosenLocale } from '../locale'
import type { SiteView } from '../messages'
import { accountAt, linked, linkedPrefix } from '../linked'
import { site } from '../site'
import { load, loadAll } from '../storage'
import { isOn } from './sites'

/** All that the overlay of one origin may know: its own site's card and account, and the user's language. */
export async function viewOf(origin: string): Promise<SiteView> {
  if (!(await isOn(origin))) return { on: false }
  const [kept, linkedAccounts, locale] = await Promise.all([
    load(site(origin)),
    loadAll(linkedPrefix, linked),
    chosenLocale(),
  ])
  return {
    on: true,
    card: kept.card?.card,
    cardReadAt: kept.card?.readAt,
    cardProblem: kept.cardProblem,
    account: accountAt(kept, linkedAccounts, origin),
    accountProblem: kept.accountProblem,
    locale,
  }
}
