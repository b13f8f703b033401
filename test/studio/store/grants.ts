import type { Micro } from '../pricing/credits'
import { startOfMonth } from './calendar'
import type { Grant, Member, Run, Workspace } from './model'
import { plans, spendingOrder } from './plans'

const expiry = (grant: Grant) => grant.expires ?? Infinity
const rank = (grant: Grant) => spendingOrder.indexOf(grant.kind)
const bySoonest = (a: Grant, b: Grant) => (expiry(a) === expiry(b) ? 0 : expiry(a) < expiry(b) ? -1 : 1)

/** The grants a member may spend, in the order in which the plan spends them. */
export function spendable(workspace: Workspace, member: Member, now: number): Grant[] {
  const open = workspace.grants.filter((g) => g.left > 0 && expiry(g) > now && (!g.member || g.member === member.id))
  if (plans[workspace.plan].soonestFirst) return open.sort((a, b) => bySoonest(a, b) || rank(a) - rank(b))
  return open.sort((a, b) => rank(a) - rank(b) || bySoonest(a, b))
}

/** Credits of runs that wait in the queue: not taken, no longer free. A seat's own queue is held, and the team's. */
export const held = (workspace: Workspace): Micro =>
  workspace.open.filter((run) => run.state === 'queued').reduce((sum, run) => sum + run.amount, 0)

export const sum = (grants: Grant[]): Micro => grants.reduce((total, grant) => total + grant.left, 0)

/** What the member can spend now: open grants less what is held. */
export const free = (workspace: Workspace, member: Member, now: number): Micro =>
  sum(spendable(workspace, member, now)) - held(workspace)

/** What the member took from the team's grants this calendar month, less refunds, and with what the queue holds. */
export function capUsed(workspace: Workspace, member: Member, now: number): Micro {
  const since = startOfMonth(now)
  return workspace.runs
    .filter((run) => run.member === member.id && run.at >= since)
    .reduce((used, run) => used + (run.state === 'queued' ? run.amount : fromTeam(run.drained)), 0)
}

/** A seat's own credits; the rest is the team's, and a member's cap is on that. */
const isOwn = (grant: Grant) => grant.kind === 'member' || grant.kind === 'daily'

/** The part of a drain that is the team's, not the seat's own. */
export const fromTeam = (drained: Run['drained']): Micro =>
  drained.filter((part) => !part.own).reduce((total, part) => total + part.amount, 0)

/** Which grants a run of `amount` drains, without draining them; null when they do not reach. */
export function plannedDrain(grants: Grant[], amount: Micro): Run['drained'] | null {
  const drained: Run['drained'] = []
  let rest = amount
  for (const grant of grants) {
    if (rest === 0) break
    const part = Math.min(rest, grant.left)
    drained.push({ grant: grant.id, amount: part, own: isOwn(grant) })
    rest -= part
  }
  return rest === 0 ? drained : null
}

export function drain(workspace: Workspace, run: Run, drained: Run['drained'], before: Run['drained'] = []): void {
  for (const { grant, amount } of drained) find(workspace, grant).left -= amount
  run.drained = [...before, ...drained]
}

/** Gives back `amount` to the grants it came from, last drained first. A grant that has lapsed meanwhile stays lapsed. */
export function giveBack(workspace: Workspace, run: Run, amount: Micro): void {
  let rest = amount
  for (const part of [...run.drained].reverse()) {
    const back = Math.min(rest, part.amount)
    find(workspace, part.grant).left += back
    part.amount -= back
    rest -= back
  }
}
const find = (workspace: Workspace, id: string) => workspace.grants.find((grant) => grant.id === id)!
