import type { RateCard } from '../rate-card'
import { error, type Finding, type Lint, type Path } from './lint'
import { featuresOf, variantsOf } from './walk'

/** The card does not contradict itself: one answer for one example, one rule for one outcome, one limit of a kind, no option twice. */
export const doubles: Lint = (card) => [
  ...differing(
    card.examples.map((e, i) => ({
      key: keyOf(e.feature, sorted(e.request), e.on),
      says: e.answer,
      path: ['examples', i],
    })),
    'an earlier example says',
  ),
  ...differing(
    (card.refunds ?? []).map((r, i) => ({
      key: keyOf(r.outcome, r.feature, r.match),
      says: r.charged,
      path: ['refunds', i],
    })),
    'an earlier rule for this outcome says',
  ),
  ...limitsOf(card),
  ...optionsOf(card),
]

type Statement = { key: string; says: string; path: Path }

function differing(statements: Statement[], words: string): Finding[] {
  const first = new Map<string, string>()
  return statements.flatMap(({ key, says, path }) => {
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, says)
    return earlier === undefined || earlier === says ? [] : [error(path, `${words} ${earlier}, this one ${says}`)]
  })
}

function limitsOf(card: RateCard): Finding[] {
  return Object.entries(card.plans ?? {}).flatMap(([id, plan]) =>
    differing(
      (plan.limits ?? []).map(({ kind, feature, match, window, unit, max }, i) => ({
        key: keyOf(kind, feature, match, window, unit),
        says: String(max),
        path: ['plans', id, 'limits', i],
      })),
      'an earlier limit of this kind is',
    ),
  )
}

function optionsOf(card: RateCard): Finding[] {
  const variants = featuresOf(card).flatMap(({ feature, path }) =>
    Object.entries(feature.dimensions).flatMap(([name, def]) =>
      variantsOf(def).map((value, i) => ({
        value,
        path: [...path, 'dimensions', name, ...(Array.isArray(def) ? [i] : []), 'options'],
      })),
    ),
  )
  return variants.flatMap(({ value, path }) =>
    value.type === 'choice' ? value.options.flatMap((option, i) => again(value.options, option, [...path, i])) : [],
  )
}

const again = (options: string[], option: string, path: Path): Finding[] =>
  options.indexOf(option) < Number(path.at(-1)) ? [error(path, `"${option}" is an option already`)] : []

const keyOf = (...parts: unknown[]): string => JSON.stringify(parts)
const sorted = (request: object) => Object.entries(request).sort(([a], [b]) => (a < b ? -1 : 1))
