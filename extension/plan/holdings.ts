import type { Account } from '../../core/account'
import type { Holding } from '../../core/spend-plan'
import { providerCard } from '../background/provider-card'
import { siteHeld } from '../background/note'
import { siteCard } from '../background/site-card'
import { accountAt, linked, linkedPrefix, presentIn } from '../linked'
import { site, sitePrefix } from '../site'
import { loadAll } from '../storage'
import type { PlannedTask } from './tasks'

/** The card and the account behind every task, and those of every site that a task could be added for. */
export async function holdingsOf(tasks: readonly PlannedTask[], now: number): Promise<Map<string, Holding>> {
  const [sites, links] = await Promise.all([loadAll(sitePrefix, site), loadAll(linkedPrefix, linked)])
  const found = new Map<string, Holding>()
  for (const [origin, kept] of sites) {
    const account = accountAt(await siteHeld(origin, kept, now), links, origin)
    const priced = await siteCard(origin, kept)
    if (priced) found.set(origin, { card: priced.card, ...(account && { account }) })
  }
  const signedIn = [...found.values()].flatMap(({ account }) => account ?? [])
  const accounts = [...presentIn(links).flatMap(([, { account }]) => account ?? []), ...signedIn]
  for (const { origin, provider } of tasks) {
    if (origin !== undefined || found.has(provider)) continue
    const holding = await bundledHolding(provider, accounts)
    if (holding) found.set(provider, holding)
  }
  return found
}

/** A bundled card, with an account of that vendor where one was read. */
async function bundledHolding(provider: string, accounts: readonly Account[]): Promise<Holding | undefined> {
  const card = await providerCard(provider)
  const account = accounts.find((one) => one.provider === provider)
  return card && { card, ...(account && { account }) }
}
