import { compileFeature } from './compile'
import { dayOf } from './day'
import type { Dimension } from './pricing'
import type { RateCard, Request } from './rate-card'
import { Run } from './run'
import { startingFrom } from './starting'

/** Dimensions that exist under these settings, each in the variant that holds; one whose condition is undecided is left out. */
export function presentDimensions(card: RateCard, feature: string, request: Request, on: Date): [string, Dimension][] {
  const compiled = compileFeature(card, feature)
  const given = compiled.names.map((name) => (Object.hasOwn(request, name) ? request[name] : undefined))
  const run = new Run(compiled, given, dayOf(on, card.timeZone), [])
  return Object.entries(card.features[feature]!.dimensions).flatMap(([name, def], slot): [string, Dimension][] => {
    const variant = [def].flat()[variantOf(run, slot)]
    return variant ? [[name, variant as Dimension]] : []
  })
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

function variantOf(run: Run, slot: number): number {
  try {
    return run.compiled.dimensions[slot]!.variant(run)
  } catch {
    return -1
  }
}

/** Settings to start from (core/starting.ts), with the dimensions that any settings leave there. */
export const startingRequest = (card: RateCard, feature: string, given: Request, on: Date): Request =>
  startingFrom(presentDimensions, card, feature, given, on)
