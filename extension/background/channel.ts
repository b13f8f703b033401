import { own } from '../../core/own'
import { parseCard } from '../../core/read-card'
import { loadCard } from '../../core/rate-cards'
import { browser } from '../browser'
import { channelOf } from '../channel/choice'
import {
  channelCard,
  channelCardPrefix,
  channelChoice,
  channelFile,
  channelFilePrefix,
  channelKept,
  type ChannelKept,
} from '../channel/kept'
import { readerOf } from '../channel/read'
import { update, type Channel, type Held, type HeldPart, type Shipped } from '../channel/update'
import { readPolicy } from '../policy'
import { siteFiles } from '../sites'
import { change, load, loadAll, save } from '../storage'
import { tellChanged } from './sites'

export const channelAlarm = 'channel'
const day = 24 * 60

/** What a check came to. `off`: there is no channel to check. */
export type Checked = 'off' | 'done'

/** Sets the daily alarm where the channel is on, and takes it away where it is off. */
export async function syncChannelAlarm(): Promise<void> {
  const present = await browser.alarms.get(channelAlarm)
  const wanted = (await channelInForce()) !== undefined
  if (wanted && !present) browser.alarms.create(channelAlarm, { periodInMinutes: day, delayInMinutes: 1 })
  if (!wanted && present) await browser.alarms.clear(channelAlarm)
}

/** The channel that counts now; undefined where it is off. */
export async function channelInForce(): Promise<Channel | undefined> {
  const [choice, { policy }] = await Promise.all([load(channelChoice), readPolicy()])
  return channelOf(choice, policy.channel)
}

let checking: Promise<Checked> | undefined

/**
 * Asks the channel once; a second call while that goes on gets the same answer. Last good parts stay whatever happens. Where another
 * channel was chosen meanwhile, that is asked instead, and nothing of the first is kept.
 */
export function checkChannel(now: () => number): Promise<Checked> {
  checking ??= check(now).finally(() => (checking = undefined))
  return checking
}

async function check(now: () => number): Promise<Checked> {
  const channel = await channelInForce()
  if (!channel) return 'off'
  const kept = await load(channelKept)
  const fresh = kept.publicKey !== channel.publicKey
  if (fresh) await forgetParts()
  const held = fresh ? channelKept.initial() : kept
  const before: Held = { ...held, ...(await partsHeld()) }
  const { held: after, refused } = await update(channel, before, shipped, readerOf())
  const inForce = await channelInForce()
  if (inForce?.url !== channel.url || inForce.publicKey !== channel.publicKey) return check(now)
  await keepParts(before, after)
  const at = now()
  const next: ChannelKept = {
    publicKey: channel.publicKey,
    serial: after.serial,
    release: after.release,
    sites: stopsOf(after),
    connectors: after.connectors,
    checkedAt: at,
    updatedAt: after.release === before.release ? held.updatedAt : at,
    refused,
    refusedAt: refused.length > 0 ? at : held.refusedAt,
  }
  // Last, so that a check which is cut short is simply done again.
  await save(channelKept, next)
  await tellChanged()
  return 'done'
}

const shipped: Shipped = {
  async card(provider) {
    const bundled = await loadCard(provider)
    // Read as any other card is, so that two of them can be compared.
    return bundled && parseCard(bundled).card
  },
  file: (id) => own(siteFiles, id),
}

/** What sites are told: by the release, and by a file that switches itself off. */
function stopsOf({ sites, files }: Held): ChannelKept['sites'] {
  return Object.fromEntries(
    Object.entries(sites).map(([id, { disabled, minVersion, match }]) => {
      const file = files[id]?.value ?? shipped.file(id)
      const off = disabled || file?.disabled
      return [
        id,
        { ...(off && { disabled: true }), ...(minVersion && { minVersion }), match: match ?? file?.match ?? [] },
      ]
    }),
  )
}

async function partsHeld(): Promise<Pick<Held, 'cards' | 'files'>> {
  const [cards, files] = await Promise.all([
    loadAll(channelCardPrefix, channelCard),
    loadAll(channelFilePrefix, channelFile),
  ])
  return { cards: present(cards), files: present(files) }
}

const present = <T>(parts: Map<string, HeldPart<T> | undefined>): { [name: string]: HeldPart<T> } =>
  Object.fromEntries([...parts].flatMap(([name, part]) => (part ? [[name, part]] : [])))

async function keepParts(before: Held, after: Held): Promise<void> {
  for (const [provider, part] of Object.entries(after.cards))
    if (part !== before.cards[provider]) await change(channelCard(provider), () => part)
  for (const [id, part] of Object.entries(after.files))
    if (part !== before.files[id]) await change(channelFile(id), () => part)
}

/** What one channel brought is not the next one's. */
async function forgetParts(): Promise<void> {
  const keys = Object.keys(await browser.storage.local.get(null))
  const parts = keys.filter((key) => key.startsWith(channelCardPrefix) || key.startsWith(channelFilePrefix))
  await browser.storage.local.remove(parts)
}
