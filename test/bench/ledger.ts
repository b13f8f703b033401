import 'fake-indexeddb/auto'
import { rowsOf } from '../../core/history'
import { iterationsOf, totalsOf } from '../../core/history-totals'
import type { Entry } from '../../core/ledger'
import { openLedger } from '../../extension/ledger/store'
import type { Figure } from './estimate'

const RUNS = 33_333
const NOW = Date.parse('2026-11-21T12:00:00Z')
const whose = { provider: 'bench', account: 'bench' }

/** A ledger of 100,000 entries: written, asked, and projected. IndexedDB is a stand-in in memory: its figures are for comparison. */
export async function benchLedger(): Promise<Figure[]> {
  const entries = Array.from({ length: RUNS }, (_, i) => runOf(i)).flat()
  const book = await openLedger('bench')
  const write = await milliseconds(async () => {
    for (let i = 0; i < entries.length; i += 10_000) await book.append(entries.slice(i, i + 10_000))
  })
  const one = await milliseconds(() => book.append(runOf(RUNS)))
  const recent = await milliseconds(() => book.read(whose, NOW - 3 * 86_400_000))
  const latest = await milliseconds(() => book.latest(50))
  const rows = await milliseconds(async () => rowsOf(entries, NOW))
  const shown = rowsOf(entries, NOW)
  const totals = await milliseconds(async () => totalsOf(shown))
  const tries = await milliseconds(async () => iterationsOf(shown))
  book.close()
  return [
    figure(`ledger: ${entries.length} entries written`, write),
    figure('ledger: one more run written', one),
    figure('ledger: three days of an account read', recent),
    figure('ledger: the newest 50 read', latest),
    figure(`history: rows of ${entries.length} entries`, rows),
    figure('history: totals of them', totals),
    figure('history: tries of one go grouped', tries),
  ]
}

const figure = (what: string, ms: number): Figure => ({ what, value: `${ms.toFixed(1)} ms` })

async function milliseconds(once: () => Promise<unknown>): Promise<number> {
  const start = process.hrtime.bigint()
  await once()
  return Number(process.hrtime.bigint() - start) / 1e6
}

function runOf(n: number): Entry[] {
  const common = { ...whose, at: NOW - (RUNS - n) * 600_000, run: `r${n}` }
  const total = String(5 + (n % 40) / 2)
  return [
    { ...common, id: `p${n}`, kind: 'press', feature: `tool${n % 9}`, request: { duration: n % 10 }, cardVersion: 1 },
    {
      ...common,
      id: `s${n}`,
      kind: 'estimate',
      total: { low: total, high: total },
      currency: 'credits',
      on: '2026-11-21',
    },
    { ...common, id: `c${n}`, kind: 'charge', amount: total, currency: 'credits', from: 'history', outcome: 'done' },
  ]
}
