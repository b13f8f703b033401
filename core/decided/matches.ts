import { compareAmounts, parseDecimal } from '../amount'
import type { Match, Num, Test, Value } from '../pricing'
import { known } from './dimensions'
import { exactly, type Known, type Run } from './run'

/** Keys of an object: all of them; a list: any of them. */
export function meets(run: Run, match: Match): boolean {
  if (Array.isArray(match)) return match.some((m) => meets(run, m))
  return Object.entries(match).every(([name, test]) => passes(known(run, name), test))
}

function passes(value: Known, test: Test): boolean {
  if (test === null || typeof test !== 'object' || Array.isArray(test)) return equals(value, test)
  if ('not' in test) return !equals(value, test.not)
  const at = typeof value === 'string' ? parseDecimal(value) : value
  if (!at || Array.isArray(at)) return false
  const order = (bound: Num) => compareAmounts(at, exactly(bound))
  const { min, max, above, below } = test
  return (
    (min === undefined || order(min) >= 0) &&
    (max === undefined || order(max) <= 0) &&
    (above === undefined || order(above) > 0) &&
    (below === undefined || order(below) < 0)
  )
}

export function equals(value: Known, wanted: Value | Value[]): boolean {
  return ([wanted].flat() as Value[]).some((want) => {
    if (value === null || want === null) return value === want
    if (typeof value === 'string') return String(want) === value
    const number = parseDecimal(want)
    return number && !Array.isArray(value) && compareAmounts(value, number) === 0
  })
}
