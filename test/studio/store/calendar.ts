export const second = 1000
export const day = 24 * 3600 * second

/** "2026-11-21", UTC: the studio's days begin at midnight there. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
export const nextMidnight = (at: number): number => Math.floor(at / day) * day + day
export const startOfDay = (at: number): number => Math.floor(at / day) * day

export function startOfMonth(at: number): number {
  const date = new Date(at)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
}
export const nextMonth = (at: number): number => addMonths(startOfMonth(at), 1)

/** The same day some months on; the 31st becomes the last day of a shorter month. */
export function addMonths(at: number, months: number): number {
  const date = new Date(at)
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)
  const target = new Date(first)
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  return first + (Math.min(date.getUTCDate(), last) - 1) * day + (at % day)
}
