import { batch, signal } from '@preact/signals'
import type { Locale } from '../../core/locales'
import { siteHeld } from '../background/note'
import { createAnswers, type Owned } from '../answers/state'
import { rulesAt, type RulesView } from '../background/rules'
import { siteCard } from '../background/site-card'
import { framesOf, type Frame } from '../background/frames'
import { grantedPatterns, isOn } from '../background/sites'
import { siteStop } from '../background/stops'
import { browser } from '../browser'
import { Forms } from '../messages'
import { createLooking } from './looking'
import type { RateCard } from '../../core/rate-card'
import { covers, patternOf } from '../origin'
import { tabInQuestion, type At } from '../pages/tab'
import { createAdded, readAdded, type Added } from './added'
import { otherFrames } from './frames'
import { readLastRuns } from './last-runs'
import { settings } from '../settings'
import { currentAccount, site, sitePrefix, type Site } from '../site'
import { change, load, loadAll } from '../storage'

/** Whether the overlay works on the page in front: `never` where no page can be priced, `denied` until it is allowed, `disabled` and `too-old` by a signed update. */
export type Allowed = 'never' | 'denied' | 'off' | 'on' | 'disabled' | 'too-old'

/** What the popup shows. From storage at once; what is read behind it arrives through storage too. */
export function createPopup(locale: Locale) {
  const at = signal<At | undefined>(undefined)
  const allowed = signal<Allowed>('never')
  const sites = signal<Map<string, Site>>(new Map())
  const card = signal<RateCard | undefined>(undefined)
  const rules = signal<RulesView | undefined>(undefined)
  const forms = signal<Forms | undefined>(undefined)
  /** Other sites whose frames are in the page, and where Forecost is not on yet. */
  const frames = signal<string[]>([])
  const added = createAdded()
  /** Whether the page has had its say: until then nobody knows whether it has forms. */
  const pageAsked = signal(false)
  const refreshing = signal(false)
  const refused = signal(false)
  const now = signal(Date.now())
  const answers = createAnswers(locale)
  const looking = createLooking(() => read().then(() => forms.peek()?.length ?? 0))

  /** Together: no price is shown before it is known what the organisation says of it. */
  const take = (kept: Kept) =>
    batch(() => {
      at.value = kept.here
      now.value = kept.now
      sites.value = kept.sites
      allowed.value = kept.allowed
      card.value = kept.card
      rules.value = kept.rules
      added.takeAdded(kept.added)
    })
  /** The page that was read last: what a busy one says late is not shown for it. */
  let last: At | undefined
  async function read() {
    const { here: tab } = await takeAgain()
    last = tab
    const isOver = () => last?.tabId !== tab?.tabId || last?.origin !== tab?.origin
    const found = tab && (await formsIn(tab.tabId))
    if (isOver()) return
    const elsewhere = found && found.frame.origin !== tab.origin && found.forms.length > 0
    const { here } = elsewhere ? await takeAgain(found.frame) : { here: tab }
    forms.value = allowed.peek() === 'on' ? found?.forms : undefined
    pageAsked.value = true
    if (forms.peek()?.length === 0) void looking.look(here!.tabId)
    const others = tab?.origin === undefined ? [] : await otherFrames(tab.tabId, tab.origin)
    const off = (await Promise.all(others.map(async (one) => ((await isOn(one)) ? [] : [one])))).flat()
    if (!isOver()) frames.value = off
  }
  async function takeAgain(inFrame?: Frame) {
    const kept = await readKept(inFrame)
    take(kept)
    void showHeld(kept.sites)
    void readLastRuns()
    void answers.read([...atSites(kept.sites), ...added.owned()], kept.now)
    return kept
  }
  /** What runs in flight hold comes a moment later: the popup does not wait for the ledger. */
  async function showHeld(kept: Map<string, Site>) {
    const at = now.peek()
    const held = await Promise.all(
      [...kept].map(async ([origin, one]) => [origin, await siteHeld(origin, one, at)] as const),
    )
    if (sites.peek() === kept) sites.value = new Map(held)
  }
  async function refresh() {
    refreshing.value = true
    await browser.runtime.sendMessage({ kind: 'refresh' }).catch(() => undefined)
    refreshing.value = false
    await read()
  }
  /** The prompt must follow the press at once: nothing may be awaited before it. */
  function turnOn(origin = at.value?.origin) {
    if (!origin) return
    void browser.permissions.request({ origins: [patternOf(origin)] }).then((granted) => {
      refused.value = !granted
      if (granted) void browser.runtime.sendMessage({ kind: 'turned-on', origin })
      return readSoon()
    })
  }
  /** The overlay comes into the page a moment after it was allowed there. */
  async function readSoon() {
    for (const delay of [0, 300, 1000]) {
      await new Promise((done) => setTimeout(done, delay))
      await read()
      if (forms.peek()?.length) return
    }
  }
  async function switchTo(on: boolean) {
    const origin = at.value?.origin
    if (!origin) return
    await change(settings, (was) => ({
      ...was,
      off: on ? was.off.filter((other) => other !== origin) : [...was.off, origin],
    }))
    await read()
  }
  const actions = { read, refresh, turnOn, switchTo, looking }
  return {
    pageAsked,
    take,
    ...added,
    locale,
    at,
    allowed,
    sites,
    card,
    rules,
    forms,
    frames,
    answers,
    refreshing,
    refused,
    now,
    ...actions,
  }
}
export type Popup = ReturnType<typeof createPopup>

