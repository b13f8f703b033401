import { namesIn, quantityNames } from '../names'
import type { Feature, RateCard } from '../rate-card'
import { error, warning, type Finding, type Lint, type Path } from './lint'
import { featuresOf, matchesOf, quantitiesOf, sharedQuantities } from './walk'

/** No name is both a dimension and a meter, and none is unused. */
export const names: Lint = (card) => [...featuresOf(card).flatMap((f) => inFeature(card, f)), ...unusedShared(card)]

function inFeature(card: RateCard, { feature, path }: ReturnType<typeof featuresOf>[number]): Finding[] {
  const used = usedNames(card, feature, path)
  const found: Finding[] = []
  for (const name of Object.keys(feature.meters ?? {})) {
    const place = [...path, 'meters', name]
    if (Object.hasOwn(feature.dimensions, name)) found.push(error(place, `"${name}" is a dimension too`))
    if (!used.has(name)) found.push(warning(place, `no charge reads the meter "${name}"`))
  }
  for (const name of Object.keys(feature.dimensions)) {
    if (!used.has(name)) found.push(warning([...path, 'dimensions', name], `no charge reads the dimension "${name}"`))
  }
  return found
}

function usedNames(card: RateCard, feature: Feature, path: Path): Set<string> {
  const places = [...quantitiesOf(feature, path), ...sharedQuantities(card)]
  const used = new Set(matchesOf(feature, path).flatMap(({ value }) => namesIn(value)))
  for (const { value } of places) for (const name of quantityNames(value)) used.add(name)
  return used
}

function unusedShared(card: RateCard): Finding[] {
  const used = new Set<string>()
  for (const { feature, path } of featuresOf(card)) {
    matchesOf(feature, path).forEach(({ value }) => namesIn(value).forEach((name) => used.add(name)))
    quantitiesOf(feature, path).forEach(({ value }) => quantityNames(value).forEach((name) => used.add(name)))
  }
  sharedQuantities(card).forEach(({ value }) => quantityNames(value).forEach((name) => used.add(name)))
  const unused = Object.keys(card.meters ?? {}).filter((name) => !used.has(name))
  return unused.map((name) => warning(['meters', name], `no feature reads the meter "${name}"`))
}
