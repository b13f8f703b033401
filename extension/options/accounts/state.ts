import { signal } from '@preact/signals'
import type { Account } from '../../../core/account'
import type { Locale } from '../../../core/locales'
import type { RateCard } from '../../../core/rate-card'
import { grantedPatterns } from '../../background/sites'
import { browser } from '../../browser'
import type { Connector } from '../../connecting/connector'
import { connected, loadConnector } from '../../connectors'
import { linked, linkedPrefix, presentIn, type Linked } from '../../linked'
import type { FromOurPages } from '../../messages'
import { covers, patternOf, webOrigin } from '../../origin'
import type { Problem } from '../../problem'
import { site, sitePrefix } from '../../site'
import { loadAll } from '../../storage'
import { resultOf } from './result'

export type Way = 'key' | 'session' | 'page' | 'hand'
/** A site that is on: its card, and who is signed in there. */
export type SignedIn = { origin: string; card?: RateCard; account?: Account; problem?: Problem }

type Ids = Extract<FromOurPages, { kind: 'link-key' }>['ids']
export type KeyGiven = { label?: string; key: string; secret?: string; ids?: Ids }
export type HandGiven = Omit<Extract<FromOurPages, { kind: 'link-hand' }>, 'kind'>

/** The accounts of the options page: from storage, where the background writes them. */
export function createLinks(locale: Locale) {
  const rows = signal<[id: string, kept: Linked][]>([])
  const sites = signal<SignedIn[]>([])
  const vendors = signal<Connector[]>([])
  const now = signal(Date.now())
  const way = signal<Way | undefined>(undefined)
  /** The account by hand that is being stated anew. */
  const stating = signal<string | undefined>(undefined)
  const busy = signal<string | undefined>(undefined)
  const removed = signal<{ id: string; title: string } | undefined>(undefined)
  /** What came of the last thing done, and to which account. */
  const result = signal<{ id: string; text: string; ok: boolean } | undefined>(undefined)

  async function read() {
    const [all, kept, patterns] = await Promise.all([
      loadAll(linkedPrefix, linked),
      loadAll(sitePrefix, site),
      grantedPatterns(),
    ])
    now.value = Date.now()
    rows.value = presentIn(all)
    if (vendors.peek().length === 0) vendors.value = await loadVendors()
    sites.value = [...kept].flatMap(([origin, { card, accounts, current, accountProblem: problem }]) => {
      if (!patterns.some((pattern) => covers(pattern, origin))) return []
      return [{ origin, card: card?.card, account: accounts.find(({ id }) => id === current), problem }]
    })
  }
  const vendorOf = (kept: Linked) =>
    kept.kind === 'key' ? vendors.value.find(({ provider }) => provider === kept.provider) : undefined
  const titleOf = (kept: Linked): string =>
    vendorOf(kept)?.name ??
    kept.tool ??
    sites.value.find(({ card }) => card?.provider === kept.provider)?.card?.name ??
    (kept.origin ? new URL(kept.origin).host : kept.provider)

  /** Runs one thing at a time, and says how it ended. */
  async function doing(id: string, message: FromOurPages): Promise<string | undefined> {
    busy.value = id
    result.value = undefined
    const before = rows.value.find(([known]) => known === id)?.[1].triedAt
    try {
      const reply = (await browser.runtime.sendMessage(message)) as { id?: string } | undefined
      await read()
      const done = reply?.id ?? id
      const kept = rows.peek().find(([known]) => known === done)?.[1]
      if (kept) result.value = { id: done, ...resultOf(kept, vendorOf(kept), before, locale, Date.now()) }
      return done
    } catch {
      result.value = { id, text: locale.messages.problem.full, ok: false }
      return undefined
    } finally {
      busy.value = undefined
    }
  }
  /** The prompt must follow the press at once: nothing may be awaited before it. */
  function allowed(origin: string, then: () => Promise<unknown>) {
    void browser.permissions.request({ origins: [patternOf(origin)] }).then((granted) => {
      if (granted) return then()
      return void (result.value = { id: 'new', text: locale.messages.popup.denied, ok: false })
    })
  }
  function addKey({ provider, origin }: Connector, given: KeyGiven) {
    allowed(origin, async () => {
      if (await doing('new', { kind: 'link-key', provider, ...given })) way.value = undefined
    })
  }
  function changeKey(id: string, { origin }: Connector, given: KeyGiven) {
    const { label: _, ...rest } = given
    allowed(origin, () => doing(id, { kind: 'relink', id, ...rest }))
  }
  function test(id: string, vendor: Connector | undefined) {
    const ask = () => doing(id, { kind: 'read-linked', id })
    if (vendor) allowed(vendor.origin, ask)
    else void ask()
  }
  function addSession(address: string) {
    const origin = webOrigin(/^https?:/.test(address) ? address : `https://${address}`)
    const { options, accounts } = locale.messages
    if (!origin) return void (result.value = { id: 'new', text: options.notAddress, ok: false })
    allowed(origin, async () => {
      busy.value = 'new'
      await browser.runtime.sendMessage({ kind: 'turned-on', origin })
      await browser.runtime.sendMessage({ kind: 'refresh', origin }).catch(() => undefined)
      await read()
      busy.value = undefined
      const found = sites.peek().find((one) => one.origin === origin)
      const text = !found?.card ? accounts.noCard : !found.card.endpoints ? accounts.noEndpoint : undefined
      if (found?.account) way.value = undefined
      result.value = text ? { id: 'new', text, ok: false } : undefined
    })
  }
  const addPage = async (origin: string) => {
    if (await doing('new', { kind: 'link-page', origin })) way.value = undefined
  }
  const addHand = async (given: HandGiven) => {
    if (await doing(given.id ?? 'new', { kind: 'link-hand', ...given })) way.value = undefined
  }
  async function rename(id: string, label: string) {
    await browser.runtime.sendMessage({ kind: 'rename', id, ...(label && { label }) })
    await read()
  }
  async function remove(id: string, kept: Linked) {
    await browser.runtime.sendMessage({ kind: 'unlink', id })
    await read()
    removed.value = { id, title: [titleOf(kept), kept.label].filter(Boolean).join(' · ') }
  }
  async function undo() {
    const was = removed.peek()
    removed.value = undefined
    if (was) await browser.runtime.sendMessage({ kind: 'link-again', id: was.id })
    await read()
  }
  const shown = { now, rows, sites, vendors, way, stating, busy, removed, result, vendorOf, titleOf }
  return { locale, ...shown, read, addKey, changeKey, test, addSession, addPage, addHand, rename, remove, undo }
}
export type Links = ReturnType<typeof createLinks>

async function loadVendors(): Promise<Connector[]> {
  const all = await Promise.all(connected.map(loadConnector))
  return all.filter((it) => it !== undefined).toSorted((a, b) => a.name.localeCompare(b.name))
}
