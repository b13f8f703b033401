import { add, parseDecimal, type Amount, ZERO } from '../amount'
import type { Items, Options, Span } from '../known'
import { Refusal, type Run } from '../run'
import type { ChargeModel } from './index'

/** The name of a dimension or meter; a list by name is its sum, a choice counts by its decimal option. */
export const reference: ChargeModel<string> = {
  is: (quantity): quantity is string => typeof quantity === 'string',
  compile(name, scope) {
    const { slot, meter } = scope.slotOf(name)
    return meter ? (run) => run.meter(slot) : (run) => dimensionAmount(run, slot)
  },
}

function dimensionAmount(run: Run, slot: number): Amount {
  if (run.stand?.slot === slot) return run.stand.amount
  const known = run.dimension(slot)
  if (known.is === 'none') return run.refuse({ code: 'not-there', dimension: run.name(slot) })
  if (known.is === 'options') return optionAmount(run, slot, known)
  if (known.is === 'span') return spanAmount(run, slot, known)
  return listTotal(run, slot, known)
}

function optionAmount(run: Run, slot: number, known: Options): Amount {
  if (known.unread) run.touch(slot)
  if (known.left.length > 1)
    return run.fork(
      slot,
      known.left.map((o) => ({ ...known, left: [o] })),
    )
  const option = known.left[0]!
  return parseDecimal(option) ?? run.refuse({ code: 'malformed', dimension: run.name(slot), value: option })
}

function spanAmount(run: Run, slot: number, span: Span): Amount {
  if (span.unread) run.touch(slot)
  if (span.hi === undefined)
    throw new Refusal({ code: span.auto ? 'auto' : 'unread', dimension: run.name(slot) }, false, slot)
  return { lo: span.lo, hi: span.hi, d: span.d }
}

function listTotal(run: Run, slot: number, known: Items): Amount {
  if (known.items) return known.items.reduce(add, ZERO)
  run.touch(slot)
  return { lo: known.each.lo * known.fewest, hi: known.each.hi * known.most, d: known.each.d }
}
