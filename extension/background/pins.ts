import { own } from '../../core/own'
import * as z from '../../core/zod'
import { Origin } from '../origin'
import { readPolicy } from '../policy'
import { change, load, type Item } from '../storage'

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex'))

/** Price lists the user has fixed: of these sites no other is taken, whatever the site serves. */
export const pinned: Item<{ [origin: string]: string }> = {
  key: 'pins',
  version: 1,
  schema: z.record(Origin, Sha256),
  initial: () => ({}),
  migrations: {},
}

/** What a card must be to be taken: the one of its site, and the one of its provider, where either is fixed. */
export type Pins = { site?: string; providers: { [provider: string]: string } }

/** The pins in force for the card that an origin serves. */
export async function pinsFor(origin: string): Promise<Pins> {
  const [pins, { policy }] = await Promise.all([load(pinned), readPolicy()])
  const site = own(pins, origin)
  return { providers: policy.pinnedCards ?? {}, ...(site && { site }) }
}

/** Whether a card may be taken: it is the pinned one, or none is. */
export function isPinned({ site, providers }: Pins, provider: string, sha256: string | undefined): boolean {
  return [site, own(providers, provider)].every((pin) => pin === undefined || pin === sha256)
}

/** Fixes the card of a site by its hash; undefined lets it follow the site again. */
export async function pinCard(origin: string, sha256: string | undefined): Promise<void> {
  await change(pinned, (pins) => {
    const others = Object.fromEntries(Object.entries(pins).filter(([pinnedAt]) => pinnedAt !== origin))
    return sha256 ? { ...others, [origin]: sha256 } : others
  })
}

/** Every pin of the user by origin. */
export const allPins = (): Promise<{ [origin: string]: string }> => load(pinned)
