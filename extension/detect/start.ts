import { browser } from 'wxt/browser'
import type { FromOverlay, SiteView } from '../messages'
import { joinOverlay } from '../overlay/join'
import { detected } from './binder'
import { likely, type Likely } from './likely'

/** What came of looking: a form bound, several things the page may be, or nothing known. */
export type Detection = { bound: boolean; likely: Likely[] }

/** Looks at a page with its site's card. Binds at once only what is beyond doubt; else says what the page may be, for the user to choose. */
export async function startDetection(page: Document): Promise<Detection> {
  const link = page.querySelector<HTMLLinkElement>('link[rel~="rate-card"]')?.href.slice(0, 2000)
  const message: FromOverlay = { kind: 'open', card: link }
  const view = (await browser.runtime.sendMessage(message)) as SiteView | undefined
  const card = view?.on ? view.card : undefined
  if (!card) return { bound: false, likely: [] }
  const found = likely(page, [card], card.provider)
  const [first] = found
  if (!first?.sure) return { bound: false, likely: found }
  return { bound: joinOverlay(detected(card, first.feature)), likely: found }
}
