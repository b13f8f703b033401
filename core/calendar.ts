const DAY = 86_400_000

export type Span = { count: number; unit: 'day' | 'week' | 'month' | 'year' }

/**
 * An instant a span later (UTC). Months keep the day of the month and clamp to the last one: 31 January and a month is
 * 28 February, and two months 31 March.
 */
export function later(instant: number, { count, unit }: Span): number {
  if (unit === 'day') return instant + count * DAY
  if (unit === 'week') return instant + count * 7 * DAY
  const at = new Date(instant)
  const months = at.getUTCFullYear() * 12 + at.getUTCMonth() + count * (unit === 'year' ? 12 : 1)
  const year = Math.floor(months / 12)
  const month = months - year * 12
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(at.getUTCDate(), last)) + (instant - startOfUtcDay(instant))
}

const startOfUtcDay = (instant: number): number => Math.floor(instant / DAY) * DAY
