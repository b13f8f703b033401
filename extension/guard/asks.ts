import { compareAmounts, parseDecimal } from '../../core/amount'
import type { Estimate } from '../../core/result'
import type { Standing } from '../../core/standing'
import type { Guard } from '../settings'

/**
 * Why the user wants to be asked before a run: it passes what stops it (balance, cap, limit, role), or the amount they set. A range
 * counts with its dearest case. Undefined: it goes through; so does whatever has no price and nothing in its way.
 */
export function askBefore(
  { estimate, standing }: { estimate: Estimate; standing?: Standing },
  guard: Guard | undefined,
): 'stops' | 'above' | undefined {
  if (!guard) return undefined
  if (guard.stops && standing && ['short', 'limit', 'not-permitted'].includes(standing.status)) return 'stops'
  if (guard.above === undefined || estimate.status === 'unpriced') return undefined
  return isMore(estimate.total.high, guard.above) ? 'above' : undefined
}

function isMore(total: string, above: string): boolean {
  const [a, b] = [parseDecimal(total), parseDecimal(above)]
  return a !== undefined && b !== undefined && compareAmounts(a, b) > 0
}

/** A round number that leaves this run alone: 1,000 for 600. */
export function roundAbove(total: string): string {
  const whole = total.split('.')[0]!
  const zeros = '0'.repeat(whole.length - 1)
  const first = [`1${zeros}`, `2${zeros}`, `5${zeros}`].find((round) => !isMore(total, round))
  return first ?? `1${zeros}0`
}
