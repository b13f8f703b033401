import { namesIn } from '../names'
import { own } from '../own'
import type { Match } from '../pricing'
import type { RateCard } from '../rate-card'
import { error, type Finding, type Lint, type Path } from './lint'
import { featuresOf } from './walk'

type Scoped = { feature?: string; features?: string[]; match?: Match }

/** Plans and refunds speak of features, and of dimensions, that the card has; examples too. */
export const references: Lint = (card) => [
  ...scopedOf(card).flatMap(({ value, path }) => inScoped(card, value, path)),
  ...card.examples.flatMap(({ feature, request }, i) =>
    inExample(card, feature, Object.keys(request), ['examples', i]),
  ),
]

function scopedOf(card: RateCard): { value: Scoped; path: Path }[] {
  const plans = Object.entries(card.plans ?? {}).flatMap(([id, plan]) =>
    (['grants', 'limits', 'entitlements'] as const).flatMap((key) =>
      (plan[key] ?? []).map((value, i) => ({ value: value as Scoped, path: ['plans', id, key, i] })),
    ),
  )
  const refunds = (card.refunds ?? []).map((value, i) => ({ value: value as Scoped, path: ['refunds', i] }))
  return [...plans, ...refunds]
}

function inScoped(card: RateCard, { feature, features = [], match }: Scoped, path: Path): Finding[] {
  const named = feature === undefined ? features : [feature, ...features]
  const unknown = named.filter((id) => !Object.hasOwn(card.features, id))
  const scope = featuresOf(card).filter(({ id }) => named.length === 0 || named.includes(id))
  const strange = namesIn(match).filter((name) => !scope.some(({ feature }) => Object.hasOwn(feature.dimensions, name)))
  return [
    ...unknown.map((id) => error(path, `no feature "${id}"`, { word: id, allowed: Object.keys(card.features) })),
    ...strange.map((name) =>
      error([...path, 'match'], `no dimension "${name}" there`, {
        word: name,
        allowed: scope.flatMap(({ feature }) => Object.keys(feature.dimensions)),
      }),
    ),
  ]
}

function inExample(card: RateCard, id: string, names: string[], path: Path): Finding[] {
  const feature = own(card.features, id)
  if (!feature) return [error([...path, 'feature'], `no feature "${id}"`)]
  const strange = names.filter((name) => !Object.hasOwn(feature.dimensions, name))
  return strange.map((name) =>
    error([...path, 'request', name], `${id} has no dimension "${name}"`, {
      word: name,
      allowed: Object.keys(feature.dimensions),
    }),
  )
}
