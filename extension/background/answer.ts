import { monthLeft } from '../../core/policy'
import type { Runtime } from '../browser'
import { chosenLocale } from '../locale'
import { FromOurPages, FromOverlay, senders, type SiteView, type StateWord } from '../messages'
import { accountAt, linked, linkedPrefix } from '../linked'
import { site } from '../site'
import { load, loadAll } from '../storage'
import { sitePrefix } from '../site'
import { putAway } from './alerts'
import { answersFor } from './answers'
import { paintBadge } from './badge'
import { keepKeys, keysForBackup } from './key-backup'
import { checkChannel } from './channel'
import { forgetEverything } from './forget'
import { siteHeld } from './note'
import { pressed } from './press'
import { bringPart } from './parts'
import { answerAboutLinked, readAllLinked } from './linked-answers'
import { askOnlyAbove } from './guard'
import { choose, detectIn, keepFile, pointIn, readingAt } from './chosen'
import { keepPointed } from './pointed'
import { outlines, providerNames } from './outlines'
import { providerCard } from './provider-card'
import { readAgain, refreshSite } from './refresh'
import { isOurPage, overlayOrigin, ownPage } from './sender'
import { rulesAt } from './rules'
import { keepCorner, switchOff } from './here'
import { readShown } from './shown'
import { siteCard } from './site-card'
import { isOn, tellChanged, turnedOn } from './sites'
import { markKept, moreFor, planRun, showPage } from './more'
import { viewOf } from './view'

const now = () => Date.now()

/** Answers a message after its sender and shape have been checked; undefined for whatever is not for us. */
export function answer(message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined {
  if (isOurPage(sender)) {
    const ours = FromOurPages.safeParse(message)
    const may = ours.success && senders[ours.data.kind].includes(ownPage(sender) ?? '')
    return may ? answerOurPage(ours.data) : undefined
  }
  const origin = overlayOrigin(sender)
  const parsed = FromOverlay.safeParse(message)
  if (origin === undefined || !parsed.success) return undefined
  return answerOverlay(parsed.data, origin, sender)
}

async function answerOverlay(message: FromOverlay, origin: string, sender: Runtime.MessageSender): Promise<unknown> {
  if (message.kind === 'pressed') return pressed(origin, message, now)
  if (!(await isOn(origin))) return { on: false }
  const tabId = sender.tab!.id!
  if (message.kind === 'open') return open(origin, message.card, tabId)
  if (message.kind === 'answers') return answersFor(origin, message, now())
  if (message.kind === 'view') return seen(origin)
  if (message.kind === 'bring') await bringPart(message.part, sender)
  if (message.kind === 'point') await pointIn(tabId, sender.frameId)
  if (message.kind === 'more') return moreFor(origin, message, now())
  if (message.kind === 'plan') return planRun(origin, message)
  if (message.kind === 'keep') await markKept(origin, message, now())
  if (message.kind === 'show') await showPage(origin, message.page, message.about)
  if (message.kind === 'look') await readAgain(origin, now)
  if (message.kind === 'shown') await readShown(origin, message, now)
  if (message.kind === 'ask-only-above') await askOnlyAbove(message.above)
  if (message.kind === 'corner') await keepCorner(origin, message.corner)
  if (message.kind === 'off') await switchOff(origin)
  if (message.kind === 'reading') return readingAt(origin)
  if (message.kind === 'outlines') return outlines()
  if (message.kind === 'providers') return providerNames()
  if (message.kind === 'provider-card') return providerCard(message.provider)
  if (message.kind === 'keep-file') return keepPointed(origin, message.file, now)
  if (message.kind === 'state') await show(origin, tabId, message.state)
  return undefined
}

/**
 * Somebody else may have signed in since the last reading, so an opened page waits for a new one; not for long: then it gets what
 * is kept, marked as older than the page, and is told when the reading is there.
 */
async function open(origin: string, link: string | undefined, tabId: number): Promise<SiteView> {
  opening.set(origin, { pages: (opening.get(origin)?.pages ?? 0) + 1, since: now() })
  const reading = refreshSite(origin, link, now)
    .catch(() => undefined)
    .then(() => close(origin))
  await Promise.race([reading, wait(patience)])
  await show(origin, tabId, undefined)
  return seen(origin)
}

/** Pages that wait for a reading, by site, and since when: what was read before may be somebody else's. */
const opening = new Map<string, { pages: number; since: number }>()

async function close(origin: string) {
  const { pages, since } = opening.get(origin)!
  if (pages > 1) return void opening.set(origin, { pages: pages - 1, since })
  opening.delete(origin)
  await tellChanged()
}

async function seen(origin: string): Promise<SiteView> {
  const view = await viewOf(origin)
  const since = opening.get(origin)?.since
  if (!view.on || since === undefined) return view
  const told = Math.max(view.account?.readAt ?? 0, view.accountProblem?.at ?? 0)
  return told < since ? { ...view, accountPending: true } : view
}

const patience = 1500
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function show(origin: string, tabId: number, state: StateWord | undefined) {
  const [kept, links] = await Promise.all([load(site(origin)), loadAll(linkedPrefix, linked)])
  const account = accountAt(await siteHeld(origin, kept, now()), links, origin)
  const priced = await siteCard(origin, kept)
  const rules = account && (await rulesAt(account.provider, account, origin, now()))
  const month = rules && monthLeft(rules, account.currency)
  const carried = { account, card: priced?.card, month, problem: kept.accountProblem }
  await paintBadge(tabId, carried, state, await chosenLocale(), now())
}

async function chooseIn({ tabId, origin, path, provider, feature }: Extract<FromOurPages, { kind: 'choose' }>) {
  await choose(origin, path, provider, feature)
  return detectIn(tabId)
}

async function answerOurPage(message: FromOurPages): Promise<unknown> {
  if (message.kind === 'forget-everything') return forgetEverything()
  if (message.kind === 'detect') return detectIn(message.tabId)
  if (message.kind === 'point') return pointIn(message.tabId)
  if (message.kind === 'choose') return chooseIn(message)
  if (message.kind === 'keep-site-file') return keepFile(message.origin, message.file)
  if (message.kind === 'alert-seen') return putAway(message.id)
  if (message.kind === 'turned-on') return turnedOn(message.origin)
  if (message.kind === 'refresh') return refreshAll(message.origin)
  if (message.kind === 'keys-for-backup') return keysForBackup()
  if (message.kind === 'keep-keys') return keepKeys(message.keys)
  if (message.kind === 'check-channel') return void (await checkChannel(now))
  return answerAboutLinked(message, now)
}

/** Reads one site again, or every site that is on and every account behind a key. */
export async function refreshAll(only?: string): Promise<void> {
  const origins = only ? [only] : [...(await loadAll(sitePrefix, site)).keys()]
  await Promise.allSettled([
    ...origins.map(async (origin) => (await isOn(origin)) && refreshSite(origin, undefined, now)),
    only ? undefined : readAllLinked(now),
  ])
}
