import {
  add,
  atLeast,
  atMost,
  compareAmounts,
  difference,
  divide,
  multiply,
  ONE,
  round,
  ZERO,
  type Amount,
} from '../amount'
import type { Cells, Quantity, Tier, Units } from '../pricing'
import { known } from './dimensions'
import { equals } from './matches'
import { exactly, isLiteral, open, or, type Known, type Run } from './run'

const sumOf = (items: Amount[]): Amount => items.reduce(add, ZERO)

/** A quantity of the card as a number. */
export function valueOf(run: Run, quantity: Quantity): Amount {
  const value = (q: Quantity) => valueOf(run, q)
  if (isLiteral(quantity)) return exactly(quantity)
  if (typeof quantity === 'string') return numberOf(or(known(run, quantity)))
  if (Array.isArray(quantity)) return quantity.map(value).reduce(product, ONE)
  if ('sum' in quantity) return sumOf(quantity.sum.map(value))
  if ('by' in quantity) return cellOf(run, quantity.by, quantity.cells)
  const { of, tiers } = quantity
  const one = (raw: Amount) => {
    const count = inUnits(run, raw, quantity)
    return tiers ? graduated(run, count, tiers) : count
  }
  const items = typeof of === 'string' && !isLiteral(of) && known(run, of)
  return Array.isArray(items) ? sumOf(items.map(one)) : one(value(of))
}

const numberOf = (value: Known): Amount =>
  Array.isArray(value) ? sumOf(value) : typeof value === 'string' ? exactly(value) : or(value)

const product = (a: Amount, b: Amount): Amount => (b.lo < 0n ? open() : multiply(a, b))

/** The cell of a table, one key a level; a missing or null cell is not for sale. */
function cellOf(run: Run, by: string[], cells: Cells): Amount {
  let level = cells
  for (const name of by) {
    const value = or(known(run, name))
    const key = Object.keys(level).find((key) => (typeof value === 'string' ? key === value : equals(value, key)))
    const cell = or(level[or(key)])
    if (typeof cell !== 'object') return exactly(cell)
    level = cell
  }
  return open()
}

/** min, max (on the raw quantity), divide by `per`, round to a multiple of `to`: always in this order. */
export function inUnits(run: Run, raw: Amount, { min, max, per, round: how, to }: Units): Amount {
  let result = raw
  if (min !== undefined) result = atLeast(result, valueOf(run, min))
  if (max !== undefined) result = atMost(result, valueOf(run, max))
  if (per !== undefined) result = divide(result, exactly(per))
  return how ? round(result, how, exactly(to ?? 1)) : result
}

/** Graduated tiers: each part of the quantity at its own amount. */
function graduated(run: Run, quantity: Amount, tiers: Tier[]): Amount {
  if (quantity.lo < 0n) open()
  let sum = ZERO
  let from = ZERO
  for (const { upTo, amount } of tiers) {
    const end = upTo === undefined ? quantity : atMost(quantity, exactly(upTo))
    const part = difference(end, from)
    if (part.lo > 0n) sum = add(sum, product(part, valueOf(run, amount)))
    if (compareAmounts(quantity, end) <= 0) return sum
    from = end
  }
  return open()
}
