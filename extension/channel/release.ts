import * as z from '../../core/zod'
import { Instant } from '../../core/account'
import { Name } from '../../core/pricing'

/** A file of the channel: its path on the channel's own origin, and the SHA-256 of its bytes in hex. */
const Part = z.strictObject({
  path: z.string().check(
    z.regex(/^[a-z0-9][a-z0-9._/-]{0,200}$/, 'a path'),
    z.refine((p) => !p.includes('..'), 'a plain path'),
  ),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex')),
})
export type Part = z.infer<typeof Part>

/** What a site file may be told from afar: nothing, or to stay away. */
const SiteState = z.strictObject({
  disabled: z.optional(z.boolean()),
  minVersion: z.optional(z.string()),
  file: z.optional(Part),
})

/** A signed list of cards and site files. `serial` only ever grows: a lower one is a roll-back and is refused. */
export const Release = z.strictObject({
  format: z.literal(1),
  serial: z.int().check(z.gte(1)),
  issuedAt: Instant,
  cards: z.record(Name, Part),
  sites: z.record(Name, SiteState),
})
export type Release = z.infer<typeof Release>

export type Verified =
  | { release: Release; refused?: undefined }
  | { refused: 'signature' | 'malformed' | 'rolled-back'; release?: undefined }

/** Checks a release: the Ed25519 signature over its exact bytes first, then its shape, then that it is not an older one. */
export async function verifyRelease(
  bytes: Uint8Array<ArrayBuffer>,
  signature: string,
  publicKey: string,
  heldSerial: number,
): Promise<Verified> {
  if (!(await isSigned(bytes, signature, publicKey))) return { refused: 'signature' }
  const parsed = Release.safeParse(parseJson(new TextDecoder().decode(bytes)))
  if (!parsed.success) return { refused: 'malformed' }
  return parsed.data.serial < heldSerial ? { refused: 'rolled-back' } : { release: parsed.data }
}

async function isSigned(bytes: Uint8Array<ArrayBuffer>, signature: string, publicKey: string): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', fromBase64(publicKey), { name: 'Ed25519' }, false, ['verify'])
    return await crypto.subtle.verify({ name: 'Ed25519' }, key, fromBase64(signature.trim()), bytes)
  } catch {
    return false
  }
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (c) => c.charCodeAt(0))

/** SHA-256 in hex, as a card is pinned by it. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The same of a text, as UTF-8. */
export const sha256Of = (text: string): Promise<string> => sha256(new TextEncoder().encode(text))

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
