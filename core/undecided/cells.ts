import { decimal } from '../amount'
import type { Cell, Level } from '../charge-models/table'
import { isOpen, type Known, type Open, type Span } from '../known'
import { at, isEqual, isSingle } from './spans'
import type { Try } from './try'

/** The cell of something open: one try for each option, and for each key that a number may equal. */
export function cell(run: Try, slot: number, known: Open, level: Level): Cell | undefined {
  if (known.is === 'items' || known.is === 'list') return run.refuse('not-there', slot)
  if (known.is === 'span') return cellOfSpan(run, slot, known, level)
  run.touch(slot)
  if (known.left.length === 1) return level.cells.get(known.left[0]!)
  return run.fork(
    slot,
    known.left.map((option) => ({ ...known, left: [option] })),
  )
}

function cellOfSpan(run: Try, slot: number, span: Span, { cells, numbers }: Level): Cell | undefined {
  const auto = cells.get('auto')
  if (auto !== undefined && span.auto === undefined)
    run.fork(slot, [
      { ...span, auto: true },
      { ...span, auto: false },
    ])
  if (auto !== undefined && span.auto) return auto
  run.touch(slot)
  const possible = numbers.filter(({ value }) => isEqual(span, value) !== false)
  if (isSingle(span)) return possible[0] && cells.get(possible[0].key)
  if (possible.length === 0) return undefined
  return run.fork(
    slot,
    possible.map(({ value }) => at(span, value)),
  )
}

/** A single value in words; undefined where it is several. */
export function shown(known: Known): string | undefined {
  if (known === null) return undefined
  if (typeof known === 'string') return known
  if (!isOpen(known)) return decimal(known.lo, known.d)
  if (known.is === 'options') return known.left[0]
  return known.is === 'span' && isSingle(known) ? decimal(known.lo, known.d) : undefined
}

export const offeredIn = ({ cells }: Level): string[] =>
  [...cells].filter(([, cell]) => cell !== null).map(([key]) => key)
