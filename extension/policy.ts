import { own } from '../core/own'
import * as z from '../core/zod'
import { Name, Num, Option, Text } from '../core/pricing'
import type { Rules } from '../core/policy'
import { browser } from './browser'
import { ChannelChoice } from './channel/kept'
import { Guard, Settings, settings } from './settings'
import { load } from './storage'

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex'))
const few = <T>(schema: z.ZodMiniType<T>) => z.array(schema).check(z.maxLength(500))

const Cap = z.strictObject({
  provider: Name,
  feature: z.optional(Name),
  currency: Text,
  max: Num,
  per: z.enum(['run', 'month']),
})

/**
 * What an organisation may set through the browser's managed storage: one schema for each of its parts, so that a mistake in one does not
 * take the others out of force. The same shape as `public/policy.schema.json`, which Chrome reads; a test holds them equal. See
 * docs/policy.md.
 */
export const policyParts = {
  /** Who locked it, in the words of a line: "Polar Works". */
  organisation: Text,
  /** Whom to ask for more: a name or an address. */
  contact: Text,
  vendors: few(Name),
  models: z.record(Name, few(Option)),
  features: z.record(Name, few(Name)),
  caps: few(Cap),
  /** The guard that is always on; the user may only make it stricter. */
  guard: Guard,
  /** The only card that is taken for a provider, by SHA-256. */
  pinnedCards: z.record(Name, Sha256),
  /** The connectors that may be used; an empty list: none. */
  connectors: few(Name),
  channel: ChannelChoice,
  /** Settings that the user cannot change. */
  settings: z.strictObject({
    language: z.optional(Settings.shape.language),
    refreshEvery: z.optional(Settings.shape.refreshEvery),
  }),
}
export type Policy = { [part in keyof typeof policyParts]?: z.infer<(typeof policyParts)[part]> }
/** A policy, and the parts of it that could not be understood and are not in force. */
export type PolicyRead = { policy: Policy; faults: string[] }

/** The policy in force, from the browser's own store: at once, without network. None where nobody manages the browser. */
export async function readPolicy(): Promise<PolicyRead> {
  await arrival
  return policyFrom(await managed())
}

// Firefox refuses where there is no managed storage; a browser without it has none.
const managed = async (): Promise<object> => (await browser.storage.managed?.get(null).catch(() => ({}))) ?? {}

let arrival: Promise<void> | undefined
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 250))
/** Chromium reads its policy files again some five seconds after an install; only an organisation's own installs are held so long. */
const LOOKS = { managed: 40, other: 8 }

/**
 * A browser hands its policy to an add-on a moment after installing it, and nothing tells that there is none. Called at that moment:
 * whoever asks for the policy waits until it is there, or was looked for in vain a few times, each after a `wait`.
 */
export function expectPolicy(wait: () => Promise<void> = pause): Promise<void> {
  return (arrival = arrive(wait))
}

async function arrive(wait: () => Promise<void>): Promise<void> {
  const self = await browser.management?.getSelf().catch(() => undefined)
  const most = self?.installType === 'admin' ? LOOKS.managed : LOOKS.other
  for (let looks = 0; looks < most; looks++) {
    if (Object.keys(await managed()).length > 0) return
    await wait()
  }
}

/** A policy from what the browser holds, part by part. */
export function policyFrom(raw: object): PolicyRead {
  const policy: { [part: string]: unknown } = {}
  const faults: string[] = []
  for (const [name, value] of Object.entries(raw)) {
    const parsed = own<z.ZodMiniType>(policyParts, name)?.safeParse(value)
    if (parsed?.success) policy[name] = parsed.data
    else faults.push(name.slice(0, 60))
  }
  return { policy: policy as Policy, faults }
}

/** The user's settings with what the organisation locks, and a guard that is at least as strict as both. */
export async function settingsInForce(): Promise<Settings> {
  const [own, { policy }] = await Promise.all([load(settings), readPolicy()])
  return underPolicy(own, policy)
}

export function underPolicy(own: Settings, { settings: locked, guard }: Policy): Settings {
  const merged = stricter(own.guard, guard)
  return { ...own, ...locked, ...(merged && { guard: merged }) }
}

function stricter(a: Guard | undefined, b: Guard | undefined): Guard | undefined {
  if (!a || !b) return a ?? b
  const above = [a.above, b.above].filter((amount) => amount !== undefined).sort((x, y) => Number(x) - Number(y))[0]
  return { stops: a.stops || b.stops, ...(above !== undefined && { above }) }
}

/** Whether the policy sets anything at all. */
export const isManaged = ({ policy, faults }: PolicyRead): boolean => Object.keys(policy).length + faults.length > 0

/** The part of a policy that says what may be run. */
export const rulesOf = ({ vendors, models, features, caps }: Policy): Rules => ({ vendors, models, features, caps })
