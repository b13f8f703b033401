import type { Dimension } from './pricing'
import type { RateCard, Request } from './rate-card'

/** Finds the dimensions that exist under some settings. */
export type Present = (card: RateCard, feature: string, request: Request, on: Date) => [string, Dimension][]

/**
 * Settings with a value for every dimension that exists and none for the others: those given (undefined is given: not known), else those of the feature's first
 * priced example, else the first option, the smallest number, off. Every surface that shows a form starts from it.
 */
export function startingFrom(present: Present, card: RateCard, feature: string, given: Request, on: Date): Request {
  const example = card.examples.find((e) => e.feature === feature && e.answer !== 'unpriced')?.request ?? {}
  let request: Request = {}
  // A value may bring further dimensions into being: at most one round for each.
  for (const _round of Object.keys(card.features[feature]!.dimensions)) {
    const there = present(card, feature, request, on)
    request = Object.fromEntries(there.map(([name, def]) => [name, startingValue(name, def, { ...example, ...given })]))
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
