import { loadConnector } from '../connectors'
import type { Account } from '../../core/account'
import type { FromOurPages } from '../messages'
import { linked, linkedPrefix, presentIn, type Linked } from '../linked'
import { patternOf } from '../origin'
import { site } from '../site'
import { change, inTurnOf, load, loadAll, save } from '../storage'
import { browser } from '../browser'
import { readAnew, readLinked } from './connect'
import { dropKey, keepKey } from './keys'
import { siteCard } from './site-card'
import { grantedPatterns, tellChanged } from './sites'

type Of<K extends FromOurPages['kind']> = Extract<FromOurPages, { kind: K }>

/** How long an account that was taken away can be brought back. */
export const undoFor = 10 * 60_000
export const forgetAlarm = 'forget-unlinked'

/** Adds an account by its key and reads it at once. The key goes into its own store, and nowhere else. */
export async function linkKey(asked: Of<'link-key'>, now: () => number): Promise<{ id: string } | undefined> {
  const { provider, label, ids, key, secret } = asked
  const connector = await loadConnector(provider)
  if (!connector) return undefined
  const id = crypto.randomUUID()
  await keepKey(id, { key, ...(secret && { secret }) })
  const account = { kind: 'key', provider, tool: connector.name, ...some({ label, ids }), addedAt: now() } as const
  await save(linked(id), account).catch(async (cause: unknown) => {
    await dropKey(id)
    throw cause
  })
  await readLinked(id, now)
  return { id }
}

/** Takes another key for an account, and reads it at once: the floor is there for the same question, and this is another. */
export async function relink({ id, key, secret, ids }: Of<'relink'>, now: () => number): Promise<void> {
  if ((await load(linked(id)))?.kind !== 'key') return
  await keepKey(id, { key, ...(secret && { secret }) })
  await change(linked(id), (was) => was && { ...was, ...some({ ids }) })
  await readAnew(id, now)
}

/** Adds an account whose balance a site's own page shows; its overlay tells the number from then on. */
export function linkPage(asked: Of<'link-page'>, now: () => number): Promise<{ id: string }> {
  return inTurnOf(`link ${asked.origin}`, () => linkPageOnce(asked, now))
}

async function linkPageOnce({ origin, label }: Of<'link-page'>, now: () => number): Promise<{ id: string }> {
  const present = await pageAt(origin)
  if (present !== undefined) return { id: present }
  const card = await siteCard(origin, await load(site(origin)))
  const id = crypto.randomUUID()
  const provider = card?.card.provider ?? 'unknown'
  await save(linked(id), { kind: 'page', provider, origin, ...some({ label, tool: card?.card.name }), addedAt: now() })
  await tellChanged()
  return { id }
}

/** The account that is read from the pages of an origin; undefined where there is none. */
const pageAt = async (origin: string | undefined): Promise<string | undefined> =>
  presentIn(await loadAll(linkedPrefix, linked)).find(([, it]) => it.kind === 'page' && it.origin === origin)?.[0]

/** Adds an account the user states by hand, or states an earlier one anew. */
export async function linkHand(asked: Of<'link-hand'>, now: () => number): Promise<{ id: string }> {
  const { provider, tool, origin, label, id: known } = asked
  const id = known ?? crypto.randomUUID()
  const account: Account = {
    provider,
    id,
    currency: asked.currency,
    balance: asked.balance,
    readAt: Math.min(asked.asOf, now()),
    from: 'hand',
    ...some({ name: label, plan: asked.plan, resets: asked.resets }),
  }
  const before = known === undefined ? undefined : await load(linked(id))
  await save(linked(id), {
    kind: 'hand',
    provider,
    ...some({ tool, origin, label }),
    account,
    addedAt: before?.addedAt ?? now(),
  })
  return { id }
}

/** Takes an account away; until `undoFor` has passed it can be brought back whole, key and all. */
export async function unlink({ id }: Of<'unlink'>, now: () => number): Promise<void> {
  await change(linked(id), (was) => was && { ...was, removedAt: now() })
  browser.alarms.create(forgetAlarm, { delayInMinutes: undoFor / 60_000 + 1 })
}
/** A page that was added anew since stays one account. */
export async function linkAgain({ id }: Of<'link-again'>): Promise<void> {
  const kept = await load(linked(id))
  if (kept?.kind === 'page' && (await pageAt(kept.origin)) !== undefined) return
  await change(linked(id), (was) => was && { ...was, removedAt: undefined })
}
export async function rename({ id, label }: Of<'rename'>): Promise<void> {
  await change(linked(id), (was) => {
    if (!was) return was
    const account = was.account && { ...was.account, name: label }
    return { ...was, label, ...(account && { account }) }
  })
}

/** Ends what was taken away and can no longer be brought back: reading, key, and the permission nothing else needs. */
export async function forgetUnlinked(now: number): Promise<void> {
  const all = await loadAll(linkedPrefix, linked)
  const over = [...all].filter(([, kept]) => isOver(kept, now)).map(([id]) => id)
  if (over.length === 0) return
  await Promise.all(over.map(dropKey))
  await browser.storage.local.remove(over.map((id) => linkedPrefix + id))
  await giveBackHosts([...all].flatMap(([id, kept]) => (over.includes(id) && kept ? [kept.provider] : [])))
}

/** Gives back the hosts of vendors that no account needs any more. */
async function giveBackHosts(providers: string[]): Promise<void> {
  const left = [...(await loadAll(linkedPrefix, linked)).values()].filter((kept) => kept?.kind === 'key')
  const needed = await hostsOf(left.map((kept) => kept!.provider))
  const sites = await grantedPatterns()
  const idle = (await hostsOf(providers)).filter((host) => !needed.includes(host) && !sites.includes(host))
  if (idle.length > 0) await browser.permissions.remove({ origins: idle })
}

const hostsOf = async (providers: string[]): Promise<string[]> =>
  (await Promise.all(providers.map(loadConnector))).flatMap((it) => (it ? [patternOf(it.origin)] : []))

function isOver(kept: Linked | undefined, now: number): boolean {
  const at = kept?.removedAt
  return at !== undefined && (now - at >= undoFor || now < at)
}

const some = <T extends object>(value: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as never
