import { chosenLocale } from '../locale'
import type { SiteView } from '../messages'
import { accountAt, linked, linkedPrefix } from '../linked'
import { PENDING_FOR } from '../pending'
import { settingsInForce } from '../policy'
import { site } from '../site'
import { load, loadAll } from '../storage'
import { standingAt } from './note'
import { rulesAt } from './rules'
import { siteCard } from './site-card'
import { isOn } from './sites'

/** All that the overlay of one origin may know: its own site's card and account, less what runs in flight hold, and the user's language. */
export async function viewOf(origin: string): Promise<SiteView> {
  const view = await viewAsRead(origin)
  if (!view.on) return view
  const now = Date.now()
  const { account, overtaken } = await standingAt(origin, view.account, view.card, now)
  const failed = (view.accountProblem?.at ?? 0) > (account?.readAt ?? 0)
  if (overtaken === undefined || failed) return { ...view, account }
  if (now - overtaken < PENDING_FOR) return { ...view, account, accountPending: true }
  return { ...view, account, accountProblem: { code: 'slow', at: now } }
}

/** The same with the account as its vendor told it. */
export async function viewAsRead(origin: string): Promise<SiteView> {
  if (!(await isOn(origin))) return { on: false }
  const [kept, linkedAccounts, locale, { guard, corners }] = await Promise.all([
    load(site(origin)),
    loadAll(linkedPrefix, linked),
    chosenLocale(),
    settingsInForce(),
  ])
  const card = await siteCard(origin, kept)
  const account = accountAt(kept, linkedAccounts, origin)
  const rules = card && (await rulesAt(card.card.provider, account, origin, Date.now()))
  // Nobody waits for the site to publish a card where we hold that of its provider.
  const reading = card?.cardFrom === 'provider' ? {} : { cardReadAt: kept.card?.readAt, cardProblem: kept.cardProblem }
  return {
    on: true,
    ...card,
    ...(rules && { rules }),
    ...reading,
    account,
    accountProblem: kept.accountProblem,
    locale,
    ...(guard && { guard }),
    ...(corners?.[origin] && { corner: corners[origin] }),
  }
}
