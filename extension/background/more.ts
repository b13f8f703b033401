import type { Request } from '../../core/rate-card'
import { keepResult } from '../answers/keeping'
import { learnedFrom } from '../answers/learned'
import { moreOf } from '../answers/more'
import { browser } from '../browser'
import type { MoreView } from '../messages'
import { addTask, plannedTasks, type Added } from '../plan/tasks'
import { load } from '../storage'
import { viewOf } from './view'
import { whoseOf } from './whose'

type Asked = { feature: string; request: Request }

/** What is behind one click in the overlay, from the card, the account and the ledger of the asking origin alone. */
export async function moreFor(origin: string, { feature, request }: Asked, now: number): Promise<MoreView> {
  const view = await viewOf(origin)
  const planned = (await load(plannedTasks)).tasks.length
  if (!view.on || !view.card) return { sections: [], planned }
  const { card, account, rules, locale } = view
  const entries = account ? await learnedFrom(whoseOf(card, account, origin), now) : []
  const { sections, last } = moreOf({ card, account, rules, feature, request, entries, locale, now })
  return { sections, planned, ...(last && { last }) }
}

/** Marks the result of a run as kept or not; only a run of the account that is signed in at the asking origin. */
export async function markKept(origin: string, { run, kept }: { run: string; kept: boolean }, now: number) {
  const view = await viewOf(origin)
  if (view.on && view.card) await keepResult(whoseOf(view.card, view.account, origin), run, kept, now)
}

/** Puts the settings of a form into the spend plan. */
export async function planRun(origin: string, { feature, request }: Asked): Promise<Added> {
  const view = await viewOf(origin)
  if (!view.on || !view.card) return { added: false, tasks: (await load(plannedTasks)).tasks.length }
  return addTask({ provider: view.card.provider, origin, feature, request }, crypto.randomUUID())
}

/** Opens one of our own pages that the overlay leads to. The settings go along in the address, for that page to check. */
export async function showPage(origin: string, page: 'plan' | 'compare', about?: Asked): Promise<void> {
  const query = about ? `#${encodeURIComponent(JSON.stringify({ origin, ...about }))}` : ''
  await browser.tabs.create({ url: browser.runtime.getURL(`/${page}.html${query}`) })
}
