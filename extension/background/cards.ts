import { CARD_BOUNDS, readCard } from '../../core/read-card'
import { webOrigin } from '../origin'
import type { Problem } from '../problem'
import { site, type Site } from '../site'
import { change, load } from '../storage'
import { isOn } from './sites'
import { fetchText, type Fetched } from './fetch'

const fresh = 5 * 60_000

/**
 * Reads the rate card a site publishes about itself, at the address its page names or at the well-known one. The last good
 * card is kept when the new one is broken, older, of another provider, or does not come. Returns what is kept then.
 */
export async function refreshCard(origin: string, link: string | undefined, now: number): Promise<Site> {
  const item = site(origin)
  const kept = await load(item)
  const url = cardAddress(origin, link)
  if (!url) return change(item, (was) => ({ ...was, cardProblem: { code: 'elsewhere', at: now } }))
  if (kept.card?.url === url && !due(kept, now)) return kept
  const etag = kept.card?.url === url ? kept.card.etag : undefined
  const fetched = await fetchText(url, { bytes: CARD_BOUNDS.bytes, seconds: 10, credentials: 'omit', etag })
  if (!(await isOn(origin))) return kept
  return change(item, (was) => ({ ...merge(was, url, fetched, now), cardTriedAt: now }))
}

/** Whether the card should be asked for again. */
export function due(kept: Site, now: number): boolean {
  const at = kept.cardTriedAt
  return at === undefined || now - at >= fresh || now < at
}

/** The address of a page's card: only ever on the page's own origin. */
export function cardAddress(origin: string, link: string | undefined): string | undefined {
  if (link === undefined) return `${origin}/.well-known/rate-card.json`
  return webOrigin(link) === origin ? link : undefined
}

function merge(was: Site, url: string, fetched: Fetched, now: number): Site {
  const failed = (code: Problem['code'], detail?: string): Site => ({ ...was, cardProblem: { code, detail, at: now } })
  if (fetched.problem) return failed(fetched.problem)
  if (fetched.unchanged) return { ...was, card: was.card && { ...was.card, readAt: now }, cardProblem: undefined }
  const read = readCard(fetched.text)
  if (read.faults)
    return failed(
      'nonsense',
      read.faults
        .map((f) => `${f.path}: ${f.message}`)
        .join('; ')
        .slice(0, 300),
    )
  const { card } = read
  const older = was.card && was.card.card.provider === card.provider && card.version < was.card.card.version
  if (older) return failed('older', `${card.version} < ${was.card!.card.version}`)
  return { ...was, card: { card, url, etag: fetched.etag, readAt: now }, cardProblem: undefined }
}
