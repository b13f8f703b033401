import { bill, type Bill } from '../bill'
import type { Compiled } from '../compile'
import type { Known } from '../known'
import type { Reason } from '../result'
import { Fork, IMPOSSIBLE, Refusal, Try } from './try'

/** Past this many evaluations too much is unread, and the answer is unpriced. */
export const MOST_TRIES = 1000

export type Explored =
  | { is: 'bills'; bills: Bill[]; touched: Set<number>; ranged: boolean; tries: number }
  | { is: 'refused'; reason: Reason; unbounded?: number; tries: number }

/**
 * Evaluates once per possible answer of every question that what is read leaves open.
 * `from`: what is assumed of a dimension from the start, by slot. `lenient`: what is unpriced drops out like what is not for sale.
 */
export function explore(
  compiled: Compiled,
  given: readonly unknown[],
  day: string,
  stand?: Try['stand'],
  from: (Known | undefined)[] = [],
  lenient = false,
): Explored {
  const open: (Known | undefined)[][] = [from]
  const bills: Bill[] = []
  const touched = new Set<number>()
  let ranged = false
  let dropped: Reason | undefined
  for (let tries = 1; ; tries++) {
    if (tries > MOST_TRIES) return { is: 'refused', reason: { code: 'too-many' }, tries: MOST_TRIES }
    const narrowed = open.pop()!
    const run = new Try(compiled, given, day, narrowed, stand)
    const result = attempt(run)
    if (run.touched) for (const slot of run.touched) touched.add(slot)
    if (result instanceof Fork) branch(open, narrowed, result)
    else if (result instanceof Refusal) {
      if (!result.drop && !lenient) return { is: 'refused', reason: result.reason, unbounded: result.unbounded, tries }
      dropped ??= result.reason
    } else if (result) {
      bills.push(result)
      ranged ||= run.ranged
    }
    if (open.length > 0) continue
    if (bills.length > 0) return { is: 'bills', bills, touched, ranged, tries }
    return { is: 'refused', reason: dropped ?? { code: 'not-offered' }, tries }
  }
}

function attempt(run: Try): Bill | Fork | Refusal | undefined {
  try {
    return bill(run)
  } catch (thrown) {
    if (thrown instanceof Fork || thrown instanceof Refusal) return thrown
    if (thrown === IMPOSSIBLE) return undefined
    throw thrown
  }
}

function branch(open: (Known | undefined)[][], narrowed: (Known | undefined)[], { slot, answers }: Fork): void {
  for (let i = answers.length - 1; i >= 0; i--) {
    const next = narrowed.slice()
    next[slot] = answers[i]
    open.push(next)
  }
}
