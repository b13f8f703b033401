import { basisOf, type Basis } from '../basis'
import type { Entry } from '../ledger'
import { runsOf, type LedgerRun } from '../projections'

/** What the user's own runs say: `kept` of `judged.n` marked runs, and `failed` of `ended.n` runs that ended, `lost` of them charged. */
export type KeepRecord = { judged: Basis; kept: number; ended: Basis; failed: number; lost: number }

/** Counts kept and failed runs of a ledger; `which` picks the runs that are alike (a feature, a model). */
export function keepRecord(entries: readonly Entry[], which: (run: LedgerRun) => boolean = () => true): KeepRecord {
  const runs = runsOf(entries).filter(which)
  const judged = runs.filter((run) => run.kept !== undefined)
  const ended = runs.filter((run) => run.status !== 'in-flight')
  const failed = ended.filter(hasFailed)
  return {
    judged: basisOf(judged.map(momentOf)),
    kept: judged.filter((run) => run.kept).length,
    ended: basisOf(ended.map(momentOf)),
    failed: failed.length,
    lost: failed.filter(({ net = '0' }) => net !== '0').length,
  }
}

const momentOf = ({ press, charges, refunds, said }: LedgerRun): number =>
  (press ?? said ?? charges[0] ?? refunds[0])?.at ?? 0

/** A run that was judged gave something to judge, even where its charge came back. */
const hasFailed = ({ status, kept, charges }: LedgerRun): boolean =>
  kept === undefined && (status === 'failed' || status === 'refunded' || charges.some((c) => c.outcome === 'failed'))
