import { parseDecimal, compareAmounts } from '../amount'
import { own } from '../own'
import type { Dimension, Match, Test, Value } from '../pricing'
import type { Feature } from '../rate-card'
import { variantsOf } from './walk'

/** What is assumed of the choices on the way to a table or a rate: the options that are still possible. */
export type Assumed = ReadonlyMap<string, readonly string[]>

/** Options a dimension can have under what is assumed; undefined: numbers, or not a choice. */
export function possibleOptions(feature: Feature, name: string, assumed: Assumed): readonly string[] | undefined {
  const known = assumed.get(name)
  if (known) return known
  const def = own(feature.dimensions, name)
  if (!def) return undefined
  const options = new Set<string>()
  for (const variant of possibleVariants(feature, def, assumed)) {
    const of = optionsOf(variant)
    if (!of) return undefined
    for (const option of of) options.add(option)
  }
  return [...options]
}

export function optionsOf(variant: Dimension): readonly string[] | undefined {
  if (variant.type === 'choice') return variant.options
  return variant.type === 'toggle' ? ['true', 'false'] : undefined
}

/** The variants of a dimension that can hold under what is assumed. */
export function possibleVariants(feature: Feature, def: Dimension | Dimension[], assumed: Assumed): Dimension[] {
  const possible: Dimension[] = []
  for (const variant of variantsOf(def)) {
    const holds = variant.when === undefined ? true : decided(feature, variant.when, assumed)
    if (holds === false) continue
    possible.push(variant)
    if (holds === true) break
  }
  return possible
}

/** Adds what a match says of choices; a list of matches ("any of") says nothing certain. */
export function assume(feature: Feature, match: Match | undefined, assumed: Assumed): Assumed {
  if (!match || Array.isArray(match)) return assumed
  const next = new Map(assumed)
  for (const [name, test] of Object.entries(match)) {
    const options = possibleOptions(feature, name, next)
    if (options)
      next.set(
        name,
        options.filter((option) => holdsFor(test, option) !== false),
      )
  }
  return next
}

/** true or false where what is assumed decides a match; undefined where it does not. */
export function decided(feature: Feature, match: Match, assumed: Assumed): boolean | undefined {
  const answers = Array.isArray(match)
    ? match.map((m) => decided(feature, m, assumed))
    : Object.entries(match).map(([name, test]) => decidedTest(feature, name, test, assumed))
  const settles = Array.isArray(match)
  if (answers.includes(settles)) return settles
  return answers.includes(undefined) ? undefined : !settles
}

function decidedTest(feature: Feature, name: string, test: Test, assumed: Assumed): boolean | undefined {
  const options = possibleOptions(feature, name, assumed)
  if (!options) return undefined
  const answers = new Set(options.map((option) => holdsFor(test, option)))
  return answers.size === 1 ? [...answers][0] : undefined
}

/** Whether an option passes a test. */
export function holdsFor(test: Test, option: string): boolean {
  if (test === null || typeof test !== 'object') return same(test, option)
  if (Array.isArray(test)) return test.some((value) => same(value, option))
  if ('not' in test) return ![test.not].flat().some((value) => same(value, option))
  const v = parseDecimal(option)
  if (!v) return false
  const against = (bound: unknown) => {
    const b = parseDecimal(bound)
    return b === undefined ? undefined : compareAmounts(v, b)
  }
  const { min, max, above, below } = test
  return (against(min) ?? 0) >= 0 && (against(max) ?? 0) <= 0 && (against(above) ?? 1) > 0 && (against(below) ?? -1) < 0
}

const same = (value: Value, option: string): boolean => value !== null && String(value) === option
