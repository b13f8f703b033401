import { atLeast, atMost, divide, ONE, parseDecimal, round, type Amount } from '../amount'
import type { Units } from '../pricing'
import { NOT_LINEAR, type Run } from '../run'
import type { Quantify, Scope } from './index'

/** min, max (on the raw quantity), divide by `per`, round to a multiple of `to`: always in this order. */
export type ApplyUnits = (run: Run, raw: Amount) => Amount

export function compileUnits(units: Units, scope: Scope): ApplyUnits {
  const min: Quantify | undefined = units.min === undefined ? undefined : scope.compile(units.min)
  const max: Quantify | undefined = units.max === undefined ? undefined : scope.compile(units.max)
  const per = units.per === undefined ? undefined : parseDecimal(units.per)
  const to = (units.to === undefined ? undefined : parseDecimal(units.to)) ?? ONE
  const how = units.round
  const bends = Boolean(min || max || how)
  return (run, raw) => {
    if (raw.open && bends) throw NOT_LINEAR
    let result = raw
    if (min) result = atLeast(result, closed(min(run)))
    if (max) result = atMost(result, closed(max(run)))
    if (per) result = divide(result, per)
    return how ? round(result, how, to) : result
  }
}

function closed(bound: Amount): Amount {
  if (bound.open) throw NOT_LINEAR
  return bound
}
