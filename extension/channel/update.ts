import { acceptCard } from '../../core/acceptance'
import type { RateCard } from '../../core/rate-card'
import { sha256, verifyRelease, type Part, type Release } from './release'

/** Where the channel is and whose signature counts. Empty and off unless set at build time, by the user, or by policy. */
export type Channel = { url: string; publicKey: string }
export type Held = { serial: number; sites: Release['sites']; cards: { [provider: string]: RateCard } }
export const NOTHING_HELD: Held = { serial: 0, sites: {}, cards: {} }

export type Refusal = { what: string; why: string }
export type Updated = { held: Held; refused: Refusal[] }
/** Reads bytes of the channel: bounded in size and time by the caller; undefined when they do not come. */
export type ReadBytes = (url: string, bytes: number) => Promise<Uint8Array<ArrayBuffer> | undefined>

const RELEASE_BYTES = 200_000
const CARD_BYTES = 2_000_000

/**
 * Brings what is held up to the channel's release. Nothing of a release that is unsigned, malformed or rolled back is used;
 * a card that is not the pinned bytes, or is refused by itself, leaves the last good one. Every refusal is named.
 */
export async function update(channel: Channel, held: Held, read: ReadBytes): Promise<Updated> {
  const refuse = (why: string): Updated => ({ held, refused: [{ what: 'release', why }] })
  const [bytes, signature] = await Promise.all([read(channel.url, RELEASE_BYTES), read(`${channel.url}.sig`, 1000)])
  if (!bytes || !signature) return refuse('did not come')
  const verified = await verifyRelease(bytes, new TextDecoder().decode(signature), channel.publicKey, held.serial)
  if (!verified.release) return refuse(verified.refused)
  const { serial, sites, cards } = verified.release
  const outcome = await Promise.all(
    Object.entries(cards).map(([provider, part]) => updateCard(channel, provider, part, held.cards[provider], read)),
  )
  return {
    held: {
      serial,
      sites,
      cards: {
        ...held.cards,
        ...Object.fromEntries(outcome.flatMap(({ card }) => (card ? [[card.provider, card]] : []))),
      },
    },
    refused: outcome.flatMap(({ refusal }) => refusal ?? []),
  }
}

async function updateCard(
  channel: Channel,
  provider: string,
  part: Part,
  held: RateCard | undefined,
  read: ReadBytes,
): Promise<{ card?: RateCard; refusal?: Refusal }> {
  const refuse = (why: string) => ({ refusal: { what: provider, why } })
  const bytes = await read(new URL(part.path, channel.url).href, CARD_BYTES)
  if (!bytes) return refuse('did not come')
  if ((await sha256(bytes)) !== part.sha256) return refuse('not the pinned bytes')
  const accepted = acceptCard(new TextDecoder().decode(bytes), held)
  if (!accepted.card) return refuse(`${accepted.refused}: ${accepted.detail}`)
  return accepted.card.provider === provider ? { card: accepted.card } : refuse(`a card of ${accepted.card.provider}`)
}

/** Whether a release lets a site file of this version of the add-on run. */
export function siteAllowed(sites: Release['sites'], id: string, version: string): boolean {
  const state = Object.hasOwn(sites, id) ? sites[id] : undefined
  if (!state) return true
  return !state.disabled && (!state.minVersion || compareVersions(version, state.minVersion) >= 0)
}

function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number))
  for (let i = 0; i < Math.max(x!.length, y!.length); i++) {
    const difference = (x![i] ?? 0) - (y![i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
