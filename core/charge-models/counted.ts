import { add, ZERO, type Amount } from '../amount'
import type { Quantity, Tier, Units } from '../pricing'
import type { Run } from '../run'
import type { ChargeModel, Quantify } from './index'
import { compileTiers } from './tiers'
import { compileUnits } from './units'

type Counted = { of: Quantity; tiers?: Tier[] } & Units

/** `{of, min, max, per, round, to, tiers}`: clamp, divide, round, then walk the tiers. On a list: each item, then the sum. */
export const counted: ChargeModel<Counted> = {
  is: (quantity): quantity is Counted => typeof quantity === 'object' && 'of' in quantity,
  compile(quantity, scope) {
    const units = compileUnits(quantity, scope)
    const tiers = quantity.tiers && compileTiers(quantity.tiers, scope)
    const one = (run: Run, raw: Amount) => {
      const count = units(run, raw)
      return tiers ? tiers(run, count) : count
    }
    if (typeof quantity.of === 'string' && scope.isList(quantity.of))
      return eachItem(scope.slotOf(quantity.of).slot, one)
    const of = scope.compile(quantity.of)
    return (run) => one(run, of(run))
  },
}

function eachItem(slot: number, one: (run: Run, raw: Amount) => Amount): Quantify {
  return (run) => {
    const known = run.dimension(slot)
    if (known.is === 'none') return run.refuse({ code: 'not-there', dimension: run.name(slot) })
    if (known.is !== 'items') return run.refuse({ code: 'malformed', dimension: run.name(slot) })
    if (known.items) return known.items.reduce((total, item) => add(total, one(run, item)), ZERO)
    run.touch(slot)
    const each = one(run, known.each)
    return { lo: each.lo * known.fewest, hi: each.hi * known.most, d: each.d }
  }
}
