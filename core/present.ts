import { compileFeature } from './compile'
import { dayOf } from './day'
import type { Dimension } from './pricing'
import type { RateCard, Request } from './rate-card'
import { Run } from './run'

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

/**
 * Settings with a value for every dimension that exists and none for the others: those given (undefined is given: not known), else those of the feature's first
 * priced example, else the first option, the smallest number, off. Every surface that shows a form starts from it.
 */
export function startingRequest(card: RateCard, feature: string, given: Request, on: Date): Request {
  const example = card.examples.find((e) => e.feature === feature && e.answer !== 'unpriced')?.request ?? {}
  let request: Request = {}
  // A value may bring further dimensions into being: at most one round for each.
  for (const _round of Object.keys(card.features[feature]!.dimensions)) {
    const present = presentDimensions(card, feature, request, on)
    request = Object.fromEntries(
      present.map(([name, def]) => [name, startingValue(name, def, { ...example, ...given })]),
    )
  }
  return request
}

function startingValue(name: string, def: Dimension, wanted: Request): Request[string] {
  if (Object.hasOwn(wanted, name)) return wanted[name]
  if (def.type === 'choice') return def.options[0]
  if (def.type === 'toggle') return false
  const least = String(def.min ?? 1)
  return def.type === 'number' ? least : Array.from({ length: Math.max(1, def.fewest ?? 1) }, () => least)
}
