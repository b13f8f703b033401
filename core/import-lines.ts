import { canonical } from './amount'
import type { Columns } from './import-columns'
import type { Imported } from './reconcile'

export type Cells = { [head: string]: string | undefined }
/** `zone`: minutes east of UTC for times that name none. `order`: of "03/04/2026", where nothing in the list tells. */
export type Reading = {
  columns: Columns
  currency: string
  zone: (year: number, month: number, day: number, minutes: number) => number
  order?: 'day' | 'month'
}
export type Fault = { row: number; code: 'no-time' | 'no-amount' | 'which-day' }
export type ImportedList = { lines: Imported[]; faults: Fault[] }

/**
 * A vendor's list of charges as lines: a charge is positive and what was given back negative, whichever way round the list has it
 * (most lines of any list are charges). Rows that cannot be read are named, never guessed.
 */
export function readLines(rows: readonly Cells[], reading: Reading): ImportedList {
  const { columns } = reading
  const faults: Fault[] = []
  const signs = rows.map((row) => amountIn(cell(row, columns.amount)))
  const minus = signs.filter((amount) => amount?.startsWith('-')).length
  const flipped = minus > signs.filter((amount) => amount !== undefined).length / 2
  const order = reading.order ?? orderIn(rows.map((row) => cell(row, columns.at)))
  const lines = rows.flatMap((row, i): Imported[] => {
    const amount = signs[i]
    const when = timeIn(cell(row, columns.at), order, reading.zone)
    const code = amount === undefined ? 'no-amount' : when === undefined ? 'no-time' : 'which-day'
    if (amount === undefined || when === undefined || when === 'which-day') return (faults.push({ row: i, code }), [])
    return [lineOf(row, reading, { ...when, amount: signedBy(row, columns, flipped ? turned(amount) : amount) })]
  })
  return { lines, faults }
}

/** Longer cells are no times and no amounts, and words enough to know a line by. */
const LONGEST = 200

/** Only what the row itself holds: a column may be called "constructor". */
const cell = (row: Cells, head: string | undefined): string =>
  head !== undefined && Object.hasOwn(row, head) ? (row[head] ?? '').trim().slice(0, LONGEST) : ''

function lineOf(row: Cells, { columns, currency }: Reading, line: Pick<Imported, 'at' | 'until' | 'amount'>): Imported {
  const [id, what, unit] = [cell(row, columns.id), cell(row, columns.what), cell(row, columns.currency)]
  return { ...line, ...(id && { id }), ...(what && { what }), currency: unit || currency }
}

/** A line that names what it refunds gives back, whatever its sign. */
function signedBy(row: Cells, { refundOf }: Columns, amount: string): string {
  return cell(row, refundOf) && !amount.startsWith('-') ? turned(amount) : amount
}

const turned = (amount: string): string =>
  amount.startsWith('-') ? amount.slice(1) : amount === '0' ? '0' : `-${amount}`

