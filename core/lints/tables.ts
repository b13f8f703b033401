import { parseDecimal } from '../amount'
import { own } from '../own'
import type { Cells } from '../pricing'
import type { Feature } from '../rate-card'
import { error, warning, type Finding, type Lint, type Path } from './lint'
import { assume, possibleOptions, type Assumed } from './possible'
import { featuresOf, quantitiesOf, variantsOf } from './walk'

/** Table keys are options; every combination has a cell or an explicit null; no table is deeper than its `by`. */
export const tables: Lint = (card) =>
  featuresOf(card).flatMap(({ feature, path }) =>
    quantitiesOf(feature, path).flatMap(({ value, path, under }) => {
      if (typeof value !== 'object' || !('by' in value)) return []
      const assumed = under.reduce<Assumed>((known, match) => assume(feature, match, known), new Map())
      return level(feature, value.by, value.cells, [...path, 'cells'], assumed)
    }),
  )

function level(feature: Feature, by: string[], cells: Cells, path: Path, assumed: Assumed): Finding[] {
  const [name, ...rest] = by as [string, ...string[]]
  const possible = possibleOptions(feature, name, assumed)
  return [
    ...unknownKeys(feature, name, cells, path),
    ...missing(
      name,
      (possible ?? []).filter((option) => !Object.hasOwn(cells, option)),
      path,
    ),
    ...Object.entries(cells).flatMap(([key, cell]) => {
      if (cell === null || typeof cell !== 'object') return []
      if (rest.length === 0) return [error([...path, key], `cells go deeper than "by", which ends at "${name}"`)]
      return level(feature, rest, cell, [...path, key], new Map(assumed).set(name, [key]))
    }),
  ]
}

function missing(name: string, options: string[], path: Path): Finding[] {
  if (options.length === 0) return []
  const listed = options.slice(0, 5).map((option) => `"${option}"`)
  const more = options.length > listed.length ? ` and ${options.length - listed.length} more` : ''
  return [warning(path, `no cell for ${name} ${listed.join(', ')}${more}: write null where it is not for sale`)]
}

function unknownKeys(feature: Feature, name: string, cells: Cells, path: Path): Finding[] {
  const def = own(feature.dimensions, name)
  if (!def) return []
  const variants = variantsOf(def)
  const options = new Set(
    variants.flatMap((v) => (v.type === 'choice' ? v.options : v.type === 'toggle' ? ['true', 'false'] : [])),
  )
  const numeric = variants.some((v) => v.type === 'number')
  return Object.keys(cells)
    .filter((key) => !options.has(key) && !(numeric && (key === 'auto' || parseDecimal(key))))
    .map((key) => error([...path, key], `"${key}" is not an option of ${name}`, { word: key, allowed: [...options] }))
}
