import { browser } from 'wxt/browser'
import type { RateCard } from '../../core/rate-card'
import type { Detection, FromOverlay, ReadingView, SiteView } from '../messages'
import { joinOverlay } from '../overlay/join'
import { filed } from '../sites/binder'
import { formsAt, speaksOf } from '../sites/forms-at'
import type { SiteFile } from '../sites/site-file'
import { perPath } from './per-path'
import { likely, type Likely } from './likely'
import { sceneOf, type Scene } from './scan'

/**
 * Looks at a page with the prices of its site: by what the user pointed at, by a site file, by what the user chose for the page, or for
 * what is beyond doubt; else says what the page may be, for the user to choose. Goes on looking as the page changes.
 */
export async function startDetection(page: Document): Promise<Detection> {
  const { origin, pathname: path } = page.location
  const answer = (bound: boolean, found: Likely[], scene?: Scene): Detection => {
    const gaveUp = !bound && found.length === 0 && (scene ?? sceneOf(page)).tooMany
    return { bound, likely: found, ...(gaveUp && { tooMany: true }), origin, path }
  }
  const [view, reading] = await Promise.all([openPage(page), say<ReadingView>({ kind: 'reading' })])
  if (!view?.on || !reading) return answer(false, [])
  const { card } = view
  if (!card) {
    const outlines = (await say<RateCard[]>({ kind: 'outlines' })) ?? []
    const scene = sceneOf(page)
    return answer(false, likely(page, scene, outlines), scene)
  }
  const files = [reading.pointed, ...reading.files].filter((file) => file !== undefined)
  const ours = files.filter((it) => it.card.provider === card.provider && speaksOf(it, page.location.href))
  const file = ours.find((it) => formsAt(it, page.location.href).length > 0)
  // What was brought before this is not what counts now.
  for (const how of ['pointed', 'site', 'detected'] as const) joinOverlay({ how, find: () => [] })
  const showing = ours.find(({ balance }) => balance)
  if (showing && showing !== file) joinFile(showing, showing === reading.pointed, card, page)
  if (file) return answer(joinFile(file, file === reading.pointed, card, page), [])
  const binder = perPath(card, reading.pages, page)
  const found = binder.likelyNow()
  const bound = binder.find(page).length > 0
  return answer(joinOverlay(binder) && bound, found)
}

/** A file that fits and finds nothing is not helped by a guess: the user sees what is lost. */
function joinFile(file: SiteFile, byUser: boolean, card: RateCard, page: Document): boolean {
  // A balance counted in something else than the card's unit says nothing beside its prices.
  const shows = (file.balance?.currency ?? card.currency) === card.currency ? file.balance : undefined
  const binder = filed(byUser ? 'pointed' : 'site', card, () => formsAt(file, page.location.href), shows)
  return joinOverlay(binder) && binder.find(page).length > 0
}

async function openPage(page: Document): Promise<SiteView | undefined> {
  const card = page.querySelector<HTMLLinkElement>('link[rel~="rate-card"]')?.href.slice(0, 2000)
  return say<SiteView>({ kind: 'open', card })
}

async function say<T>(message: FromOverlay): Promise<T | undefined> {
  try {
    return (await browser.runtime.sendMessage(message)) as T
  } catch {
    return undefined
  }
}
