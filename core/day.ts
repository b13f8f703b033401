import { keptIntl } from './locales/kept'

const QUARTER = 900_000
const DAY = 86_400_000
const known = new Map<string, string>()
let utc = { day: 0, text: '1970-01-01' }

/** The calendar day of an instant in a time zone: "2026-08-07". An unknown zone counts as UTC. */
export const dayIn = (instant: Date, timeZone = 'UTC'): string =>
  zoned(instant, timeZone) ?? instant.toISOString().slice(0, 10)

/** The same, worked out once a quarter of an hour: it would take longer than the estimate that asks for it. */
export function dayOf(instant: Date, timeZone = 'UTC'): string {
  if (timeZone === 'UTC') return utcDay(instant)
  const key = `${timeZone}/${Math.floor(instant.getTime() / QUARTER)}`
  const cached = known.get(key)
  if (cached) return cached
  if (known.size > 1000) known.clear()
  const day = dayIn(instant, timeZone)
  known.set(key, day)
  return day
}

function utcDay(instant: Date): string {
  const day = Math.floor(instant.getTime() / DAY)
  if (day !== utc.day) utc = { day, text: instant.toISOString().slice(0, 10) }
  return utc.text
}

function zoned(instant: Date, timeZone: string): string | undefined {
  try {
    const options: Intl.DateTimeFormatOptions = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }
    return keptIntl(Intl.DateTimeFormat, 'en-CA', options).format(instant)
  } catch {
    return undefined
  }
}

/** Whether days can be told in a zone of that name. */
export const isTimeZone = (name: string): boolean => zoned(new Date(0), name) !== undefined

/** The day `count` days after a day. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10)
}

/** An instant that falls on a calendar day in a time zone: for prices "as of" a day. */
export function instantOn(day: string, timeZone = 'UTC'): Date {
  const hours = [12, 0, 23].map((hour) => new Date(Date.parse(day) + hour * 3_600_000))
  return hours.find((instant) => dayOf(instant, timeZone) === day) ?? hours[0]!
}
