import { parseDecimal } from '../amount'
import { own } from '../own'
import type { Match, Test, Value } from '../pricing'
import type { Feature } from '../rate-card'
import { error, type Finding, type Lint, type Path } from './lint'
import { featuresOf, matchesOf, variantsOf } from './walk'

/** A match asks only for values its dimension can have. */
export const matches: Lint = (card) =>
  featuresOf(card).flatMap(({ feature, path }) =>
    matchesOf(feature, path).flatMap(({ value, path }) => inMatch(feature, value, path)),
  )

function inMatch(feature: Feature, match: Match, path: Path): Finding[] {
  if (Array.isArray(match)) return match.flatMap((m, i) => inMatch(feature, m, [...path, i]))
  return Object.entries(match).flatMap(([name, test]) => inTest(feature, name, test, [...path, name]))
}

function inTest(feature: Feature, name: string, test: Test, path: Path): Finding[] {
  const options = allOptions(feature, name)
  if (!options) return isNumber(feature, name) ? inNumber(name, test, path) : []
  return valuesOf(test)
    .filter((value) => value !== null && !options.has(String(value)))
    .map((value) =>
      error(path, `${name} is never "${value}"; its options are ${[...options].join(', ')}`, {
        word: String(value),
        allowed: [...options],
      }),
    )
}

const isNumber = (feature: Feature, name: string): boolean =>
  Object.hasOwn(feature.dimensions, name) &&
  variantsOf(feature.dimensions[name]!).every(({ type }) => type === 'number')

function inNumber(name: string, test: Test, path: Path): Finding[] {
  return valuesOf(test)
    .filter((value) => value !== null && value !== 'auto' && !parseDecimal(value))
    .map((value) => error(path, `${name} is a number, never "${value}"; bounds are written {"above": 5} or {"max": 5}`))
}

function valuesOf(test: Test): Value[] {
  if (test === null || typeof test !== 'object') return [test]
  if (Array.isArray(test)) return test
  return 'not' in test ? [test.not].flat() : []
}

function allOptions(feature: Feature, name: string): Set<string> | undefined {
  const def = own(feature.dimensions, name)
  if (!def) return undefined
  const variants = variantsOf(def)
  if (variants.some(({ type }) => type === 'number' || type === 'list')) return undefined
  const options = variants.flatMap((v) => (v.type === 'choice' ? v.options : ['true', 'false']))
  const otherwise = variants.flatMap((v) => (v.otherwise === undefined ? [] : [String(v.otherwise)]))
  return new Set([...options, ...otherwise])
}
