import * as z from '../../core/zod'
import { Instant } from '../../core/account'
import { Name, Text } from '../../core/pricing'
import { RateCard } from '../../core/rate-card'
import { SiteFile } from '../sites/site-file'
import type { Item } from '../storage'
import { State } from './release'

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex'))
const PublicKey = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/, '32 bytes in base64'))

/** What the user chose about updates; nothing chosen: what was built in. */
export const ChannelChoice = z.strictObject({
  on: z.boolean(),
  url: z.optional(z.string().check(z.maxLength(500))),
  publicKey: z.optional(PublicKey),
})
export type ChannelChoice = z.infer<typeof ChannelChoice>

export const channelChoice: Item<ChannelChoice> = {
  key: 'channel',
  version: 1,
  schema: ChannelChoice,
  initial: () => ({ on: false }),
  migrations: {},
}

const Why = z.enum([
  ...(['missing', 'signature', 'malformed', 'rolled-back', 'other-bytes'] as const),
  ...(['empty', 'older', 'contradicts', 'other-provider', 'not-pinned'] as const),
])
const Refusal = z.strictObject({ what: Text, why: Why, detail: z.optional(z.string().check(z.maxLength(300))) })

/** What a site is told, with its addresses: so that a stop is found without reading every file. */
const SiteStop = z.extend(State, { match: z.array(z.string()) })

/** What came of the channel so far: the release last taken, and how the last check went. */
export const ChannelKept = z.strictObject({
  /** Whose releases these are: another key starts from nothing. */
  publicKey: z.optional(PublicKey),
  serial: z.int().check(z.gte(0)),
  release: z.optional(Sha256),
  sites: z.record(Name, SiteStop),
  connectors: z.record(Name, State),
  checkedAt: z.optional(Instant),
  /** When a check last brought something. */
  updatedAt: z.optional(Instant),
  refused: z.array(Refusal).check(z.maxLength(2000)),
  refusedAt: z.optional(Instant),
})
export type ChannelKept = z.infer<typeof ChannelKept>

export const channelKept: Item<ChannelKept> = {
  key: 'channel-kept',
  version: 1,
  schema: ChannelKept,
  initial: () => ({ serial: 0, sites: {}, connectors: {}, refused: [] }),
  migrations: {},
}

const held = <T>(value: z.ZodMiniType<T>) => z.strictObject({ sha256: Sha256, value })

export const channelCardPrefix = 'channel-card:'
export const channelCard = (provider: string): Item<{ sha256: string; value: RateCard } | undefined> => ({
  key: channelCardPrefix + provider,
  version: 1,
  schema: z.optional(held(RateCard)),
  initial: () => undefined,
  migrations: {},
})

export const channelFilePrefix = 'channel-site:'
export const channelFile = (id: string): Item<{ sha256: string; value: SiteFile } | undefined> => ({
  key: channelFilePrefix + id,
  version: 1,
  schema: z.optional(held(SiteFile)),
  initial: () => undefined,
  migrations: {},
})
