import { numberIn } from '../binding/balance'
import { linked, linkedPrefix, type Linked } from '../linked'
import { site } from '../site'
import { change, load, loadAll } from '../storage'
import { noteLinked } from './note-linked'
import { siteCard } from './site-card'
import { tellChanged } from './sites'

/**
 * Keeps the balance that a page shows, where the user asked for this site's to be read so. The unit is the card's: without a card
 * nobody knows what the number counts.
 */
export async function readShown(
  origin: string,
  shown: { number: string; language: string },
  now: () => number,
): Promise<void> {
  const found = [...(await loadAll(linkedPrefix, linked))].find(
    ([, kept]) => kept?.kind === 'page' && kept.origin === origin && kept.removedAt === undefined,
  )
  const card = (await siteCard(origin, await load(site(origin))))?.card
  const number = numberIn(shown.number, shown.language)
  if (!found || !card || number === undefined) return
  const [id, before] = found
  const kept = await change(linked(id), (was) => was && keep(id, was, { number, at: now(), card }))
  if (kept?.account) await noteLinked(kept, kept.account, before?.account)
  await tellChanged()
}

type Shown = { number: string; at: number; card: { provider: string; currency: string } }

function keep(id: string, was: Linked, { number, at, card }: Shown): Linked {
  const { provider, currency } = card
  const named = was.label === undefined ? {} : { name: was.label }
  const account = { provider, id, ...named, currency, balance: number, readAt: at, from: 'page' as const }
  return { ...was, provider, account, problem: undefined, triedAt: at }
}
