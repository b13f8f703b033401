import { credits, printed } from '../pricing/credits'
import { Refusal } from '../pricing/settings'
import { addMonths, day, nextMidnight } from './calendar'
import type { Run, Workspace } from './model'
import { bill } from './invoices'
import { people } from './people'
import { packs } from './plans'
import { press } from './press'
import { pick, type Random } from './random'
import { grantMonth } from './renew'
import { samples } from './samples'
import { advance } from './timeline'

const past = 52 * day
const quiet = 2 * 3600 * 1000

/** The studio's workspaces at `now`, after seven weeks of presses that went through the same doors as any other. */
export function seededWorkspaces(random: Random, now: number, from = people): Workspace[] {
  return from.map(({ pace, members, ...head }) => {
    const workspace: Workspace = {
      ...head,
      members: members.map((member) => ({ ...member })),
      grants: [],
      runs: [],
      open: [],
      entries: [],
      invoices: [],
      renewsAt: addMonths(now - past, 1),
      refillsAt: Math.floor((now - past) / day) * day,
    }
    grantMonth(workspace, now - past)
    extras(workspace, now)
    live(workspace, random, pace, now)
    billTopUp(workspace, now)
    return workspace
  })
}

/** Credits beside the plan: a promotion that ends soon, and for those who can buy, a top-up. */
function extras(workspace: Workspace, now: number): void {
  const give = (kind: 'promo' | 'trial' | 'top-up', name: string, amount: number, expires: number) =>
    workspace.grants.push({ id: `${kind}-${workspace.id}`, kind, name, left: credits(amount), expires })
  if (workspace.plan === 'free') return void give('trial', 'Welcome trial', 15, nextMidnight(now + 5 * day))
  give('promo', 'Winter promotion', workspace.plan === 'creator' ? 60 : 250, nextMidnight(now + 6 * day))
  give('top-up', 'Top-up', workspace.plan === 'creator' ? 400 : 2200, addMonths(now - 20 * day, 12))
}

/** The seeded top-up was bought 20 days ago. */
function billTopUp(workspace: Workspace, now: number): void {
  if (workspace.plan === 'free') return
  const { amount, cents } = packs[workspace.plan === 'creator' ? 'small' : 'large']!
  bill(workspace, now - 20 * day, `Top-up of ${printed(amount)} credits`, cents)
}

function live(workspace: Workspace, random: Random, pace: number, now: number): void {
  const makers = workspace.members.filter((member) => member.role !== 'viewer')
  for (let at = now - past + quiet; at < now - quiet; at += gap(random, pace, at)) {
    const [feature, settings, title] = pick(random, samples)
    const ending: Run['ending'] = random() < 0.06 ? pick(random, ['failed', 'failed', 'moderated'] as const) : 'done'
    const id = `run-${workspace.id}-${workspace.runs.length + 1}`
    const chance = { luck: random(), ending, wait: random() }
    try {
      press(workspace, pick(random, makers), { id, feature, settings: { ...settings }, title }, chance, at)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  advance(workspace, now)
}

/** Fewer presses on Saturdays and Sundays. */
function gap(random: Random, pace: number, at: number): number {
  const weekend = [0, 6].includes(new Date(at).getUTCDay()) ? 2.5 : 1
  return Math.round((weekend * day * (0.2 + 1.6 * random())) / pace)
}
