import { compileFeature } from './compile'
import { compileMatch } from './conditions'
import { dayOf } from './day'
import { own } from './own'
import type { Match } from './pricing'
import type { RateCard, Request } from './rate-card'
import { Fork, IMPOSSIBLE, Refusal, Try } from './undecided/try'

class Elsewhere extends Error {}

/**
 * Whether a request of a feature meets a match of the card (of an entitlement, a grant, a refund rule). Undefined where what is
 * read does not decide it, or where it asks about a name that the feature has not. Throws CardError.
 */
export function matches(
  card: RateCard,
  feature: string,
  match: Match,
  request: Request,
  on: Date,
): boolean | undefined {
  const compiled = compileFeature(card, feature)
  const count = compiled.dimensions.length
  const slotOf = (name: string) => {
    const slot = compiled.names.indexOf(name)
    if (slot < 0) throw new Elsewhere()
    return slot
  }
  const given = compiled.names.slice(0, count).map((name) => own(request, name))
  try {
    return compileMatch(match, slotOf)(new Try(compiled, given, dayOf(on, card.timeZone)))
  } catch (thrown) {
    const undecided = [Fork, Refusal, Elsewhere].some((kind) => thrown instanceof kind)
    if (undecided || thrown === IMPOSSIBLE) return undefined
    throw thrown
  }
}