/** "1,234.50 credits", "(60)", "−60", "1.234,50", "$3.40"; undefined where it is no one number. */
export function amountIn(text: string): string | undefined {
  if (text.length > 60) return undefined
  const found = /^\(?\s*([-−+])?\s*[^\d\s(.,+−-]*\s*([-−+])?([\d.,'\u00a0\u202f ]*\d)\s*[^\d]*$/.exec(text.trim())
  if (!found) return undefined
  const [, before, after, digits] = found as unknown as [string, string | undefined, string | undefined, string]
  const minus = /^\(.*\)$/.test(text.trim()) || /[-−]/.test(`${before ?? ''}${after ?? ''}`)
  const plain = plainOf(digits)
  return plain === undefined ? undefined : canonical(minus && plain !== '0' ? `-${plain}` : plain)
}

/** Separators out: the last of "." and "," is the decimal sign where both stand, or where it is not followed by three digits. */
function plainOf(digits: string): string | undefined {
  const tight = digits.replace(/['\u00a0\u202f ]/g, '')
  const last = Math.max(tight.lastIndexOf('.'), tight.lastIndexOf(','))
  if (last < 0) return tight
  const sign = tight[last]!
  const several = tight.indexOf(sign) !== last
  const both = tight.includes('.') && tight.includes(',')
  const grouped = !both && (several || (sign === ',' && /^\d{1,3},\d{3}$/.test(tight)))
  if (grouped) return /^\d{1,3}([.,]\d{3})+$/.test(tight) ? tight.replace(/[.,]/g, '') : undefined
  if (both && several) return undefined
  return `${tight.slice(0, last).replace(/[.,]/g, '') || '0'}.${tight.slice(last + 1)}`
}

const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?)?$/i
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3})\d*)?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i

/** Which of "03/04/2026" is the day, where some date of the list can only be read one way. */
export function orderIn(texts: readonly string[]): 'day' | 'month' | undefined {
  const parts = texts.map((text) => SLASHED.exec(text)).filter((found) => found !== null)
  if (parts.some(([, first]) => Number(first) > 12)) return 'day'
  return parts.some(([, , second]) => Number(second) > 12) ? 'month' : undefined
}

const DAY = 86_400_000

function timeIn(
  text: string,
  order: 'day' | 'month' | undefined,
  zone: Reading['zone'],
): { at: number; until?: number } | 'which-day' | undefined {
  if (text.length > 60) return undefined
  if (/^\d{10}(\.\d+)?$/.test(text)) return { at: Math.floor(Number(text) * 1000) }
  if (/^\d{13}$/.test(text)) return { at: Number(text) }
  const iso = ISO.exec(text)
  if (iso) return isoTime(iso, zone)
  const slashed = SLASHED.exec(text)
  if (!slashed) return undefined
  const [, first, second, year, hour, minute, sec, half] = slashed
  if (!order && first !== second) return 'which-day'
  const [day, month] = order === 'month' ? [second, first] : [first, second]
  if (half && !(Number(hour) >= 1 && Number(hour) <= 12)) return undefined
  const hours =
    hour === undefined ? undefined : (half ? Number(hour) % 12 : Number(hour)) + (/p/i.test(half ?? '') ? 12 : 0)
  return instantOf(
    [Number(year), Number(month), Number(day)],
    hours,
    Number(minute ?? 0),
    Number(sec ?? 0) * 1000,
    zone,
  )
}

function isoTime(found: RegExpExecArray, zone: Reading['zone']) {
  const [, year, month, day, hour, minute, second, fraction, offset] = found
  const ms = Number(second ?? 0) * 1000 + Number((fraction ?? '').padEnd(3, '0'))
  const hours = hour === undefined ? undefined : Number(hour)
  const own = offset === undefined ? zone : () => offsetOf(offset)
  return instantOf([Number(year), Number(month), Number(day)], hours, Number(minute ?? 0), ms, own)
}

function offsetOf(text: string): number {
  if (/^[zu]/i.test(text)) return 0
  const sign = text.startsWith('-') ? -1 : 1
  return sign * (Number(text.slice(1, 3)) * 60 + Number(text.slice(-2)))
}

/** The instant a date begins, to its end where no hour is given; undefined for days that no calendar has. */
function instantOf(
  [year, month, day]: [number, number, number],
  hour: number | undefined,
  minute: number,
  ms: number,
  zone: Reading['zone'],
): { at: number; until?: number } | undefined {
  const midnight = Date.UTC(year, month - 1, day)
  const date = new Date(midnight)
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (!real || (hour ?? 0) > 23 || minute > 59) return undefined
  const minutes = (hour ?? 0) * 60 + minute
  const at = midnight + minutes * 60_000 + ms - zone(year, month, day, minutes) * 60_000
  return at < 0 ? undefined : hour === undefined ? { at, until: at + DAY - 1 } : { at }
}
