import { compareAmounts, parseDecimal, parseLiteral } from '../amount'
import type { Cells } from '../pricing'
import { error, type Finding, type Lint, type Path } from './lint'
import { featuresOf, quantitiesOf, sharedQuantities, variantsOf } from './walk'

/** Published ranges and the limits of dimensions are ordered, and no literal is negative outside a sum. */
export const literals: Lint = (card) => [...inLimits(card), ...inQuantities(card)]

const inLimits: Lint = (card) =>
  featuresOf(card).flatMap(({ feature, path }) =>
    Object.entries(feature.dimensions).flatMap(([name, def]) => {
      const crossed = variantsOf(def).some((v) => {
        const [min, max] = 'min' in v || 'max' in v ? [parseDecimal(v.min), parseDecimal(v.max)] : []
        return min && max && compareAmounts(min, max) > 0
      })
      return crossed ? [error([...path, 'dimensions', name], `${name} has a min above its max`)] : []
    }),
  )

const inQuantities: Lint = (card) =>
  [...featuresOf(card).flatMap(({ feature, path }) => quantitiesOf(feature, path)), ...sharedQuantities(card)].flatMap(
    ({ value, path, inSum }) => {
      if (typeof value === 'object')
        return !Array.isArray(value) && 'by' in value ? inCells(value.cells, [...path, 'cells']) : []
      return /^-?\d/.test(String(value)) ? inLiteral(value, path, inSum) : []
    },
  )

function inCells(cells: Cells, path: Path): Finding[] {
  return Object.entries(cells).flatMap(([key, cell]) => {
    if (cell === null) return []
    return typeof cell === 'object' ? inCells(cell, [...path, key]) : inLiteral(cell, [...path, key], false)
  })
}

function inLiteral(value: string | number, path: Path, inSum: boolean): Finding[] {
  const amount = parseLiteral(value)
  if (!amount) return []
  if (amount.lo > amount.hi) return [error(path, `the range ${value} begins above its end`)]
  return amount.lo < 0n && !inSum ? [error(path, `${value} is negative: quantities are not, outside a sum`)] : []
}
