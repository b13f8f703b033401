import { parseDecimal, type Amount } from '../amount'
import { isOpen } from '../known'
import type { Run } from '../run'
import type { ChargeModel } from './index'

/** The name of a dimension or meter; a list by name is its sum, a choice counts by its decimal option. */
export const reference: ChargeModel<string> = {
  is: (quantity): quantity is string => typeof quantity === 'string',
  compile(name, scope) {
    const slot = scope.slotOf(name)
    return (run) => (slot < run.compiled.dimensions.length ? amountOf(run, slot) : run.meter(slot))
  },
}

function amountOf(run: Run, slot: number): Amount {
  const known = run.dimension(slot)
  if (known === null) return run.refuse('not-there', slot)
  if (typeof known === 'string') return parseDecimal(known) ?? run.refuse('malformed', slot, { value: known })
  return isOpen(known) ? run.undecided.amount(slot, known) : known
}
