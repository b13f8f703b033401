import { compileFeature } from './compile'
import { dayOf } from './day'
import { dimensionsIn } from './dimensions'
import type { Dimension } from './pricing'
import type { RateCard, Request } from './rate-card'
import { givenOf } from './run'
import { startingFrom } from './starting'
import { Try } from './undecided/try'

/** Dimensions that exist under these settings, each in the variant that holds; left out: one whose condition is undecided, and what no source states. */
export function presentDimensions(card: RateCard, feature: string, request: Request, on: Date): [string, Dimension][] {
  const compiled = compileFeature(card, feature)
  return dimensionsIn(new Try(compiled, givenOf(compiled, request), dayOf(on, card.timeZone)))
}

/** The variant of one dimension under these settings; undefined: it is not there, or what is read does not decide it. */
export function presentVariant(
  card: RateCard,
  feature: string,
  name: string,
  request: Request,
  on: Date,
): Dimension | undefined {
  return presentDimensions(card, feature, request, on).find(([own]) => own === name)?.[1]
}

/** Settings to start from (core/starting.ts), with the dimensions that any settings leave there. */
export const startingRequest = (card: RateCard, feature: string, given: Request, on: Date): Request =>
  startingFrom(presentDimensions, card, feature, given, on)
