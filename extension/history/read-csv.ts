import Papa from 'papaparse'
import type { Cells } from '../../core/import-lines'

/** A table of a file; `lines`: on which line of the file each row begins. */
export type Table = { heads: string[]; rows: Cells[]; lines: number[] }
/** `line`: where a quotation mark is missing or too many. */
export type NoTable = { problem: 'quotes'; line: number } | { problem: 'not-csv'; why: string } | { problem: 'no-rows' }

/** A list of charges has a handful of columns. */
const COLUMNS = 200

/**
 * The text of a file in whichever encoding spreadsheets save: UTF-16 where it is marked as such, UTF-8 where it is whole, else that of
 * western Windows. A mark at the beginning is not part of it.
 */
export async function textOf(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const marked = { 'ff fe': 'utf-16le', 'fe ff': 'utf-16be' }[[...bytes.subarray(0, 2)].map(hex).join(' ')]
  if (marked) return new TextDecoder(marked).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
const hex = (byte: number): string => byte.toString(16)

/** Reads CSV with any usual separator; blank rows are left out. */
export function readCsv(text: string): Table | NoTable {
  if (text.trim() === '') return { problem: 'no-rows' }
  const { data, errors, meta } = Papa.parse<Cells>(text, { header: true })
  const quotes = errors.find(({ type }) => type === 'Quotes')
  if (quotes) return { problem: 'quotes', line: 1 + breaksIn(text.slice(0, quotes.index ?? 0)) }
  const heads = (meta.fields ?? []).filter((head) => head.trim() !== '').slice(0, COLUMNS)
  if (heads.length < 2 && errors[0]) return { problem: 'not-csv', why: errors[0].message }
  let line = 2 + breaksIn((meta.fields ?? []).join())
  const table: Table = { heads, rows: [], lines: [] }
  for (const row of data) {
    const cells = Object.values(row).flat().join()
    if (/[^\s,]/.test(cells)) {
      table.rows.push(row)
      table.lines.push(line)
    }
    line += 1 + breaksIn(cells)
  }
  return table.rows.length > 0 ? table : { problem: 'no-rows' }
}

/** A cell may hold several lines of its file. */
const breaksIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0
