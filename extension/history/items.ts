import type { Row } from '../../core/history'
import { iterationsOf } from '../../core/history-totals'

/** One line of the table: a run, or the head of several tries of one go. */
export type Item =
  | { kind: 'row'; id: string; row: Row; inside?: true }
  | { kind: 'go'; id: string; tries: readonly Row[]; open: boolean }

/** The lines of the table. Grouped, several tries stand under one head, which shows them when it is opened. */
export function itemsOf(rows: readonly Row[], grouped: boolean, opened: ReadonlySet<string>): Item[] {
  if (!grouped) return rows.map((row) => ({ kind: 'row', id: row.id, row }))
  return iterationsOf(rows).flatMap((tries): Item[] => {
    const [first] = tries
    if (tries.length === 1) return [{ kind: 'row', id: first!.id, row: first! }]
    // The oldest try names the go: newer ones may still join it.
    const id = `go ${tries.at(-1)!.id}`
    const open = opened.has(id)
    const inside: Item[] = open ? tries.map((row) => ({ kind: 'row', id: row.id, row, inside: true })) : []
    return [{ kind: 'go', id, tries, open }, ...inside]
  })
}
