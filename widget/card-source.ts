import type { RateCard } from '../core/rate-card'
import { compileFeature } from '../core/compile'
import { isSealed } from '../core/seal'
import { here } from './place'

/** A card that could not be used: `kind` picks the short sentence for readers, the message is for the author's console. */
export class CardProblem extends Error {
  constructor(
    readonly kind: 'noCard' | 'badCard' | 'noFeature',
    message: string,
    /** The card, where it is there and has no such feature. */
    readonly card?: RateCard,
  ) {
    super(message)
  }
}

const loads = new Map<string, Promise<RateCard>>()

/** A card from what an author wrote: an address, JSON text beginning with "{", or an object. Rejects with a CardProblem. */
export async function cardFrom(source: unknown): Promise<RateCard> {
  if (typeof source !== 'string') return checked(source)
  const text = source.trim()
  if (!text) throw new CardProblem('noCard', 'the attribute "card" is missing')
  return text.startsWith('{')
    ? checked(parsed(text, 'the attribute "card"'))
    : load(new URL(text, document.baseURI).href)
}

/** One request an address, whatever the number of calculators; a failed one is forgotten, so that it can be tried again. */
function load(address: string): Promise<RateCard> {
  let loading = loads.get(address)
  if (!loading) {
    loads.set(address, (loading = request(address)))
    loading.catch(() => loads.delete(address))
  }
  return loading
}

async function request(address: string): Promise<RateCard> {
  // What a card from elsewhere needs comes along with it.
  if (!isOurs(address)) check().catch(String)
  const { url, text } = await reply(address)
  const card = parsed(text, address)
  return isOurs(url) && isSealed(text) ? (card as RateCard) : checked(card)
}

/** Nothing about the reader goes with the request; after half a minute it counts as failed. */
async function reply(address: string): Promise<{ url: string; text: string }> {
  try {
    const reply = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(30_000),
    })
    if (!reply.ok) throw new Error(`it answered ${reply.status}`)
    return { url: reply.url, text: await reply.text() }
  } catch (error) {
    throw new CardProblem('noCard', `${address}: ${String(error)}`)
  }
}

/** Whether an address lies beside the script, as the cards do that came with it and were checked when it was built. */
const isOurs = (address: string): boolean => address.startsWith(String(here).replace(/[^/]*$/, 'cards/'))

const check = () => import('./later/check')

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CardProblem('badCard', `${where}: ${String(error)}`)
  }
}

async function checked(card: unknown): Promise<RateCard> {
  const { isCard, faultOf } = await check()
  if (isCard(card) && isSound(card)) return card
  throw new CardProblem('badCard', await faultOf(card))
}

/** Whether every name resolves; each feature is ready to be priced then. */
function isSound(card: RateCard): boolean {
  try {
    return Object.keys(card.features).every((feature) => compileFeature(card, feature))
  } catch {
    return false
  }
}
