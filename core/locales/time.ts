import type { Locale } from './index'
import { keptIntl } from './kept'
import { fill } from './message'
import { numberFormat } from './number'

const dateFormat = (locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  keptIntl(Intl.DateTimeFormat, locale.intl, options)

/** A calendar day of a card: `month` "Apr 2026", `day` "21 Apr 2026" as the locale writes it. Never shifted by a time zone. */
export function dayText(day: string, locale: Locale, form: 'month' | 'day' = 'day'): string {
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', timeZone: 'UTC' }
  return dateFormat(locale, form === 'day' ? { ...options, day: 'numeric' } : options).format(Date.parse(day))
}

const DAY = 86_400_000

/** Whether something happens on the reader's own calendar day. */
export const isToday = (instant: number, now: number): boolean =>
  new Date(instant).toDateString() === new Date(now).toDateString()

/** When something happens to an account, in the reader's own time zone: the weekday within six days, the date, with its year when far off. */
export function dateText(instant: number, locale: Locale, now: number): string {
  const away = Math.abs(instant - now)
  if (away < 6 * DAY) return dateFormat(locale, { weekday: 'long' }).format(instant)
  // Half a year on, a day and a month may be taken for those that are nearer.
  const year: Intl.DateTimeFormatOptions = away > 180 * DAY ? { year: 'numeric' } : {}
  return dateFormat(locale, { day: 'numeric', month: 'short', ...year }).format(instant)
}

/** A day in a text that is read later, by somebody else: "1 December 2026" as the locale writes it. */
export const wholeDateText = (instant: number, locale: Locale): string =>
  dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(instant)

/** A moment of today as the reader's clock shows it ("14:35"); with its day where it is another one. */
export function clockText(instant: number, locale: Locale, now: number): string {
  const time: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' }
  return dateFormat(locale, isToday(instant, now) ? time : { ...time, day: 'numeric', month: 'short' }).format(instant)
}

/** From one day to another as the locale joins them: "27 Sep – 18 Nov". */
export function spanText(from: number, to: number, locale: Locale): string {
  return dateFormat(locale, { day: 'numeric', month: 'short' }).formatRange(from, to)
}

const STEPS: [number, string][] = [
  [DAY, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
]

/** How old something is, in whole units of its largest: "2 hr", "5 min", "3 days"; under a minute "just now" in `agoText`. */
export function ageText(age: number, locale: Locale): string {
  const [size, unit] = STEPS.find(([size]) => age >= size) ?? STEPS[2]!
  return unitFormat(locale, unit).format(Math.floor(age / size))
}

/** "2 min ago", "just now". */
export function agoText(age: number, locale: Locale): string {
  const { time } = locale.messages
  return age < 60_000 ? time.now : fill(time.ago, { age: ageText(age, locale) }, locale)
}

/** A wait between two numbers of seconds: "about 40–90 sec", "about 2–5 min". */
export function waitText(wait: { low: number; high: number }, locale: Locale): string {
  const [size, unit] = wait.high >= 7200 ? [3600, 'hour'] : wait.high >= 120 ? [60, 'minute'] : [1, 'second']
  const low = Math.floor(wait.low / size)
  const high = Math.ceil(wait.high / size)
  const format = unitFormat(locale, unit)
  const span = low === high ? format.format(low) : format.formatRange(low, high)
  return fill(locale.messages.time.about, { span }, locale)
}

const unitFormat = (locale: Locale, unit: string): Intl.NumberFormat =>
  numberFormat(locale.intl, { style: 'unit', unit, unitDisplay: 'short' })

/** The moment of an event: "14:05" today, "20 Nov, 14:05" this year, "20 Nov 2025, 14:05" before; in the reader's own time zone. */
export function momentText(instant: number, locale: Locale, now: number): string {
  const time: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' }
  if (isToday(instant, now)) return dateFormat(locale, time).format(instant)
  const year: Intl.DateTimeFormatOptions =
    new Date(instant).getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' }
  return dateFormat(locale, { day: 'numeric', month: 'short', ...year, ...time }).format(instant)
}
