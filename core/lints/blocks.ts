import { parseDecimal } from '../amount'
import type { RateCard } from '../rate-card'
import { error, type Finding, type Lint, type Path } from './lint'
import { chargesOf, featuresOf, quantitiesOf, ratesOf, sharedQuantities } from './walk'

/** A `per` with a prime factor other than 2 and 5 needs `round`: the amount would not end as a decimal. */
export const blocks: Lint = (card) => placesOf(card).flatMap(({ per, round, path }) => inPer(per, round, path))

type Place = { per: unknown; round: unknown; path: Path }

function placesOf(card: RateCard): Place[] {
  const features = featuresOf(card)
  const quantities = [
    ...features.flatMap(({ feature, path }) => quantitiesOf(feature, path)),
    ...sharedQuantities(card),
  ]
  const nested = quantities.flatMap(({ value, path }) =>
    typeof value === 'object' && 'of' in value ? [{ per: value.per, round: value.round, path }] : [],
  )
  const charges = features.flatMap(({ feature, path }) =>
    chargesOf(feature, path).flatMap(({ value, path }) =>
      ratesOf(value, path).map((rate) => ({
        per: rate.value.per ?? value.per,
        round: rate.value.round ?? value.round,
        path: rate.value.per === undefined ? path : rate.path,
      })),
    ),
  )
  const totals = features.map(({ feature, path }) => ({ ...pick(feature.total), path: [...path, 'total'] }))
  return [...nested, ...charges, ...totals]
}

const pick = (units: { per?: unknown; round?: unknown } = {}) => ({ per: units.per, round: units.round })

function inPer(per: unknown, round: unknown, path: Path): Finding[] {
  const amount = parseDecimal(per)
  if (!amount || round !== undefined || amount.lo <= 0n) return []
  let rest = amount.lo
  for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime
  return rest === 1n ? [] : [error([...path, 'per'], `divided by ${String(per)} an amount may not end: add "round"`)]
}
