import { addMonths, day, nextMidnight } from './calendar'
import { sum } from './grants'
import { billMonth } from './invoices'
import type { Grant, Workspace } from './model'
import { plans } from './plans'

// A refund may still reach a grant that has just lapsed.
const memory = 7 * day

/** Midnight on the Free plan: the daily grant is topped up to its ceiling, not added to. */
export function refill(workspace: Workspace): void {
  const at = workspace.refillsAt
  workspace.refillsAt = nextMidnight(at)
  const { daily } = plans[workspace.plan]
  workspace.grants = workspace.grants.filter((grant) => (grant.expires ?? Infinity) > at - memory)
  if (daily === null) return
  const id = `daily-${workspace.id}-${new Date(at).toISOString().slice(0, 10)}`
  workspace.grants.push({ id, kind: 'daily', name: 'Daily refill', left: daily, expires: workspace.refillsAt })
}

/** The billing day: what is left of the month rolls over as the plan says, and the new month's grants are given. */
export function renew(workspace: Workspace): void {
  const at = workspace.renewsAt
  rollOver(workspace, at)
  workspace.renewsAt = addMonths(at, 1)
  grantMonth(workspace, at)
}

function rollOver(workspace: Workspace, at: number): void {
  const monthly = workspace.grants.filter((g) => g.kind === 'plan' || g.kind === 'pool')
  const { rollover } = plans[workspace.plan]
  if (!rollover) return
  const already = sum(workspace.grants.filter((g) => g.kind === 'rollover' && (g.expires ?? Infinity) > at))
  const left = Math.min(sum(monthly), Math.max(0, rollover.upTo - already))
  for (const grant of monthly) grant.left = 0
  if (left === 0) return
  const month = new Date(at - day).toLocaleString('en', { month: 'long', timeZone: 'UTC' })
  const expires = addMonths(at, rollover.months)
  workspace.grants.push({
    id: `rollover-${workspace.id}-${at}`,
    kind: 'rollover',
    name: `Left from ${month}`,
    left,
    expires,
  })
}

/** The month's credits of the plan the workspace is on, and each seat's own. */
export function grantMonth(workspace: Workspace, at: number): void {
  const terms = plans[workspace.plan]
  billMonth(workspace, at)
  const give = (grant: Omit<Grant, 'id' | 'expires'>, id: string) =>
    workspace.grants.push({ ...grant, id: `${id}-${at}`, expires: workspace.renewsAt })
  if (terms.monthly) {
    const { kind, amount } = terms.monthly
    give({ kind, name: `${terms.name} credits`, left: amount }, `${kind}-${workspace.id}`)
  }
  if (terms.seat === null) return
  for (const member of workspace.members.filter((m) => m.role !== 'viewer')) {
    give({ kind: 'member', name: 'Your seat', left: terms.seat, member: member.id }, `seat-${member.id}`)
  }
}
