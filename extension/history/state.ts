import { batch, computed, signal } from '@preact/signals'
import { projectInSlices, type Projected, type Row } from '../../core/history'
import { totalsOf } from '../../core/history-totals'
import type { Entry } from '../../core/ledger'
import type { Locale } from '../../core/locales'
import { sureEntries } from '../../core/projections'
import { inTurns } from './turns'
import { ledger } from '../ledger/open'
import { trouble, type Trouble } from '../ledger/trouble'
import { load } from '../storage'
import { allRows, choicesOf, matching, type Filter } from './filter'
import { itemsOf } from './items'
import { noNames, readNames, type Names } from './names'
import { createMarks } from './marks'
import { changedPrices } from './prices'

/** How far the ledger is read: all of it, or why not. */
export type Loading =
  | { state: 'loading'; n: number; all: number }
  | { state: 'counting'; part: number }
  | { state: 'ready' }
  | { state: 'broken'; why: string }

const PIECE = 20_000
/** Entries that are put to their runs, or joined, before the page may do something else. */
const SLICE = 2000

/** What the history page shows. Reads the ledger itself; everything else follows from its entries and the filter. */
export function createHistory(locale: Locale, clock: () => number = Date.now) {
  const loading = signal<Loading>({ state: 'loading', n: 0, all: 0 })
  const entries = signal<readonly Entry[]>([])
  const names = signal<Names>(noNames)
  const troubled = signal<Trouble>({})
  const now = signal(clock())
  const filter = signal<Filter>(allRows)
  const grouped = signal(false)
  const opened = signal<ReadonlySet<string>>(new Set())
  const active = signal<string | undefined>(undefined)
  const selected = signal<ReadonlySet<string>>(new Set())

  const projected = signal<Projected>({ rows: [], runs: [] })
  const rows = computed(() => projected.value.rows)
  const runs = computed(() => projected.value.runs)
  const choices = computed(() => choicesOf(rows.value))
  const shown = computed<Row[]>(() => matching(rows.value, filter.value, now.value))
  const totals = computed(() => totalsOf(shown.value))
  const changed = computed(() => changedPrices(runs.value, names.value))
  const items = computed(() => itemsOf(shown.value, grouped.value, opened.value))
  const chosen = computed(() => shown.value.find(({ id }) => id === active.value))

  let again = false
  let reading: Promise<void> | undefined
  /** Reads the ledger; a change while it is read is read after it. */
  function read(): Promise<void> {
    again = true
    reading ??= readAll().finally(() => (reading = undefined))
    return reading
  }
  async function readAll() {
    while (again) {
      again = false
      try {
        const found = await pieces((n, all) => {
          if (loading.peek().state !== 'ready') loading.value = { state: 'loading', n, all }
        })
        const at = clock()
        const come = await inTurns(projectInSlices(found, at, SLICE), (part) => {
          if (loading.peek().state !== 'ready') loading.value = { state: 'counting', part }
        })
        batch(() => {
          now.value = at
          entries.value = found
          projected.value = come
          loading.value = { state: 'ready' }
        })
      } catch (error) {
        loading.value = { state: 'broken', why: (error as Error).message }
      }
    }
  }
  async function readNamesAgain() {
    names.value = await readNames()
    troubled.value = await load(trouble)
  }
  const marks = createMarks(locale, { rows: shown, selected, active, read })
  const clearFilter = () => void (filter.value = allRows)
  const edit = (part: Partial<Filter>) => void (filter.value = { ...filter.peek(), ...part })
  const base = { locale, loading, entries, names, troubled, now, filter, grouped, opened, active, selected }
  return {
    ...base,
    rows,
    runs,
    choices,
    shown,
    totals,
    changed,
    items,
    chosen,
    marks,
    read,
    readNames: readNamesAgain,
    edit,
    clearFilter,
  }
}
export type History = ReturnType<typeof createHistory>

/** All entries, oldest first, read piece by piece so that a long ledger says how far it is. */
async function pieces(progress: (n: number, all: number) => void): Promise<Entry[]> {
  const book = await ledger()
  const all = await book.count()
  const found: Entry[] = []
  for (let after: string | undefined; ; after = found.at(-1)!.id) {
    const piece = await book.next(after, PIECE)
    for (const entry of piece) found.push(entry)
    progress(found.length, all)
    if (piece.length < PIECE) return sureEntries(found)
  }
}
