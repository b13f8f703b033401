import { startOfDay } from './calendar'
import type { Member, Workspace } from './model'
import { plans, roles } from './plans'
import { running, waiting } from './timeline'

export type Stop = { status: 403 | 409 | 429; code: string; message: string; resets?: number }

export const isModel = (feature: string) => feature === 'text-to-3d'

/** Presses of the calendar day (UTC) that were not cancelled. */
export const today = (workspace: Workspace, now: number, feature?: string) =>
  workspace.runs.filter(
    (run) => run.at >= startOfDay(now) && run.state !== 'cancelled' && (!feature || run.feature === feature),
  ).length

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
