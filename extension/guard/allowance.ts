import type { Run } from '../overlay/run'

const lasts = 30_000

/** What the user allowed: these very settings at this very price, once, for thirty seconds. */
export function createAllowance(now: () => number) {
  let allowed: { key: string; until: number } | undefined
  return {
    allow: (run: Run) => (allowed = { key: keyOf(run), until: now() + lasts }),
    has: (run: Run) => allowed !== undefined && now() < allowed.until && allowed.key === keyOf(run),
    use: () => (allowed = undefined),
  }
}

function keyOf({ request, estimate }: Run): string {
  const settings = Object.entries(request).sort(([a], [b]) => (a < b ? -1 : 1))
  const total = estimate.status === 'unpriced' ? null : estimate.total
  return JSON.stringify([estimate.provider, estimate.feature, settings, total])
}
