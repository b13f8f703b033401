import { charge } from '../pricing'
import type { Micro } from '../pricing/credits'
import type { Settings } from '../pricing/settings'
import { dayOf } from './calendar'
import { capUsed, free, fromTeam, plannedDrain, spendable } from './grants'
import { stopped, type Stop } from './limits'
import type { Member, Run, Workspace } from './model'
import { completion, plans, relaxedWait } from './plans'
import { advance, close, running, start } from './timeline'

export type Short = { status: 402; code: 'insufficient_credits' | 'member_cap'; needed: Micro; have: Micro }
export type Pressed = { run: Run } | { stop: Stop } | { short: Short }
/** What is not the member's to say. `drift` multiplies the price, as if the studio had raised it and told nobody. */
export type Chance = { luck: number; ending: Run['ending']; wait: number; drift?: number }

/** One press of Generate by a member. Throws a Refusal where the price page does not sell it. */
export function press(
  workspace: Workspace,
  member: Member,
  asked: { id: string; feature: string; settings: Settings; title: string },
  chance: Chance,
  now: number,
): Pressed {
  advance(workspace, now)
  const lane = asked.settings.speed === 'relaxed' ? 'relaxed' : 'paid'
  const terms = { plan: workspace.plan, day: dayOf(now), luck: chance.luck }
  const amount = Math.round(charge(asked.feature, asked.settings, terms) * (chance.drift ?? 1))
  const stop = stopped(workspace, member, asked.feature, lane, now)
  if (stop) return { stop }
  const short = shortOf(workspace, member, amount, now)
  if (short) return { short }
  const run: Run = {
    ...asked,
    at: now,
    member: member.id,
    amount,
    luck: chance.luck,
    lane,
    state: 'queued',
    ending: chance.ending,
    startsAt: null,
    endsAt: null,
    takes: completion(asked.feature) + (lane === 'relaxed' ? relaxedPause(chance.wait) : 0),
    drained: [],
  }
  workspace.runs.push(run)
  workspace.open.push(run)
  if (lane === 'relaxed' || running(workspace).length < plans[workspace.plan].slots) start(workspace, run, now)
  return { run }
}
const relaxedPause = (wait: number) => relaxedWait.low + Math.floor(wait * (relaxedWait.high - relaxedWait.low))

/** Credits first, then the member's cap on what belongs to the team. */
function shortOf(workspace: Workspace, member: Member, amount: Micro, now: number): Short | null {
  const have = free(workspace, member, now)
  if (amount > have) return { status: 402, code: 'insufficient_credits', needed: amount, have }
  if (member.cap === null) return null
  const grants = spendable(workspace, member, now)
  const needed = fromTeam(plannedDrain(grants, amount)!)
  const left = Math.max(0, member.cap - capUsed(workspace, member, now))
  return needed > left ? { status: 402, code: 'member_cap', needed, have: left } : null
}

/** Takes a waiting run out of the queue; nothing was charged yet. A started run cannot be stopped. */
export function cancel(workspace: Workspace, run: Run): boolean {
  if (run.state !== 'queued') return false
  run.state = 'cancelled'
  close(workspace, run)
  return true
}
