import type { Amount } from '../amount'
import type { Quantity, Tier, Units } from '../pricing'
import type { Run } from '../run'
import type { ChargeModel } from './index'
import { compileTiers } from './tiers'
import { compileUnits } from './units'

type Counted = { of: Quantity; tiers?: Tier[] } & Units

/** `{of, min, max, per, round, to, tiers}`: clamp, divide, round, then walk the tiers. On a list: each item, then the sum. */
export const counted: ChargeModel<Counted> = {
  is: (quantity): quantity is Counted => typeof quantity === 'object' && 'of' in quantity,
  compile(quantity, scope) {
    const { of, tiers } = quantity
    const units = compileUnits(quantity, scope)
    const graded = tiers && compileTiers(tiers, scope)
    const one = graded ? (run: Run, raw: Amount) => graded(run, units(run, raw)) : units
    if (typeof of === 'string' && scope.isList(of)) {
      const slot = scope.slotOf(of)
      return (run) => run.undecided.eachItem(slot, one)
    }
    const whole = scope.compileOf(of)
    return (run) => one(run, whole(run))
  },
}
