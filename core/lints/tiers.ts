import { compareAmounts, parseDecimal } from '../amount'
import type { Tier } from '../pricing'
import { error, type Finding, type Lint, type Path } from './lint'
import { featuresOf, quantitiesOf, sharedQuantities } from './walk'

/** Tiers ascend, and the last is open. */
export const tiers: Lint = (card) =>
  [...featuresOf(card).flatMap(({ feature, path }) => quantitiesOf(feature, path)), ...sharedQuantities(card)].flatMap(
    ({ value, path }) => {
      if (typeof value !== 'object' || Array.isArray(value) || !('of' in value) || !value.tiers) return []
      return inTiers(value.tiers, [...path, 'tiers'])
    },
  )

function inTiers(list: Tier[], path: Path): Finding[] {
  return list.flatMap(({ upTo }, i) => {
    const place = [...path, i]
    const last = i === list.length - 1
    if (last) return upTo === undefined ? [] : [error(place, 'the last tier is open: it has no "upTo"')]
    if (upTo === undefined) return [error(place, 'only the last tier is open: this one needs an "upTo"')]
    const before = parseDecimal(list[i - 1]?.upTo)
    const here = parseDecimal(upTo)!
    return before && compareAmounts(here, before) <= 0
      ? [error(place, `upTo ${upTo} is not above the tier before it`)]
      : []
  })
}
