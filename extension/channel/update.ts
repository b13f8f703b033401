import { acceptCard } from '../../core/acceptance'
import { own } from '../../core/own'
import type { RateCard } from '../../core/rate-card'
import { readSiteFile, type SiteFile } from '../sites/site-file'
import { sha256, verifyRelease, type Part, type Release } from './release'

/** Where the channel is and whose signature counts. Empty and off unless set at build time, by the user, or by policy. */
export type Channel = { url: string; publicKey: string }
export type HeldPart<T> = { sha256: string; value: T }
export type Held = {
  serial: number
  /** SHA-256 of the release last taken. */
  release?: string
  sites: Release['sites']
  connectors: NonNullable<Release['connectors']>
  cards: { [provider: string]: HeldPart<RateCard> }
  files: { [id: string]: HeldPart<SiteFile> }
}
export const NOTHING_HELD: Held = { serial: 0, sites: {}, connectors: {}, cards: {}, files: {} }

/** Why a part of a release was not taken. The codes are words of the catalogue (`updates.*`). */
export type Why =
  | 'missing'
  | 'signature'
  | 'malformed'
  | 'rolled-back'
  | 'other-bytes'
  | 'empty'
  | 'older'
  | 'contradicts'
  | 'other-provider'
  | 'not-pinned'
/** `what`: "release", or "cards/<provider>", or "sites/<id>". */
export type Refusal = { what: string; why: Why; detail?: string }
export type Updated = { held: Held; refused: Refusal[] }

/** What this version of the add-on ships: nothing from the channel may be older. */
export type Shipped = {
  card: (provider: string) => Promise<RateCard | undefined>
  file: (id: string) => SiteFile | undefined
}
/** Reads bytes of the channel: bounded in size and time by the caller; undefined when they do not come. */
export type ReadBytes = (url: string, bytes: number) => Promise<Uint8Array<ArrayBuffer> | undefined>

const RELEASE_BYTES = 200_000
const CARD_BYTES = 2_000_000
const FILE_BYTES = 200_000

/**
 * Brings what is held up to the channel's release. Nothing of a release that is unsigned, malformed or rolled back is used; a part that
 * is not the listed bytes, or is refused by itself, leaves the last good one. What is held already is not read again. Every refusal is
 * named.
 */
export async function update(channel: Channel, held: Held, shipped: Shipped, read: ReadBytes): Promise<Updated> {
  const refuse = (why: Why, detail?: string): Updated => ({ held, refused: [refusal('release', why, detail)] })
  const [bytes, signature] = await Promise.all([read(channel.url, RELEASE_BYTES), read(`${channel.url}.sig`, 1000)])
  if (!bytes || !signature) return refuse('missing')
  const verified = await verifyRelease(bytes, new TextDecoder().decode(signature), channel.publicKey, held)
  if (!verified.release) return refuse(verified.refused, verified.detail)
  const { serial, sites, connectors = {}, cards } = verified.release
  const files = Object.entries(sites).flatMap(([id, { file }]) => (file ? [[id, file] as const] : []))
  const take = takerOf(channel, read)
  const [taken, filed] = await Promise.all([
    inTurn(Object.entries(cards), async ([provider, part]) => {
      const present = own(held.cards, provider)
      const least = newer(present?.value, await shipped.card(provider))
      return take({ what: `cards/${provider}`, part, present, most: CARD_BYTES }, (text) =>
        cardFrom(text, provider, least),
      )
    }),
    inTurn(files, async ([id, part]) => {
      const present = own(held.files, id)
      const least = newer(present?.value, shipped.file(id))
      return take({ what: `sites/${id}`, part, present, most: FILE_BYTES }, (text) => fileFrom(text, id, least))
    }),
  ])
  return {
    held: {
      serial,
      release: verified.sha256,
      sites,
      connectors,
      cards: { ...held.cards, ...partsOf(taken, 'cards/') },
      files: { ...held.files, ...partsOf(filed, 'sites/') },
    },
    refused: [...taken, ...filed].flatMap(({ refused }) => refused ?? []),
  }
}

type Asked<T> = { what: string; part: Part; present: HeldPart<T> | undefined; most: number }
type Taken<T> = { what: string; part?: HeldPart<T>; refused?: Refusal }
type Judged<T> = { value: T; why?: undefined } | { why: Why; detail?: string }

/** Reads one part: the listed bytes or none. */
function takerOf(channel: Channel, read: ReadBytes) {
  return async <T>({ what, part, present, most }: Asked<T>, judge: (text: string) => Judged<T>): Promise<Taken<T>> => {
    if (present?.sha256 === part.sha256) return { what, part: present }
    const refuse = (why: Why, detail?: string): Taken<T> => ({ what, refused: refusal(what, why, detail) })
    const bytes = await read(new URL(part.path, channel.url).href, most)
    if (!bytes) return refuse('missing')
    if ((await sha256(bytes)) !== part.sha256) return refuse('other-bytes')
    const judged = judge(new TextDecoder().decode(bytes))
    if (judged.why !== undefined) return refuse(judged.why, judged.detail)
    return { what, part: { sha256: part.sha256, value: judged.value } }
  }
}

function cardFrom(text: string, provider: string, least: RateCard | undefined): Judged<RateCard> {
  const accepted = acceptCard(text, least)
  if (!accepted.card) return { why: accepted.refused, detail: accepted.detail }
  return accepted.card.provider === provider ? { value: accepted.card } : { why: 'other-provider' }
}

function fileFrom(text: string, id: string, least: SiteFile | undefined): Judged<SiteFile> {
  const { file, fault } = readSiteFile(text)
  if (!file) return { why: 'malformed', detail: fault }
  if (file.id !== id) return { why: 'malformed', detail: `id: ${file.id}` }
  const older = least && file.version < least.version
  return older ? { why: 'older', detail: `version ${file.version}, held ${least.version}` } : { value: file }
}

/** The one of the higher version; the first where they are equal. */
function newer<T extends { version: number }>(a: T | undefined, b: T | undefined): T | undefined {
  return a && b ? (b.version > a.version ? b : a) : (a ?? b)
}

/** One after the other: a large release never asks for everything at once. */
async function inTurn<A, B>(all: readonly A[], work: (one: A) => Promise<B>): Promise<B[]> {
  const done: B[] = []
  for (const one of all) done.push(await work(one))
  return done
}

const refusal = (what: string, why: Why, detail?: string): Refusal => ({
  what,
  why,
  ...(detail && { detail: detail.slice(0, 300) }),
})

const partsOf = <T>(taken: Taken<T>[], prefix: string): { [name: string]: HeldPart<T> } =>
  Object.fromEntries(taken.flatMap(({ what, part }) => (part ? [[what.slice(prefix.length), part]] : [])))
