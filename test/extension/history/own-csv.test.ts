import Papa from 'papaparse'
import { expect, test, vi } from 'vitest'
import { rowsOf } from '../../../core/history'
import { guessColumns } from '../../../core/import-columns'
import { readLines, type Cells } from '../../../core/import-lines'
import { Entry } from '../../../core/ledger'
import { reconcile } from '../../../core/reconcile'
import { noNames } from '../../../extension/history/names'
import { csvOf } from '../../../extension/history/save'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const noon = Date.UTC(2026, 10, 21, 12)
const whose = { provider: 'atelier', account: 'ann' }
const run = (n: number, amount: string, foreign?: string): Entry[] => {
  const common = { ...whose, at: noon + n * 3_600_000, run: `${n}` }
  const charge = { ...common, id: `c${n}`, kind: 'charge', amount, currency: 'credits', from: 'history', foreign }
  return [
    { ...common, id: `p${n}`, kind: 'press', feature: 'clip', request: { seconds: 5 }, cardVersion: 3 },
    charge,
  ].map((entry) => Entry.parse(entry))
}
const entries = [
  ...run(1, '20', 'h1'),
  ...run(2, '0.125'),
  ...run(3, '1234.5', '=h3'),
  ...run(4, '20', '-h4'),
  ...run(6, '20', "-2+3+cmd|' /C calc'!A0"),
  Entry.parse({
    ...whose,
    id: 'c5',
    at: noon - 86_400_000,
    kind: 'charge',
    amount: '7',
    currency: 'credits',
    from: 'import',
  }),
]

test('nothing that came from a vendor’s list can be a formula in a spreadsheet', () => {
  const cells = Papa.parse<string[]>(csvOf(rowsOf(entries, noon), noNames)).data.flat()
  expect(cells.filter((cell) => /^[=+@-]/.test(cell) && !/^-?[\d.]+$/.test(cell))).toEqual([])
})
test('what was saved as CSV is read in again as the same charges', () => {
  const parsed = Papa.parse<Cells>(csvOf(rowsOf(entries, noon), noNames), { header: true, skipEmptyLines: 'greedy' })
  const columns = guessColumns(parsed.meta.fields!)
  expect(columns).toMatchObject({
    id: 'id',
    at: 'time',
    amount: 'charged',
    currency: 'currency',
    what: 'tool',
  })
  const { lines, faults } = readLines(parsed.data, { columns, currency: 'tokens', zone: () => 600 })
  expect(faults).toEqual([])
  expect(lines.map(({ at, amount, currency }) => [at, amount, currency]).toSorted()).toEqual(
    entries.flatMap((entry) => (entry.kind === 'charge' ? [[entry.at, entry.amount, entry.currency]] : [])).toSorted(),
  )
  const { findings, unexplained } = reconcile(entries, lines)
  expect(findings.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'match'))
  expect(unexplained).toBe('0')
})
