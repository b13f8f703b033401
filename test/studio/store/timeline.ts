import type { Micro } from '../pricing/credits'
import { shots } from '../pricing/storyboard'
import { second } from './calendar'
import { drain, giveBack, plannedDrain, spendable } from './grants'
import type { Entry, Run, Workspace } from './model'
import { plans } from './plans'
import { refill, renew } from './renew'

/** Lets everything happen that was due by `now`, in the order in which it was due. There are no timers. */
export function advance(workspace: Workspace, now: number): void {
  for (let due = next(workspace, now); due; due = next(workspace, now)) due.happen()
}

type Due = { at: number; happen: () => void }

function next(workspace: Workspace, now: number): Due | undefined {
  const due: Due[] = [
    { at: workspace.refillsAt, happen: () => refill(workspace) },
    { at: workspace.renewsAt, happen: () => renew(workspace) },
  ]
  for (const run of workspace.open) {
    if (run.state === 'running') due.push({ at: run.endsAt!, happen: () => end(workspace, run) })
  }
  return due.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)[0]
}

export const running = (workspace: Workspace) =>
  workspace.open.filter((run) => run.state === 'running' && run.lane === 'paid')
export const waiting = (workspace: Workspace) => workspace.open.filter((run) => run.state === 'queued')

/** Takes the credits and starts the run, or lets it fail for want of them. */
export function start(workspace: Workspace, run: Run, at: number): void {
  const member = workspace.members.find((m) => m.id === run.member)
  const drained = member && plannedDrain(spendable(workspace, member, at), run.amount)
  if (!drained) {
    run.state = 'cancelled'
    close(workspace, run)
    return
  }
  run.state = 'running'
  run.startsAt = at
  run.endsAt = at + run.takes * second
  drain(workspace, run, drained)
  workspace.entries.push(line(workspace, run, run.amount, at))
}

function end(workspace: Workspace, run: Run): void {
  const at = run.endsAt!
  run.state = run.ending === 'unrefunded' ? 'failed' : run.ending === 'twice' ? 'done' : run.ending
  close(workspace, run)
  refund(workspace, run, run.ending === 'failed' ? run.amount : run.ending === 'partial' ? notMade(run) : 0, at)
  if (run.ending === 'twice') chargeAgain(workspace, run, at)
  while (running(workspace).length < plans[workspace.plan].slots && waiting(workspace).length > 0) {
    start(workspace, waiting(workspace)[0]!, at)
  }
}

function chargeAgain(workspace: Workspace, run: Run, at: number): void {
  const member = workspace.members.find((m) => m.id === run.member)!
  const again = plannedDrain(spendable(workspace, member, at), run.amount)
  if (!again) return
  drain(workspace, run, again, run.drained)
  workspace.entries.push(line(workspace, run, run.amount, at))
}

/** The run is over: neither under way nor waiting. */
export const close = (workspace: Workspace, run: Run) =>
  void (workspace.open = workspace.open.filter((one) => one !== run))

/** A storyboard that stops half-way charges the shots made; which one failed follows from its luck. Others charge nothing. */
function notMade(run: Run): Micro {
  if (run.feature !== 'storyboard') return run.amount
  const each = shots(run.settings)
  const made = Math.floor(run.luck * each.length)
  return run.amount - each.slice(0, made).reduce((sum, shot) => sum + shot, 0)
}

function refund(workspace: Workspace, run: Run, amount: Micro, at: number): void {
  if (amount === 0) return
  giveBack(workspace, run, amount)
  const charged = workspace.entries.find((entry) => entry.run === run.id && !entry.refundOf)!
  workspace.entries.push({ ...line(workspace, run, amount, at), refundOf: charged.id })
}

const line = (workspace: Workspace, run: Run, amount: Micro, at: number): Entry => ({
  id: `${workspace.id}-${String(workspace.entries.length + 1).padStart(6, '0')}`,
  at,
  member: run.member,
  run: run.id,
  feature: run.feature,
  settings: run.settings,
  amount,
})
