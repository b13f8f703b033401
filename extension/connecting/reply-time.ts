type Header = (name: string) => string | null

const DAY = 86_400_000
const FIVE_MINUTES = 300_000

/**
 * How long a reply asks to wait, in milliseconds, a day at most; undefined: it does not say. A date is taken against the reply's own
 * clock, so that ours may be wrong.
 */
export function waitOf(header: Header): number | undefined {
  const said = header('Retry-After')?.trim()
  if (!said) return undefined
  if (/^\d{1,9}$/.test(said)) return Math.min(Number(said) * 1000, DAY)
  const [until, theirs] = [Date.parse(said), Date.parse(header('Date') ?? '')]
  if (Number.isNaN(until) || Number.isNaN(theirs)) return undefined
  return Math.min(Math.max(0, until - theirs), DAY)
}

/** Whether our clock is so far from the reply's that a signed time would be refused. */
export function skewed(header: Header, now: number): boolean {
  const theirs = Date.parse(header('Date') ?? '')
  return Math.abs(theirs - now) > FIVE_MINUTES
}
