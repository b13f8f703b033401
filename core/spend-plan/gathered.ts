import { sumOfRanges } from '../signed'
import type { WalletEvent } from '../wallet'

/** `times`: how many events it stands for; `at` is then the last of them. */
export type Gathered = WalletEvent & { times: number }

/** More of a kind than this are told as one. */
const FEW = 2

/** Events as they are told: what comes or lapses again and again, day by day, once, with its sum. */
export function gathered(events: readonly WalletEvent[]): Gathered[] {
  const groups = new Map<string, WalletEvent[]>()
  for (const event of events) {
    const key = `${event.kind} ${event.grant.kind} ${event.grant.name ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), event])
  }
  const told = [...groups.values()].flatMap((group): Gathered[] => {
    if (group.length <= FEW) return group.map((event) => ({ ...event, times: 1 }))
    const amount = sumOfRanges(group.map((event) => event.amount))
    return [{ ...group.at(-1)!, amount, times: group.length }]
  })
  return told.sort((a, b) => a.at - b.at)
}
