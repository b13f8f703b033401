import { compareAmounts, isPoint, parseDecimal, parseLiteral, type Amount } from '../amount'
import { isOpen } from '../known'
import type { Cells } from '../pricing'
import type { Run } from '../run'
import type { ChargeModel, Scope } from './index'

/** One level of a table: its cells by key, and those keys that are numbers. */
export type Level = { cells: Map<string, Cell>; numbers: { value: Amount; key: string }[] }
export type Cell = Amount | null | Level

/** Cells by the options of dimensions, one key a level; a missing or null cell is not for sale. */
export const table: ChargeModel<{ by: string[]; cells: Cells }> = {
  is: (quantity): quantity is { by: string[]; cells: Cells } => typeof quantity === 'object' && 'by' in quantity,
  compile({ by, cells }, scope) {
    const slots = by.map(scope.slotOf)
    const root = level(cells, by.length, scope)
    return (run) => {
      let here = root
      for (const slot of slots) {
        const cell = pick(run, slot, here)
        if (!cell) return run.undecided.noCell(slot, here)
        if ('d' in cell) return isPoint(cell) ? cell : run.published(cell)
        here = cell
      }
      return run.refuse('no-rate')
    }
  },
}

function level(cells: Cells, depth: number, scope: Scope): Level {
  const entries = Object.entries(cells).map(([key, cell]): [string, Cell] => {
    if (cell === null) return [key, null]
    if (typeof cell === 'object') {
      return [key, depth > 1 ? level(cell, depth - 1, scope) : scope.fail(`cells go deeper than "by" at ${key}`)]
    }
    return [key, parseLiteral(cell) ?? scope.fail(`${cell} is not a decimal`)]
  })
  const numbers = Object.keys(cells).flatMap((key) => {
    const value = parseDecimal(key)
    return value ? { value, key } : []
  })
  return { cells: new Map(entries), numbers }
}

function pick(run: Run, slot: number, { cells, numbers }: Level): Cell | undefined {
  const known = run.known(slot)
  if (known === null) return run.refuse('not-there', slot)
  if (typeof known === 'string') return cells.get(known)
  if (isOpen(known)) return run.undecided.cell(slot, known, { cells, numbers })
  const at = numbers.find(({ value }) => compareAmounts(known, value) === 0)
  return at && cells.get(at.key)
}
