import type { Account } from '../../core/account'
import type { Holding } from '../../core/spend-plan'
import { providerCard } from '../background/provider-card'
import { siteCard } from '../background/site-card'
import { currentAccount, site, sitePrefix } from '../site'
import { loadAll } from '../storage'
import type { PlannedTask } from './tasks'

/** The card and the account behind every task, and those of every site that a task could be added for. */
export async function holdingsOf(tasks: readonly PlannedTask[]): Promise<Map<string, Holding>> {
  const sites = await loadAll(sitePrefix, site)
  const accounts = [...sites.values()].flatMap((kept) => currentAccount(kept) ?? [])
  const found = new Map<string, Holding>()
  for (const [origin, kept] of sites) {
    const account = currentAccount(kept)
    const priced = await siteCard(origin, kept)
    if (priced) found.set(origin, { card: priced.card, ...(account && { account }) })
  }
  for (const { origin, provider } of tasks) {
    if (origin !== undefined || found.has(provider)) continue
    const holding = await bundledHolding(provider, accounts)
    if (holding) found.set(provider, holding)
  }
  return found
}

/** A bundled card, with an account of that vendor where one was read. */
export async function bundledHolding(provider: string, accounts: readonly Account[]): Promise<Holding | undefined> {
  const card = await providerCard(provider)
  const account = accounts.find((one) => one.provider === provider)
  return card && { card, ...(account && { account }) }
}
