import type { RateCard } from './rate-card'
import { cited, type Cited } from './sources'

const memo = new WeakMap<RateCard, { day: string; cited: Map<string, Cited> }>()

/** `cited` with one object per source and day, so that an answer costs no new one. */
export function keptSource(card: RateCard, id: string, day: string): Cited | undefined {
  let today = memo.get(card)
  if (today?.day !== day) memo.set(card, (today = { day, cited: new Map() }))
  const found = today.cited.get(id) ?? cited(card, id, day)
  if (found) today.cited.set(id, found)
  return found
}
