import type { Charge, Dimension, Match, Quantity, Rate } from '../pricing'
import type { Feature, RateCard } from '../rate-card'
import type { Path } from './lint'

export type Placed<T> = { value: T; path: Path }
export type RatePlace = Placed<Rate> & { charge: Charge; index: number }
/** A quantity, where it stands, and the conditions it stands under. */
export type QuantityPlace = Placed<Quantity> & { under: Match[]; inSum: boolean }

export const featuresOf = (card: RateCard): { id: string; feature: Feature; path: Path }[] =>
  Object.entries(card.features).map(([id, feature]) => ({ id, feature, path: ['features', id] }))

/** The variants of a dimension: one, or the first whose `when` holds. */
export const variantsOf = (def: Dimension | Dimension[]): Dimension[] => [def].flat()

/** The rates of a charge; a charge with one amount has one. */
export function ratesOf(charge: Charge, path: Path): RatePlace[] {
  if (!('rates' in charge)) return [{ value: { amount: charge.amount }, path, charge, index: 0 }]
  return charge.rates.map((value, index) => ({ value, path: [...path, 'rates', index], charge, index }))
}

export const chargesOf = (feature: Feature, path: Path): Placed<Charge>[] =>
  feature.charges.map((value, i) => ({ value, path: [...path, 'charges', i] }))

/** Every match of a feature, with its place. */
export function matchesOf(feature: Feature, path: Path): Placed<Match>[] {
  const dimensions = Object.entries(feature.dimensions).flatMap(([name, def]) =>
    variantsOf(def).flatMap(({ when }, i) =>
      placed(when, [...path, 'dimensions', name, ...(Array.isArray(def) ? [i] : []), 'when']),
    ),
  )
  const charges = chargesOf(feature, path).flatMap(({ value, path }) => [
    ...placed(value.when, [...path, 'when']),
    ...ratesOf(value, path).flatMap((rate) => placed(rate.value.match, [...rate.path, 'match'])),
  ])
  return [...dimensions, ...charges]
}

const placed = (value: Match | undefined, path: Path): Placed<Match>[] => (value === undefined ? [] : [{ value, path }])

/** Every quantity of a feature, the nested ones too. */
export function quantitiesOf(feature: Feature, path: Path): QuantityPlace[] {
  const meters = Object.entries(feature.meters ?? {}).map(([name, value]) => root(value, [...path, 'meters', name], []))
  const charges = chargesOf(feature, path).flatMap(({ value: charge, path }) => [
    ...(charge.meter === undefined ? [] : [root(charge.meter, [...path, 'meter'], conditions(charge.when))]),
    ...ratesOf(charge, path).flatMap(({ value: rate, path }) => {
      const under = conditions(charge.when, rate.match)
      const meter = 'rates' in charge && rate.meter !== undefined ? [root(rate.meter, [...path, 'meter'], under)] : []
      return 'amount' in rate ? [...meter, root(rate.amount, [...path, 'amount'], under)] : meter
    }),
  ])
  const limits = (['min', 'max'] as const).flatMap((end) =>
    feature.total?.[end] === undefined ? [] : [root(feature.total[end], [...path, 'total', end], [])],
  )
  return [...meters, ...charges, ...limits].flatMap(nested)
}

/** The card's own meters, which features may share. */
export const sharedQuantities = (card: RateCard): QuantityPlace[] =>
  Object.entries(card.meters ?? {}).flatMap(([name, value]) => nested(root(value, ['meters', name], [])))

const root = (value: Quantity, path: Path, under: Match[]): QuantityPlace => ({ value, path, under, inSum: false })
const conditions = (...matches: (Match | undefined)[]): Match[] => matches.filter((match) => match !== undefined)

function nested(place: QuantityPlace): QuantityPlace[] {
  const { value, path } = place
  const child = (q: Quantity, step: (string | number)[], inSum = place.inSum) =>
    nested({ ...place, value: q, path: [...path, ...step], inSum })
  if (typeof value !== 'object') return [place]
  if (Array.isArray(value)) return [place, ...value.flatMap((q, i) => child(q, [i]))]
  if ('sum' in value) return [place, ...value.sum.flatMap((q, i) => child(q, ['sum', i], true))]
  if ('by' in value) return [place]
  const tiers = (value.tiers ?? []).flatMap(({ amount }, i) => child(amount, ['tiers', i, 'amount']))
  const ends = (['min', 'max'] as const).flatMap((end) => (value[end] === undefined ? [] : child(value[end], [end])))
  return [place, ...child(value.of, ['of']), ...ends, ...tiers]
}
