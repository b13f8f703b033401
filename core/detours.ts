import { compare } from './amount'
import { estimate } from './estimate'
import { matches } from './matches'
import type { Detour, DetourRun, RateCard, Request, Surface } from './rate-card'
import type { Estimate, Range } from './result'
import { amountOf, rangeOf } from './signed'
import { add } from './amount'

/**
 * A cheaper way round: `again` for each attempt and `once` at the end, beside `direct` for each attempt. `paysFrom`: the number of
 * attempts from which it surely comes to less; absent: never surely.
 */
export type DetourOffer = {
  detour: Detour
  direct: Range
  again: Range
  once: Range
  /** What one attempt comes to in all. */
  single: Range
  paysFrom?: number
}

const NOTHING: Range = { low: '0', high: '0' }

/** The detours a card states for a request, those that pay from the fewest attempts first. Parts without a price leave one out. */
export function detours(card: RateCard, feature: string, request: Request, on: Date, surface?: Surface): DetourOffer[] {
  const direct = estimate(card, feature, request, on, surface)
  if (direct.status === 'unpriced') return []
  return (card.detours ?? [])
    .filter((detour) => detour.feature === feature)
    .filter(({ match }) => !match || matches(card, feature, match, request, on) === true)
    .flatMap((detour) => offerOf(card, detour, direct, request, on, surface) ?? [])
    .sort((a, b) => (a.paysFrom ?? Infinity) - (b.paysFrom ?? Infinity))
}

function offerOf(
  card: RateCard,
  detour: Detour,
  direct: Estimate & { status: 'exact' | 'range' },
  request: Request,
  on: Date,
  surface: Surface | undefined,
): DetourOffer | undefined {
  const total = (run: DetourRun | undefined): Range | undefined => {
    if (!run) return NOTHING
    const quote = estimate(card, run.feature, settingsOf(run, request), on, surface)
    return quote.status === 'unpriced' || quote.currency !== direct.currency ? undefined : quote.total
  }
  const again = total(detour.again)
  const once = total(detour.once)
  if (!again || !once) return undefined
  const single = rangeOf(add(amountOf(again), amountOf(once)))
  const paysFrom = attemptsToPay(direct.total, again, once)
  return { detour, direct: direct.total, again, once, single, ...(paysFrom !== undefined && { paysFrom }) }
}

function settingsOf({ set = {}, take = {} }: DetourRun, request: Request): Request {
  const taken = Object.entries(take).map(([theirs, ours]) => [theirs, request[ours]] as const)
  return { ...Object.fromEntries(taken.filter(([, value]) => value !== undefined)), ...set }
}

/** The least n with n x again + once < n x direct, at the detour's dearest against the direct way's cheapest. */
function attemptsToPay(direct: Range, again: Range, once: Range): number | undefined {
  const full = amountOf(direct)
  const draft = amountOf(again)
  const end = amountOf(once)
  if (compare(draft.hi, draft.d, full.lo, full.d) >= 0) return undefined
  const gain = (full.lo * draft.d - draft.hi * full.d) * end.d
  const owed = end.hi * full.d * draft.d
  return Number(owed / gain) + 1
}
