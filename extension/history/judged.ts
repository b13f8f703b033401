import { driftsOf, grades, type Drift, type Grade } from '../../core/drift'
import type { Entry } from '../../core/ledger'
import { proposalOf, type Step } from '../../core/proposal'
import { cardOf, type Names } from './names'

type Seller = { provider: string; site?: string }
export type Graded = Grade & Seller
/** An alarm with the ledger lines that raise it, and the change of the card that they speak for. */
export type Alarm = Drift & Seller & { patch?: Step[] }

/** How well each seller's prices were foretold, and where its last charges all disagree. */
export function judged(entries: readonly Entry[], names: Names): { graded: Graded[]; alarms: Alarm[] } {
  const sellers = new Map<string, { seller: Seller; own: Entry[] }>()
  for (const entry of entries) {
    const { provider, site } = entry
    const key = `${provider} ${site ?? ''}`
    const found = sellers.get(key)
    if (found) found.own.push(entry)
    else sellers.set(key, { seller: { provider, ...(site !== undefined && { site }) }, own: [entry] })
  }
  const all = [...sellers.values()]
  return {
    graded: all.flatMap(({ seller, own }) => grades(own).map((grade) => ({ ...grade, ...seller }))),
    alarms: all.flatMap(({ seller, own }) => {
      const card = cardOf(names, seller)
      if (!card) return []
      return driftsOf(own, card).map((drift) => ({ ...drift, ...seller, patch: proposalOf(card, drift) }))
    }),
  }
}
