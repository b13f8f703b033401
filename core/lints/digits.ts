import { warning, type Finding, type Lint, type Path } from './lint'

/** No JSON number of more than 15 digits: longer ones change on the way. Money is written as a string. */
export const digits: Lint = (card) => inValue(card, [])

function inValue(value: unknown, path: Path): Finding[] {
  if (typeof value === 'number') {
    const long = String(value).replace(/\D/g, '').length > 15
    return long ? [warning(path, `${value} has more than 15 digits: write it as a string`)] : []
  }
  if (value === null || typeof value !== 'object') return []
  const entries = Array.isArray(value) ? value.map((item, i) => [i, item] as const) : Object.entries(value)
  return entries.flatMap(([key, item]) => inValue(item, [...path, key]))
}
