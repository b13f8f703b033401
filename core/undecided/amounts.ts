import { add, atMost, parseDecimal, span, ZERO, type Amount } from '../amount'
import { walk, type Step } from '../charge-models/tiers'
import { isOpen, type Items, type List, type Open, type Options, type Span } from '../known'
import type { Run } from '../run'
import { Refusal, type Try } from './try'

/** What something open counts for: a number by its ends, a list by its sum, a choice once for each option. */
export function amount(run: Try, slot: number, known: Open): Amount {
  if (known.is === 'options') return optionAmount(run, slot, known)
  return known.is === 'span' ? spanAmount(run, slot, known) : totalOf(run, slot, known, (item) => item)
}

function optionAmount(run: Try, slot: number, known: Options): Amount {
  run.touch(slot)
  const [value, ...more] = known.left
  if (more.length > 0)
    return run.fork(
      slot,
      known.left.map((option) => ({ ...known, left: [option] })),
    )
  return parseDecimal(value) ?? run.refuse('malformed', slot, { value })
}

function spanAmount(run: Try, slot: number, { lo, hi, d, auto }: Span): Amount {
  run.touch(slot)
  if (hi === undefined) throw new Refusal({ code: auto ? 'auto' : 'unread', dimension: run.name(slot) }, false, slot)
  return { lo, hi, d }
}

/** What each item of a list counts for, added up; where only bounds are known, the bounds of that. */
function totalOf(run: Try, slot: number, known: List | Items, one: (item: Amount) => Amount): Amount {
  if (known.is === 'list') return known.items.map(one).reduce(add, ZERO)
  run.touch(slot)
  const each = one(known.each)
  return { lo: each.lo * known.fewest, hi: each.hi * known.most, d: each.d }
}

export function eachItem(run: Try, slot: number, one: (run: Run, raw: Amount) => Amount): Amount {
  const known = run.dimension(slot)
  if (known === null) return run.refuse('not-there', slot)
  if (typeof known === 'string' || !isOpen(known) || known.is === 'options' || known.is === 'span')
    return run.refuse('malformed', slot)
  return totalOf(run, slot, known, (item) => one(run, item))
}

/** The tiers at both ends. What lies past a closed last tier is not for sale, so the dearest sold quantity ends there. */
export function tiers(run: Try, steps: readonly Step[], quantity: Amount): Amount {
  const last = steps.at(-1)!.upTo
  const low = walk(run, steps, { ...quantity, hi: quantity.lo })
  const end = last ? atMost(quantity, last) : quantity
  const high = walk(run, steps, { ...end, lo: end.hi })
  return span(low, high)
}
