import { computed, signal } from '@preact/signals'
import { FIELDS, guessColumns, type Columns, type Field } from '../../core/import-columns'
import { orderIn, readLines } from '../../core/import-lines'
import type { Entry, Whose } from '../../core/ledger'
import { fill } from '../../core/locales/message'
import { nth } from '../../core/nth'
import { reconcile, type Finding, type Imported, type Reconciled } from '../../core/reconcile'
import { isOf } from '../../core/matching'
import { ledger } from '../ledger/open'
import { accountKey } from './filter'
import { cardOf } from './names'
import { readCsv, textOf, type NoTable, type Table } from './read-csv'
import type { History } from './state'

/** A list of charges is small; a file beyond this is something else. */
export const MEGABYTES = 20

export type List = Table & { name: string }
export type Outcome = Reconciled & { lines: Imported[] }

/** A vendor's own list of charges, from the file to what it says against the ledger. */
export function createImport(history: History) {
  const { locale, names, choices, entries } = history
  const texts = locale.messages.history
  const list = signal<List | undefined>(undefined)
  const problem = signal('')
  const columns = signal<Columns>({})
  const zone = signal<'here' | 'utc'>('here')
  const order = signal<'day' | 'month' | undefined>(undefined)
  const account = signal('')
  const outcome = signal<Outcome | undefined>(undefined)
  const added = signal<number | undefined>(undefined)

  const row = computed(() => choices.value.accounts.get(account.value) ?? [...choices.value.accounts.values()][0])
  /** Whether the days of the list can be told from its months. */
  const unordered = computed(() => {
    const head = columns.value.at
    const texts = (list.value?.rows ?? [])
      .flatMap((cells) => (head === undefined ? [] : (cells[head] ?? [])))
      .map((t) => t.trim())
    return texts.some((text) => /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(text)) && orderIn(texts) === undefined
  })
  const read = computed(() => {
    const [cells, chosen, clock, days] = [list.value?.rows, columns.value, zone.value, order.value]
    if (!cells || chosen.at === undefined || chosen.amount === undefined) return undefined
    const currency = currencyOf()
    return readLines(cells, { columns: chosen, currency, zone: offsets[clock], order: days })
  })

  function currencyOf(): string {
    const of = row.value
    if (!of) return 'credits'
    const account = names.value.accounts.get(accountKey(of))
    return account?.currency ?? cardOf(names.value, of)?.currency ?? of.currency
  }
  async function open(file: File) {
    outcome.value = added.value = undefined
    problem.value = ''
    list.value = undefined
    if (file.size > MEGABYTES * 1_000_000) return void (problem.value = fill(texts.tooBig, { n: MEGABYTES }, locale))
    const table = readCsv(await textOf(file))
    if ('problem' in table) return void (problem.value = wordsOf(table))
    columns.value = guessColumns(table.heads)
    order.value = undefined
    list.value = { name: file.name, ...table }
  }
  function wordsOf(none: NoTable): string {
    if (none.problem === 'quotes') return fill(texts.badQuotes, { n: none.line }, locale)
    return none.problem === 'no-rows' ? texts.noRows : fill(texts.notCsv, { why: none.why }, locale)
  }
  function choose(field: Field, head: string) {
    outcome.value = added.value = undefined
    const { [field]: _, ...others } = columns.peek()
    columns.value = head === '' ? others : { ...others, [field]: head }
  }
  function compare() {
    const lines = read.peek()?.lines
    const of = row.peek()
    if (!lines || !of) return
    added.value = undefined
    const own = entries.peek().filter((entry) => isOf(entry, of))
    outcome.value = { ...reconcile(own, lines, cardOf(names.peek(), of)?.refunds), lines }
  }
  /** Takes the lines that nobody knew into the ledger, as charges and refunds of the vendor's own list. */
  async function add() {
    const of = row.peek()
    const unknown = (outcome.peek()?.findings ?? []).flatMap((f) => (f.kind === 'unknown' ? [f.line] : []))
    if (!of || unknown.length === 0) return
    const names = namesOf(outcome.peek()!.lines)
    const count = await (await ledger()).append(unknown.map((line) => entryOf(line, names.get(line)!, of)))
    await history.read()
    compare()
    added.value = count
  }
  return {
    list,
    problem,
    columns,
    zone,
    order,
    account,
    outcome,
    added,
    row,
    unordered,
    read,
    open,
    choose,
    compare,
    add,
  }
}
export type ImportState = ReturnType<typeof createImport>

/** Minutes east of UTC at a time of the wall clock. */
const offsets = {
  utc: () => 0,
  here: (year: number, month: number, day: number, minutes: number) =>
    -new Date(year, month - 1, day, 0, minutes).getTimezoneOffset(),
}

/** A name for each line, from the line itself, so that the same list again adds nothing; lines that say the same are numbered. */
export function namesOf(lines: readonly Imported[]): Map<Imported, string> {
  const alike = new Map<string, number>()
  return new Map(
    lines.map((line) => {
      const name = line.id ?? `${line.at}/${line.amount}/${line.what ?? ''}`
      const n = nth(alike, name)
      return [line, n === 1 || line.id !== undefined ? name : `${name}/${n}`]
    }),
  )
}

function entryOf(line: Imported, name: string, { provider, account, site }: Whose): Entry {
  const back = line.amount.startsWith('-')
  const common = {
    id: ['import', ...(site === undefined ? [] : [site]), provider, account, name].join('/'),
    provider,
    account,
    ...(site !== undefined && { site }),
    at: line.at,
    amount: back ? line.amount.slice(1) : line.amount,
    currency: line.currency,
    ...(line.id !== undefined && { foreign: line.id }),
  }
  return back ? { ...common, kind: 'refund' } : { ...common, kind: 'charge', from: 'import' }
}

export const kinds: readonly Finding['kind'][] = [
  'missing-refund',
  'double',
  'differs',
  'unknown',
  'not-on-list',
  'match',
]
export { FIELDS }
