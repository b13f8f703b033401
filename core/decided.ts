import { bill } from './bill'
import { compileFeature } from './compile'
import { dayIn } from './day'
import { dimensionsIn } from './dimensions'
import type { Dimension } from './pricing'
import { pricedFrom } from './priced'
import type { RateCard, Request } from './rate-card'
import type { Priced } from './result'
import { givenOf, OPEN, Run } from './run'

// What the widget prices with before anything more is loaded: the rules of `estimate` (core/estimate.ts) in one plain run, without
// what answers an open question (core/undecided).

/** The estimate where what is given decides it and it is exact; undefined where `estimate` must say. Throws CardError. */
export function decided(card: RateCard, id: string, request: Request, on: Date): Priced | undefined {
  try {
    return Object.hasOwn(card.features, id)
      ? pricedFrom(card, id, bill(runOf(card, id, request, on, noForeign)))
      : undefined
  } catch (thrown) {
    if (thrown === OPEN) return undefined
    throw thrown
  }
}

const noForeign = (): never => {
  throw OPEN
}

/** Dimensions that exist under these settings, each in the variant that holds; one that the settings do not decide is left out. */
export const decidedDimensions = (card: RateCard, id: string, request: Request, on: Date): [string, Dimension][] =>
  dimensionsIn(runOf(card, id, request, on))

function runOf(card: RateCard, id: string, request: Request, on: Date, foreign?: () => never): Run {
  const compiled = compileFeature(card, id)
  return new Run(compiled, givenOf(compiled, request, foreign), dayIn(on, card.timeZone))
}
