import Papa from 'papaparse'
import type { Row } from '../../core/history'
import { english } from '../../core/locales'
import { exportedLedger } from '../ledger/backup'
import { offerFile } from '../pages/offer-file'
import { accountName, providerName, rowSettings, toolName, type Names } from './names'
import type { History } from './state'

/** Saves the lines that are shown as a table for other programs. */
export function saveCsv({ shown, names }: History): void {
  offerFile(
    new Blob([csvOf(shown.peek(), names.peek())], { type: 'text/csv;charset=utf-8' }),
    `forecost-history-${today()}.csv`,
  )
}

/** Saves the whole ledger as it is kept, for other programs; a backup (settings) is what can be put back. */
export function saveJson({ entries }: History): void {
  const text = JSON.stringify(exportedLedger(entries.peek()), null, 1)
  offerFile(new Blob([text], { type: 'application/json' }), `forecost-history-${today()}.json`)
}

/** Lines as CSV: times in UTC, amounts as plain decimals; what a spreadsheet might take for a formula is quoted. */
export function csvOf(rows: readonly Row[], names: Names): string {
  const lines = rows.map((row) => ({
    id: row.charges[0]?.foreign ?? row.refunds[0]?.foreign ?? row.id,
    time: new Date(row.at).toISOString(),
    provider: providerName(names, row),
    account: accountName(names, row),
    tool: toolName(names, row) ?? '',
    settings: rowSettings(names, row, english),
    'said low': row.said?.low ?? '',
    'said high': row.said?.high ?? '',
    charged: row.net ?? '',
    'given back': row.back ?? '',
    currency: row.currency,
    status: row.status,
    kept: row.kept === undefined ? '' : row.kept ? 'yes' : 'no',
    tags: row.tags.join('; '),
    'card version': row.cardVersion ?? '',
    'prices of': row.on ?? '',
  }))
  return Papa.unparse(lines, { escapeFormulae: /^[=+@\t\r]|^-(?!\d*\.?\d+$)/, newline: '\r\n' })
}

const today = () => new Date().toISOString().slice(0, 10)
