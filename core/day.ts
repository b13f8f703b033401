const QUARTER = 900_000
const known = new Map<string, string>()

/** The calendar day of an instant in a time zone: "2026-08-07". An unknown zone counts as UTC. */
export function dayOf(instant: Date, timeZone = 'UTC'): string {
  const key = `${timeZone}/${Math.floor(instant.getTime() / QUARTER)}`
  const cached = known.get(key)
  if (cached) return cached
  if (known.size > 1000) known.clear()
  const day = timeZone === 'UTC' ? instant.toISOString().slice(0, 10) : zoned(instant, timeZone)
  known.set(key, day)
  return day
}

function zoned(instant: Date, timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
      instant,
    )
  } catch {
    return instant.toISOString().slice(0, 10)
  }
}

/** The day `count` days after a day. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)
}
