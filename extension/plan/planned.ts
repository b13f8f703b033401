import type { Planned } from '../../core/forecast'
import { spendPlan } from '../../core/spend-plan'
import { load } from '../storage'
import { holdingsOf } from './holdings'
import { asTask, holderOf, plannedTasks } from './tasks'

/** What the spend plan takes of each holder, at its dearest, the soonest first: by the origin of a site or the name of a provider. */
export async function plannedBy(now: number): Promise<Map<string, Planned[]>> {
  const { tasks } = await load(plannedTasks)
  if (tasks.length === 0) return new Map()
  const holdings = await holdingsOf(tasks, now)
  const known = tasks.filter((task) => holdings.has(holderOf(task)))
  const { lines } = spendPlan(known.map(asTask), Object.fromEntries(holdings), now)
  const found = new Map<string, Planned[]>()
  for (const { id, at, total } of lines) {
    const holder = holderOf(known.find((task) => task.id === id)!)
    if (total) found.set(holder, [...(found.get(holder) ?? []), { at, amount: total.high }])
  }
  return found
}
