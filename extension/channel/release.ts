import * as z from '../../core/zod'
import { Instant } from '../../core/account'
import { Name } from '../../core/pricing'
import { Pattern, Version } from '../sites/site-file'

/** A file of the channel: its path on the channel's own origin, and the SHA-256 of its bytes in hex. */
const Part = z.strictObject({
  path: z.string().check(
    z.regex(/^[a-z0-9][a-z0-9._/-]{0,200}$/, 'a path'),
    z.refine((p) => !p.includes('..'), 'a plain path'),
  ),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex')),
})
export type Part = z.infer<typeof Part>

/** What a site or a connector may be told from afar: nothing, to stay away, or to wait for a newer add-on. */
export const State = z.strictObject({
  disabled: z.optional(z.boolean()),
  minVersion: z.optional(Version),
})
export type State = z.infer<typeof State>
const SiteState = z.extend(State, {
  /** The addresses meant, where no file says them. */
  match: z.optional(z.array(Pattern).check(z.maxLength(20))),
  /** A site file that takes the place of the shipped one of that name. */
  file: z.optional(Part),
})

/** Entries of a release at most: cards, sites and connectors each. */
const MOST = 500
const few = <T extends object>(schema: z.ZodMiniType<T>) =>
  schema.check(z.refine((entries) => Object.keys(entries).length <= MOST, `at most ${MOST}`))

/** A signed list of cards, site files and connectors. `serial` only ever grows: a lower one is a roll-back and is refused. */
export const Release = z.strictObject({
  format: z.literal(1),
  serial: z.int().check(z.gte(1)),
  issuedAt: Instant,
  cards: few(z.record(Name, Part)),
  sites: few(z.record(Name, SiteState)),
  connectors: z.optional(few(z.record(Name, State))),
})
export type Release = z.infer<typeof Release>

export type Verified =
  | { release: Release; sha256: string; refused?: undefined }
  | { refused: 'signature' | 'malformed' | 'rolled-back'; detail?: string; release?: undefined }

/**
 * Checks a release: the Ed25519 signature over its exact bytes first, then its shape, then that it is not an older one. Two different
 * releases of one serial are a roll-back too.
 */
export async function verifyRelease(
  bytes: Uint8Array<ArrayBuffer>,
  signature: string,
  publicKey: string,
  held: { serial: number; release?: string },
): Promise<Verified> {
  if (!(await isSigned(bytes, signature, publicKey))) return { refused: 'signature' }
  const parsed = Release.safeParse(parseJson(new TextDecoder().decode(bytes)))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { refused: 'malformed', detail: `${issue!.path.join('.')}: ${issue!.message}`.slice(0, 300) }
  }
  const { serial } = parsed.data
  const digest = await sha256(bytes)
  const other = serial === held.serial && held.release !== undefined && held.release !== digest
  if (serial < held.serial || other) return { refused: 'rolled-back', detail: `serial ${serial}, held ${held.serial}` }
  return { release: parsed.data, sha256: digest }
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
