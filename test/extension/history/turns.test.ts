import { expect, test } from 'vitest'
import { projectInSlices, rowsOf } from '../../../core/history'
import { Entry } from '../../../core/ledger'
import { inTurns } from '../../../extension/history/turns'

const RUNS = 1000
/** Presses, estimates and charges, in the order of their ids, which is not that of their times. */
const entries: Entry[] = Array.from({ length: RUNS }, (_, n) => {
  const common = { provider: 'sample', account: 'a', at: (RUNS - n) * 60_000, run: `r${n}` }
  return [
    { ...common, id: `p${n}`, kind: 'press', feature: 'clip', request: { seconds: n % 9 }, cardVersion: 1 },
    { ...common, id: `s${n}`, kind: 'estimate', total: { low: '5', high: '5' }, currency: 'credits', on: '2026-11-21' },
    { ...common, id: `c${n}`, kind: 'charge', amount: '5', currency: 'credits', from: 'history', outcome: 'done' },
  ].map((entry) => Entry.parse(entry))
})
  .flat()
  .toSorted((a, b) => (a.id < b.id ? -1 : 1))
const now = 2 * RUNS * 60_000

/** How many entries were read from a list between one breath and the next. */
function counted(list: readonly Entry[]) {
  const reads: number[] = [0]
  const watched = list.map((entry) => entry)
  watched[Symbol.iterator] = function* () {
    for (const entry of list) {
      reads[reads.length - 1]!++
      yield entry
    }
    return undefined
  } as (typeof watched)[typeof Symbol.iterator]
  return { watched, reads, breathe: async () => void reads.push(0) }
}

test('a ledger is projected in slices of a bounded number of entries, and comes to the same lines', async () => {
  const { watched, reads, breathe } = counted(entries)
  const parts: number[] = []
  const { rows, runs } = await inTurns(projectInSlices(watched, now, 250), (part) => parts.push(part), breathe)
  expect(Math.max(...reads)).toBe(250)
  expect(reads.reduce((sum, n) => sum + n)).toBe(entries.length)
  // Put to their runs in 12 slices; joined three at a time, in slices that end with a whole run.
  expect(parts).toHaveLength(12 + Math.floor(entries.length / 252))
  expect(parts).toEqual(parts.toSorted((a, b) => a - b))
  expect(parts.at(-1)).toBeLessThanOrEqual(1)
  expect(rows).toEqual(rowsOf(entries, now))
  expect(runs.map(({ run }) => run)).toEqual(rows.map(({ id }) => id).toReversed())
})
test('an entry that is there twice counts once', async () => {
  const { rows } = await inTurns(projectInSlices([...entries, ...entries], now, 100), () => undefined)
  expect(rows).toHaveLength(RUNS)
})
test.each([
  ['nothing', [], 0],
  ['one run', entries.filter((entry) => 'run' in entry && entry.run === 'r0'), 1],
])('%s is projected without a pause', async (_, few, count) => {
  let breaths = 0
  const { rows } = await inTurns(
    projectInSlices(few, now, 250),
    () => undefined,
    async () => void breaths++,
  )
  expect([rows.length, breaths]).toEqual([count, 0])
})