const atSites = (sites: Map<string, Site>): Owned[] =>
  [...sites].flatMap(([origin, kept]) => kept.accounts.map((account) => ({ account, origin })))

/** What storage holds of the page in front and of every account. */
type Kept = {
  here: At | undefined
  now: number
  sites: Map<string, Site>
  added: Added
  allowed: Allowed
  card: RateCard | undefined
  rules: RulesView | undefined
}

/**
 * Reads what is kept, so that there is something to paint: no page, no ledger and no network is waited for. `inFrame`: where the forms
 * of a page are, if they are in a frame of another site.
 */
export async function readKept(inFrame?: Frame): Promise<Kept> {
  const now = Date.now()
  const [tab, sites, added] = await Promise.all([tabInQuestion(), loadAll(sitePrefix, site), readAdded()])
  const here = tab && inFrame?.tabId === tab.tabId ? { ...tab, ...inFrame } : tab
  const allowed = await rightAt(here)
  const known = here?.origin === undefined ? undefined : sites.get(here.origin)
  const priced = allowed === 'on' ? await siteCard(here!.origin!, known ?? {}) : undefined
  const who = known && currentAccount(known)
  const rules = priced && (await rulesAt(priced.card.provider, who, here!.origin!, now))
  return { here, now, sites, added, allowed, card: priced?.card, rules }
}

async function rightAt(here: At | undefined): Promise<Allowed> {
  if (!here?.origin) return 'never'
  if (await isOn(here.origin)) return 'on'
  if ((await load(settings)).off.includes(here.origin)) return 'off'
  const covered = (await grantedPatterns()).some((pattern) => covers(pattern, here.origin!))
  return (covered && (await siteStop(here.origin))) || 'denied'
}

type Found = { frame: Frame; forms: Forms }

/** What the overlays of a tab say its forms ask for: that of the page itself, unless only a frame has some. Undefined where none answers. */
async function formsIn(tabId: number): Promise<Found | undefined> {
  const all = await Promise.all((await framesOf(tabId)).map(formsOf))
  const found = all.filter((it) => it !== undefined)
  return found.find(({ forms }) => forms.length > 0) ?? found[0]
}

async function formsOf(frame: Frame): Promise<Found | undefined> {
  const { tabId, frameId } = frame
  const reply = await browser.tabs.sendMessage(tabId, { kind: 'forms' }, { frameId }).catch(() => undefined)
  const parsed = Forms.safeParse(reply)
  return parsed.success ? { frame, forms: parsed.data } : undefined
}
