import type { RateCard } from '../rate-card'
import { error, warning, type Finding, type Lint, type Path } from './lint'
import { featuresOf, variantsOf } from './walk'

/** Labels name dimensions and options that exist; a label within another one stands after it, since the first that is found is taken. */
export const labels: Lint = (card) => {
  const all = featuresOf(card).flatMap(({ feature }) => Object.keys(feature.dimensions))
  return Object.entries(card.labels ?? {}).flatMap(([dimension, { options }]) => {
    const path = ['labels', dimension]
    const known = optionsOf(card, dimension)
    if (!known) return [error(path, `no feature has a dimension "${dimension}"`, { word: dimension, allowed: all })]
    const entries = Object.entries(options ?? {})
    const unknown = entries.filter(([option]) => !known.has(option))
    return [
      ...unknown.map(([option]) =>
        error([...path, 'options', option], `"${option}" is not an option of ${dimension}`, {
          word: option,
          allowed: [...known],
        }),
      ),
      ...hidden(entries, [...path, 'options']),
    ]
  })
}

function optionsOf(card: RateCard, dimension: string): Set<string> | undefined {
  const defs = featuresOf(card).flatMap(({ feature }) =>
    Object.hasOwn(feature.dimensions, dimension) ? variantsOf(feature.dimensions[dimension]!) : [],
  )
  if (defs.length === 0) return undefined
  return new Set(defs.flatMap((def) => (def.type === 'choice' ? def.options : ['true', 'false', 'auto', 'null'])))
}

function hidden(entries: [string, string[]][], path: Path): Finding[] {
  return entries.flatMap(([option, texts], i) =>
    entries.slice(i + 1).flatMap(([later, longer]) => {
      const inside = texts.find((text) => longer.some((label) => within(text, label)))
      return inside === undefined
        ? []
        : [warning([...path, later], `"${inside}" of ${option} is found in it first: put ${later} before`)]
    }),
  )
}

/** Whether a label stands in another as whole words: "Veo 3" in "Veo 3.1", not "1 s" in "11 s". */
function within(text: string, label: string): boolean {
  const [short, long] = [text.toLowerCase(), label.toLowerCase()]
  const at = long.indexOf(short)
  if (at < 0 || short === long) return false
  const edge = (c: string | undefined) => c === undefined || !/[\p{L}\p{N}]/u.test(c)
  return edge(long[at - 1]) && edge(long[at + short.length])
}
