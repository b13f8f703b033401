import type { Account } from './account'
import { parseLiteral } from './amount'
import { basisOf, type Basis } from './basis'
import type { Entry } from './ledger'
import { keyOf } from './ladder'
import { matches } from './matches'
import { own } from './own'
import type { Cells } from './pricing'
import { runsOf, type LedgerRun } from './projections'
import type { Entitlement, RateCard, Request, Surface } from './rate-card'
import type { Estimate, Range } from './result'
import { standing, type Standing } from './standing'

/** Seconds. */
export type Seconds = { low: number; high: number }
/** The user's own waits: the middle one, and what four of five lie between; silent below `ENOUGH_WAITS`. */
export type Measured = { low: number; likely: number; high: number; basis: Basis }

/**
 * One way to run a request. `paid` takes credits; the others are what the plan includes. `queued`: every slot is busy, so the run waits.
 * `wait`: before it starts, as published; `completion`: from start to end, as published; `measured`: from press to end, the user's own.
 */
export type Lane = {
  kind: 'paid' | Entitlement['mode']
  total?: Range
  standing?: Standing['status']
  queued?: true
  wait?: Seconds & { from: 'card' | 'account' }
  completion?: Seconds
  measured?: Measured
  /** How many runs the plan includes, and how often they come again. */
  runs?: string
  every?: Entitlement['every']
  source?: string
}

export type LaneQuestion = {
  card: RateCard
  feature: string
  request: Request
  estimate: Estimate
  account?: Account
  now: number
  surface?: Surface
  waits?: readonly Wait[]
}

/** One run that was waited for. */
export type Wait = { lane: 'paid' | 'free'; at: number; seconds: number }

export const ENOUGH_WAITS = 5

/** Credits and waits side by side: paid now, and what the plan includes for this very request. */
export function lanes(question: LaneQuestion): Lane[] {
  return [paidLane(question), ...entitled(question)]
}

function paidLane(question: LaneQuestion): Lane {
  const { card, estimate, account, now, waits = [] } = question
  const stands = standing(estimate, account, card, now)
  const queued = stands.queue?.waits ? ({ queued: true } as const) : {}
  // A free slot is taken at once: the queue's wait is for those who stand in it.
  const wait = queued.queued && (stands.queue?.wait ?? seconds(card.queue?.wait))
  const mine = measured(waits, 'paid')
  return {
    kind: 'paid',
    ...(estimate.status !== 'unpriced' && { total: estimate.total }),
    standing: stands.status,
    ...queued,
    ...(wait && { wait: { ...wait, from: stands.queue?.wait ? 'account' : 'card' } }),
    ...published(question),
    ...(mine && { measured: mine }),
  }
}

/** Entitlements of the account's plan that hold for the request; one that cannot be decided is not promised. */
function entitled(question: LaneQuestion): Lane[] {
  const { card, feature, request, account, now, surface, waits = [] } = question
  const plan = account?.plan
  const entitlements = (plan && own(card.plans, plan)?.entitlements) || []
  const applies = (entitlement: Entitlement): boolean =>
    (!entitlement.feature || entitlement.feature === feature) &&
    (!entitlement.surface || entitlement.surface === 'any' || entitlement.surface === (surface ?? account?.surface)) &&
    (!entitlement.match || matches(card, feature, entitlement.match, request, new Date(now)) === true)
  const mine = measured(waits, 'free')
  return entitlements.filter(applies).map(({ mode, wait, runs, every, source }): Lane => {
    const stated = seconds(wait)
    return {
      kind: mode,
      total: { low: '0', high: '0' },
      ...(stated && { wait: { ...stated, from: 'card' } }),
      ...published(question),
      ...(mine && { measured: mine }),
      ...(runs !== undefined && { runs: String(runs) }),
      ...(every && { every }),
      ...(source && { source }),
    }
  })
}

function published({ card, feature, request }: LaneQuestion): { completion?: Seconds } {
  const stated = card.features[feature]?.completion
  const completion = typeof stated === 'object' ? inTable(stated.by, stated.cells, request) : seconds(stated)
  return completion ? { completion } : {}
}

/** A completion time by settings; over everything possible where one of them is not read. */
function inTable([name, ...rest]: readonly string[], cells: Cells, request: Request): Seconds | undefined {
  const value = name === undefined ? undefined : request[name]
  const found = Object.entries(cells).filter(([key]) => value === undefined || keyOf(key) === keyOf(value))
  const times = found.flatMap(([, cell]) => {
    const time = cell !== null && typeof cell === 'object' ? inTable(rest, cell, request) : seconds(cell ?? undefined)
    return time ? [time] : []
  })
  if (times.length === 0) return undefined
  return { low: Math.min(...times.map(({ low }) => low)), high: Math.max(...times.map(({ high }) => high)) }
}

function seconds(literal: string | number | undefined): Seconds | undefined {
  const amount = literal === undefined ? undefined : parseLiteral(literal)
  return amount && { low: Number(amount.lo) / Number(amount.d), high: Number(amount.hi) / Number(amount.d) }
}

function measured(waits: readonly Wait[], lane: Wait['lane']): Measured | undefined {
  const own = waits.filter((wait) => wait.lane === lane)
  if (own.length < ENOUGH_WAITS) return undefined
  const sorted = own.map((wait) => wait.seconds).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!
  return { low: at(0.1), likely: at(0.5), high: at(0.9), basis: basisOf(own.map((wait) => wait.at)) }
}

/**
 * The user's own waits, from press to the charge of a run that was done; only where the card says that a run is charged at its
 * end. A run that took nothing went another way than the paid one; one that was given back tells of neither.
 */
export function waitsOf(
  entries: readonly Entry[],
  card: RateCard,
  which: (run: LedgerRun) => boolean = () => true,
): Wait[] {
  if (card.settlement !== 'end') return []
  return runsOf(entries).flatMap((run): Wait[] => {
    const done = run.charges.findLast(({ outcome }) => outcome === 'done')
    if (!run.press || !done || run.status !== 'charged' || !which(run)) return []
    const waited = (done.at - run.press.at) / 1000
    return waited > 0 ? [{ lane: run.net === '0' ? 'free' : 'paid', at: run.press.at, seconds: waited }] : []
  })
}
