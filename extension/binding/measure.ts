/** Limits that may tell 1,024 from 1.024. */
export type Within = { min?: string | number; max?: string | number }

const clock = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/
const number = /\d[\d.,\u00a0\u202f' ]*/g

/**
 * The one number in a piece of text ("6s", "Duration: 15 s", "0:05", "1,024 px") as a plain decimal; "auto" for that word.
 * Undefined when there is none, when there are several, or when a comma could mean two things that `within` cannot tell apart.
 */
export function measure(text: string, within: Within = {}): string | undefined {
  const trimmed = text.trim()
  if (/^auto(matic)?$/i.test(trimmed)) return 'auto'
  const time = clock.exec(trimmed)
  if (time) return seconds(time)
  const found = trimmed.match(number) ?? []
  if (found.length !== 1 || /[-−–]\s*\d/.test(trimmed)) return undefined
  const readings = [...new Set(decimals(found[0]!.replace(/[.,\u00a0\u202f' ]+$/, '')))]
  if (readings.length < 2) return readings[0]
  const possible = readings.filter((reading) => fits(reading, within))
  return possible.length === 1 ? possible[0] : undefined
}

function seconds([, first, second, third]: RegExpExecArray): string {
  const parts = third === undefined ? [0, first, second] : [first, second, third]
  const [hours, minutes, rest] = parts.map(Number) as [number, number, number]
  return String(hours * 3600 + minutes * 60 + rest)
}

/** Every decimal the digits can mean: "1,024" is 1024 here and 1.024 there. */
function decimals(digits: string): string[] {
  if (/^\d+$/.test(digits)) return [digits]
  const grouped = /^\d{1,3}(?:([,.\u00a0\u202f' ])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/.exec(digits)
  const out: string[] = []
  if (/^\d+[.,]\d+$/.test(digits)) out.push(digits.replace(',', '.'))
  if (grouped) out.push(ungroup(digits, grouped[1]!))
  return out.filter((reading) => /^\d+(\.\d+)?$/.test(reading))
}

function ungroup(digits: string, separator: string): string {
  return digits.split(separator).join('').replace(',', '.')
}

function fits(reading: string, { min, max }: Within): boolean {
  const n = Number(reading)
  return (min === undefined || n >= Number(min)) && (max === undefined || n <= Number(max))
}
