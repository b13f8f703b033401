import { printed } from '../pricing/credits'
import { nextMidnight, nextMonth } from './calendar'
import { capUsed, held, spendable } from './grants'
import { today } from './limits'
import type { Member, Workspace } from './model'
import { plans, queueWait, roles } from './plans'
import { running, waiting } from './timeline'

/** What GET /api/account answers for a signed-in member. Amounts are decimal strings, times milliseconds since 1970. */
export function accountOf(workspace: Workspace, member: Member, now: number) {
  const terms = plans[workspace.plan]
  const grants = spendable(workspace, member, now).map((grant, index) => ({
    id: grant.id,
    kind: grant.kind,
    name: grant.name,
    amount: printed(grant.left),
    expires: grant.expires,
    // Only this plan spends in another order than the price page's usual one.
    ...(terms.soonestFirst && { priority: index }),
  }))
  return {
    provider: 'nordlys',
    id: member.id,
    name: member.name,
    organisation: { id: workspace.id, name: workspace.name },
    currency: 'credits',
    surface: 'app',
    plan: workspace.plan,
    role: { id: member.role, may: roles[member.role].may },
    status: 'ok',
    grants,
    held: printed(held(workspace)),
    ...(member.cap !== null && {
      cap: { max: printed(member.cap), used: printed(capUsed(workspace, member, now)), resets: nextMonth(now) },
    }),
    limits: limitsOf(workspace, now),
    resets: terms.monthly ? workspace.renewsAt : workspace.refillsAt,
    queue: {
      running: running(workspace).length,
      slots: terms.slots,
      waiting: waiting(workspace).length,
      wait: queueWait,
    },
    readAt: now,
    from: 'session',
  }
}

function limitsOf(workspace: Workspace, now: number) {
  const terms = plans[workspace.plan]
  const resets = nextMidnight(now)
  const limit = (kind: string, name: string, max: number, used: number, over: string) => [
    { kind, name, max: String(max), used: String(used), over },
  ]
  return [
    ...limit(
      'concurrent',
      'Runs at a time',
      terms.slots,
      running(workspace).length,
      terms.queue > 0 ? 'queued' : 'refused',
    ),
    // Where there is no queue, a full one stops nobody: the slots do.
    ...(terms.queue > 0 ? limit('queue', 'Runs in the queue', terms.queue, waiting(workspace).length, 'refused') : []),
    ...daily('Runs a day', terms.runsADay, today(workspace, now), resets),
    ...daily('3D models a day', terms.modelsADay, today(workspace, now, 'text-to-3d'), resets, 'text-to-3d'),
  ]
}

function daily(name: string, max: number | null, used: number, resets: number, feature?: string) {
  const limit = {
    kind: 'runs',
    name,
    max: max === null ? null : String(max),
    used: String(used),
    window: 'day',
    resets,
  }
  return [{ ...limit, over: 'refused', ...(feature && { feature }) }]
}
