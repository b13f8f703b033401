import { alertChoices, toldAlerts } from './alerts/kept'
import { pinned } from './background/pins'
import { vendorSitesOn } from './background/sites'
import { unkept } from './background/unkept'
import {
  channelCard,
  channelCardPrefix,
  channelChoice,
  channelFile,
  channelFilePrefix,
  channelKept,
} from './channel/kept'
import { chosen, chosenPrefix } from './chosen'
import { trouble } from './ledger/trouble'
import { linked, linkedPrefix } from './linked'
import { plannedTasks } from './plan/tasks'
import { settings } from './settings'
import { site, sitePrefix } from './site'
import type { Item } from './storage'

type Kind = { key: string; itemOf: (rest: string) => Item<never>; backup: boolean }
const one = (item: { key: string }, backup: boolean): Kind => ({
  key: item.key,
  itemOf: () => item as Item<never>,
  backup,
})
const each = (key: string, itemOf: (rest: string) => { key: string }, backup: boolean): Kind => ({
  key,
  itemOf: itemOf as Kind['itemOf'],
  backup,
})

/**
 * Everything that is stored under a key of its own: one line each; `backup`: whether it goes into a backup. What the channel brought
 * does not: an older serial from a file would let an older release in.
 */
export const kinds: readonly Kind[] = [
  one(settings, true),
  one(pinned, true),
  one(plannedTasks, true),
  one(vendorSitesOn, true),
  one(channelChoice, true),
  one(channelKept, false),
  one(alertChoices, true),
  one(toldAlerts, false),
  one(trouble, false),
  one(unkept, false),
  each(sitePrefix, site, true),
  each(chosenPrefix, chosen, true),
  each(linkedPrefix, linked, true),
  each(channelCardPrefix, channelCard, false),
  each(channelFilePrefix, channelFile, false),
]

/** The item a key of storage belongs to; undefined where it is none of ours. */
export function itemAt(key: string): (Item<unknown> & { backup: boolean }) | undefined {
  const kind = kinds.find((it) => (it.key.endsWith(':') ? key.startsWith(it.key) : key === it.key))
  if (!kind) return undefined
  return { ...(kind.itemOf(key.slice(kind.key.length)) as Item<unknown>), backup: kind.backup }
}
