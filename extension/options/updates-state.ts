import { signal } from '@preact/signals'
import type { Locale } from '../../core/locales'
import { allPins, pinCard } from '../background/pins'
import { browser } from '../browser'
import { built, isChannelAddress } from '../channel/choice'
import {
  channelCard,
  channelCardPrefix,
  channelChoice,
  channelKept,
  ChannelChoice,
  type ChannelKept,
} from '../channel/kept'
import { readPolicy } from '../policy'
import { site, sitePrefix, type Site } from '../site'
import { load, loadAll, save } from '../storage'

/** A price list that a site states about itself, and whether it is fixed. */
export type StatedCard = { origin: string; kept: Site; pinned: boolean }

/** What the section about updates shows: the channel, how its last check went, and the price lists of sites. */
export function createUpdates(locale: Locale) {
  const choice = signal<ChannelChoice>(channelChoice.initial())
  const kept = signal<ChannelKept>(channelKept.initial())
  const brought = signal<{ name: string; version: number }[]>([])
  const stated = signal<StatedCard[]>([])
  /** Who fixed the channel, where it is not the user's to choose. */
  const lockedBy = signal<string | undefined>(undefined)
  const checking = signal(false)
  const said = signal('')
  const now = signal(Date.now())

  async function read() {
    const [chosen, known, cards, sites, pins, { policy }] = await Promise.all([
      load(channelChoice),
      load(channelKept),
      loadAll(channelCardPrefix, channelCard),
      loadAll(sitePrefix, site),
      allPins(),
      readPolicy(),
    ])
    choice.value = policy.channel ?? chosen
    lockedBy.value = policy.channel && (policy.organisation ?? locale.messages.panel.organisation)
    kept.value = known
    brought.value = [...cards.values()].flatMap((part) =>
      part ? [{ name: part.value.name, version: part.value.version }] : [],
    )
    stated.value = [...sites]
      .filter(([, { card, cardProblem }]) => card || cardProblem)
      .map(([origin, of]) => ({ origin, kept: of, pinned: Object.hasOwn(pins, origin) }))
    now.value = Date.now()
  }
  /** Turns the channel on or off. On needs an address over https and a key: what is missing is said. */
  async function turn(on: boolean, given: { url: string; publicKey: string }) {
    const texts = locale.messages.updates
    const url = given.url || built.url
    const publicKey = given.publicKey || built.publicKey
    if (on && !isChannelAddress(url)) return void (said.value = texts.badUrl)
    const next = ChannelChoice.safeParse({ on, ...(url && { url }), ...(publicKey && { publicKey }) })
    if (!next.success || (on && !publicKey)) return void (said.value = texts.badKey)
    said.value = ''
    await save(channelChoice, next.data)
    await read()
    if (on) await check()
  }
  async function check() {
    checking.value = true
    await browser.runtime.sendMessage({ kind: 'check-channel' }).catch(() => undefined)
    checking.value = false
    await read()
  }
  async function pin({ origin, kept: { card } }: StatedCard, fixed: boolean) {
    await pinCard(origin, fixed ? card?.sha256 : undefined)
    await read()
  }
  return { locale, lockedBy, choice, kept, brought, stated, checking, said, now, read, turn, check, pin, built }
}
export type Updates = ReturnType<typeof createUpdates>
