import type { Row } from '../../core/history'
import { spentBy } from '../../core/history-totals'

export type Day = { at: number; net: string }

/** The most days that are drawn. */
export const DAYS = 60

/**
 * Net spend on each day of this computer from the first line to today, days without any too; the last sixty at most. Undefined where
 * nothing was spent. Given back on another day than taken: that day's net may be below 0.
 */
export function daysOf(rows: readonly Row[], currency: string, now: number): Day[] | undefined {
  const nets = new Map(spentBy(rows, currency, ({ at }) => String(midnight(at))).map(({ key, net }) => [key, net]))
  const spent = [...nets].filter(([, net]) => net !== '0').map(([key]) => Number(key))
  if (spent.length === 0) return undefined
  const last = midnight(Math.max(now, ...spent))
  const first = Math.max(Math.min(...spent), midnight(last, 1 - DAYS))
  const days: Day[] = []
  for (let at = first; at <= last; at = midnight(at, 1)) days.push({ at, net: nets.get(String(at)) ?? '0' })
  return days
}

/** Midnight some days later; summer time moves it by an hour. */
function midnight(at: number, later = 0): number {
  const date = new Date(at)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + later).getTime()
}
