import { decimal, isPoint, parseDecimal, parseLiteral, type Amount } from '../amount'
import { at, isEqual, isSingle, type Known, type Options, type Span } from '../known'
import type { Cells } from '../pricing'
import { NOT_LINEAR, type Run } from '../run'
import type { ChargeModel, Scope } from './index'

type Level = { cells: Map<string, Cell>; numbers: { value: Amount; key: string }[]; offered: string[] }
type Cell = Amount | null | Level

/** Cells by the options of dimensions, one key a level; a missing or null cell is not for sale. */
export const table: ChargeModel<{ by: string[]; cells: Cells }> = {
  is: (quantity): quantity is { by: string[]; cells: Cells } => typeof quantity === 'object' && 'by' in quantity,
  compile({ by, cells }, scope) {
    const levels = by.map((name) => scope.slotOf(name))
    const root = level(cells, by.length, scope)
    return (run) => {
      let here = root
      for (const { slot, meter } of levels) {
        const known = meter ? meterKey(run, slot) : dimensionKey(run, slot)
        const cell = pick(run, slot, known, here)
        if (!cell) return refuse(run, slot, known, here)
        if ('d' in cell) return published(run, cell)
        here = cell
      }
      return run.refuse({ code: 'no-rate' })
    }
  },
}

function published(run: Run, amount: Amount): Amount {
  if (!isPoint(amount)) run.published = true
  return amount
}

function level(cells: Cells, depth: number, scope: Scope): Level {
  const entries = Object.entries(cells).map(([key, cell]): [string, Cell] => {
    if (cell === null) return [key, null]
    if (typeof cell === 'object') {
      return [key, depth > 1 ? level(cell, depth - 1, scope) : scope.fail(`cells go deeper than "by" at ${key}`)]
    }
    return [key, parseLiteral(cell) ?? scope.fail(`${cell} is not a decimal`)]
  })
  const numbers = entries.flatMap(([key]) => {
    const value = parseDecimal(key)
    return value ? [{ value, key }] : []
  })
  return { cells: new Map(entries), numbers, offered: entries.filter(([, cell]) => cell !== null).map(([key]) => key) }
}

function dimensionKey(run: Run, slot: number): Known {
  if (run.stand?.slot === slot) throw NOT_LINEAR
  return run.dimension(slot)
}

function meterKey(run: Run, slot: number): Span {
  const a = run.meter(slot)
  if (a.open) throw NOT_LINEAR
  const ends = { lo: a.lo, hi: a.hi, d: a.d, loOpen: false, hiOpen: false }
  return { is: 'span', ...ends, unread: !isPoint(a), there: true, auto: false }
}

function pick(run: Run, slot: number, known: Known, level: Level): Cell | undefined {
  if (known.is === 'none' || known.is === 'items') return run.refuse({ code: 'not-there', dimension: run.name(slot) })
  return known.is === 'options' ? pickOption(run, slot, known, level) : pickNumber(run, slot, known, level)
}

function pickOption(run: Run, slot: number, known: Options, level: Level): Cell | undefined {
  if (known.unread) run.touch(slot)
  if (known.left.length > 1)
    return run.fork(
      slot,
      known.left.map((option) => ({ ...known, left: [option] })),
    )
  return level.cells.get(known.left[0]!)
}

function pickNumber(run: Run, slot: number, span: Span, level: Level): Cell | undefined {
  const auto = level.cells.get('auto')
  if (auto !== undefined && span.auto === undefined)
    run.fork(slot, [
      { ...span, auto: true },
      { ...span, auto: false },
    ])
  if (auto !== undefined && span.auto) return auto
  if (span.unread) run.touch(slot)
  const possible = level.numbers.filter(({ value }) => isEqual(span, value) !== false)
  if (isSingle(span)) return possible[0] && level.cells.get(possible[0].key)
  if (possible.length === 0) return undefined
  return run.fork(
    slot,
    possible.map(({ value }) => at(span, value)),
  )
}

/** Names the level that has no cell, and the keys of it that do. */
function refuse(run: Run, slot: number, known: Known, level: Level): never {
  return run.refuse({ code: 'not-offered', dimension: run.name(slot), value: shown(known), allowed: level.offered })
}

function shown(known: Known): string | undefined {
  if (known.is === 'options') return known.left[0]
  return known.is === 'span' && isSingle(known) ? decimal(known.lo, known.d) : undefined
}
