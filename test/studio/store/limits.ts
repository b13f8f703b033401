import { startOfDay } from './calendar'
import type { Member, Workspace } from './model'
import { plans, roles } from './plans'
import { running, waiting } from './timeline'

export type Stop = { status: 403 | 409 | 429; code: string; message: string; resets?: number }

export const isModel = (feature: string) => feature === 'text-to-3d'

/** Presses of the calendar day (UTC) that were not cancelled. Runs lie in the order of their presses: read from the end. */
export function today(workspace: Workspace, now: number, feature?: string): number {
  let count = 0
  for (let index = workspace.runs.length - 1; index >= 0; index -= 1) {
    const run = workspace.runs[index]!
    if (run.at < startOfDay(now)) break
    if (run.state !== 'cancelled' && (!feature || run.feature === feature)) count += 1
  }
  return count
}

/** The first rule, other than credits, that stops a press: the role, the day's runs, slots and queue. */
export function stopped(
  workspace: Workspace,
  member: Member,
  feature: string,
  lane: 'paid' | 'relaxed',
  now: number,
): Stop | null {
  const terms = plans[workspace.plan]
  if (!roles[member.role].may.includes('generate')) {
    return { status: 403, code: 'not_permitted', message: `A ${member.role} can look, but not generate.` }
  }
  if (isModel(feature) && over(terms.modelsADay, today(workspace, now, feature))) {
    return { status: 429, code: 'daily_limit', message: `${terms.modelsADay} 3D models a day, and all are used.` }
  }
  if (over(terms.runsADay, today(workspace, now))) {
    return { status: 429, code: 'daily_limit', message: `${terms.runsADay} runs a day, and all are used.` }
  }
  if (lane === 'relaxed' || running(workspace).length < terms.slots) return null
  if (terms.queue === 0) return { status: 409, code: 'busy', message: 'One run at a time on this plan.' }
  if (waiting(workspace).length < terms.queue) return null
  return { status: 429, code: 'queue_full', message: `${terms.queue} runs wait already.` }
}
const over = (most: number | null, used: number) => most !== null && used >= most
