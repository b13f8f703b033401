import { namesIn, quantityNames } from '../names'
import type { Quantity } from '../pricing'
import type { Feature } from '../rate-card'
import { note, type Lint } from './lint'
import { featuresOf, matchesOf } from './walk'

/** Two meters that conditions ask about and that are made from one dimension: a range may be wider than the true one. */
export const conditioned: Lint = (card) =>
  featuresOf(card).flatMap(({ feature, path }) => {
    const meters: Record<string, Quantity> = { ...card.meters, ...feature.meters }
    const asked = new Set(matchesOf(feature, path).flatMap(({ value }) => namesIn(value)))
    const made = [...asked]
      .filter((name) => Object.hasOwn(meters, name))
      .map((name) => ({ name, from: dimensionsOf(name, feature, meters) }))
    return made.flatMap(({ name, from }, i) =>
      made.slice(i + 1).flatMap((other) => {
        const common = [...from].find((dimension) => other.from.has(dimension))
        return common
          ? [note(path, `conditions ask about ${name} and ${other.name}, both made from ${common}: ranges may widen`)]
          : []
      }),
    )
  })

function dimensionsOf(name: string, feature: Feature, meters: Record<string, Quantity>): Set<string> {
  const found = new Set<string>()
  const open = [name]
  const seen = new Set(open)
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Object.hasOwn(feature.dimensions, next)) found.add(next)
    const parts = Object.hasOwn(meters, next) ? quantityNames(meters[next]!) : []
    for (const part of parts) {
      if (!seen.has(part)) open.push(part)
      seen.add(part)
    }
  }
  return found
}
