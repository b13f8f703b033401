import { atLeast, atMost, divide, ONE, parseDecimal, round, type Amount } from '../amount'
import type { Units } from '../pricing'
import type { Run } from '../run'
import type { Scope } from './index'

/** min, max (on the raw quantity), divide by `per`, round to a multiple of `to`: always in this order. */
export type ApplyUnits = (run: Run, raw: Amount) => Amount

export function compileUnits(units: Units, scope: Scope): ApplyUnits {
  const min = units.min === undefined ? undefined : scope.compileOf(units.min)
  const max = units.max === undefined ? undefined : scope.compileOf(units.max)
  const per = parseDecimal(units.per)
  const to = parseDecimal(units.to) ?? ONE
  const how = units.round
  return (run, raw) => {
    let result = raw
    if (min) result = atLeast(result, min(run))
    if (max) result = atMost(result, max(run))
    if (per) result = divide(result, per)
    return how ? round(result, how, to) : result
  }
}
