import { driftsIn, gradesOf, type Drift, type Grade } from '../../core/drift'
import type { LedgerRun } from '../../core/projections'
import { proposalOf, type Step } from '../../core/proposal'
import { cardOf, type Names } from './names'

type Seller = { provider: string; site?: string }
export type Graded = Grade & Seller
/** An alarm with the ledger lines that raise it, and the change of the card that they speak for. */
export type Alarm = Drift & Seller & { patch?: Step[] }

/** How well each seller's prices were foretold, and where its last charges all disagree. `runs`: oldest first. */
export function judged(runs: readonly LedgerRun[], names: Names): { graded: Graded[]; alarms: Alarm[] } {
  const all = bySeller(runs)
  return {
    graded: all.flatMap(({ seller, own }) => gradesOf(own).map((grade) => ({ ...grade, ...seller }))),
    alarms: all.flatMap(({ seller, own }) => {
      const card = cardOf(names, seller)
      if (!card) return []
      return driftsIn(own, card).map((drift) => ({ ...drift, ...seller, patch: proposalOf(card, drift) }))
    }),
  }
}

/** The pressed runs of each seller, in the order given. */
export function bySeller(runs: readonly LedgerRun[]): { seller: Seller; own: LedgerRun[] }[] {
  const sellers = new Map<string, { seller: Seller; own: LedgerRun[] }>()
  for (const run of runs) {
    if (!run.press) continue
    const { provider, site } = run.press
    const key = `${provider} ${site ?? ''}`
    const found = sellers.get(key)
    if (found) found.own.push(run)
    else sellers.set(key, { seller: { provider, ...(site !== undefined && { site }) }, own: [run] })
  }
  return [...sellers.values()]
}
