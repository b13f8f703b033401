import { acceptCard, type Refused } from '../../core/acceptance'
import { CARD_BOUNDS } from '../../core/read-card'
import { sha256Of } from '../channel/release'
import { webOrigin } from '../origin'
import type { Problem } from '../problem'
import { site, type Site } from '../site'
import { change, load } from '../storage'
import { isOn } from './sites'
import { fetchText, type Fetched } from './fetch'
import { isPinned, pinsFor, type Pins } from './pins'

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
  const sha256 = 'text' in fetched ? await sha256Of(fetched.text) : ''
  const pins = await pinsFor(origin)
  return change(item, (was) => ({ ...merge({ was, url, fetched, sha256, pins, now }), cardTriedAt: now }))
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

type Read = { was: Site; url: string; fetched: Fetched; sha256: string; pins: Pins; now: number }

/** A card that is refused leaves the last good one, with the reason. */
function merge({ was, url, fetched, sha256, pins, now }: Read): Site {
  const failed = (code: Problem['code'], detail?: string): Site => ({
    ...was,
    cardProblem: { code, detail: detail?.slice(0, 300), at: now },
  })
  if (fetched.problem) return failed(fetched.problem)
  if (fetched.unchanged) return { ...was, card: was.card && { ...was.card, readAt: now }, cardProblem: undefined }
  const first = acceptCard(fetched.text, was.card?.card)
  // A site may turn to another provider's prices: there is nothing then that they could be older than.
  const accepted = first.refused === 'other-provider' ? acceptCard(fetched.text) : first
  if (!accepted.card) return failed(problemOf[accepted.refused], accepted.detail)
  if (!isPinned(pins, accepted.card.provider, sha256)) return failed('not-pinned', sha256)
  return { ...was, card: { card: accepted.card, url, etag: fetched.etag, sha256, readAt: now }, cardProblem: undefined }
}

const problemOf: { [refused in Refused]: Problem['code'] } = {
  empty: 'empty',
  malformed: 'nonsense',
  older: 'older',
  contradicts: 'contradicts',
  'other-provider': 'other-provider',
}
