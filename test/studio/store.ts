import { randomUUID } from 'node:crypto'
import { parsed, printed, type Micro } from './pricing/credits'
import type { Settings } from './pricing/settings'
import type { PlanId } from './pricing/tool'
import { addMonths } from './store/calendar'
import { bill } from './store/invoices'
import type { Member, RoleId, Run, Workspace } from './store/model'
import { packs } from './store/plans'
import { press, type Pressed } from './store/press'
import { seeded } from './store/random'
import { grantMonth } from './store/renew'
import { seededWorkspaces } from './store/seed'
import { advance, running, start, waiting } from './store/timeline'
import { plans } from './store/plans'

export type Start = { now?: number; seed?: number; failRate?: number }
export type Seat = { workspace: Workspace; member: Member }
export type AccountMode =
  'ok' | 'down' | 'slow' | 'unauthorised' | 'forbidden' | 'throttled' | 'nonsense' | 'malformed' | 'stale'

/** Everything the studio knows, in memory: who works here, what they have and made, and what the clock says. */
export function createStore(begin: Start = {}) {
  let options = { seed: 1, failRate: 0, ...begin }
  let frozen: number | null = begin.now ?? null
  let random = seeded(options.seed)
  let sessions = new Map<string, string>()
  let endings: Run['ending'][] = []
  let drift = new Map<string, number>()
  let account: { mode: AccountMode; ms: number } = { mode: 'ok', ms: 0 }
  let workspaces: Workspace[] = seededWorkspaces(random, clock())
  let made = 0

  function clock(): number {
    return frozen ?? Date.now()
  }
  function seatOf(memberId: string | undefined): Seat | undefined {
    const workspace = workspaces.find((w) => w.members.some((member) => member.id === memberId))
    if (!workspace) return undefined
    advance(workspace, clock())
    return { workspace, member: workspace.members.find((member) => member.id === memberId)! }
  }
  const nextEnding = (): Run['ending'] => endings.shift() ?? (random() < options.failRate ? 'failed' : 'done')

  return {
    now: clock,
    /** Stops the clock at `at`; null lets it run by the machine's again. */
    setNow: (at: number | null) => void (frozen = at),
    /** Back to the seeded start. Sessions end. */
    reset(again: Start = {}) {
      options = { ...options, ...again }
      if (again.now !== undefined) frozen = again.now
      random = seeded(options.seed)
      sessions = new Map()
      endings = []
      drift = new Map()
      account = { mode: 'ok', ms: 0 }
      workspaces = seededWorkspaces(random, clock())
      made = 0
    },
    workspaces: () => workspaces,
    seatOf,
    signIn(memberId: string): string | undefined {
      if (!seatOf(memberId)) return undefined
      const token = randomUUID()
      sessions.set(token, memberId)
      return token
    },
    signOut: (token: string) => void sessions.delete(token),
    signedIn: (token: string | undefined): Seat | undefined => seatOf(sessions.get(token ?? '')),
    accountMode: () => account,
    setAccountMode: (mode: AccountMode, ms = 0) => void (account = { mode, ms }),
    /** How the next runs end, in this order. */
    endNext: (...next: Run['ending'][]) => void endings.push(...next),
    /** Raises what a tool charges, against its price page: 1 is as printed. */
    setDrift: (feature: string, times: number) => void drift.set(feature, times),
    failRate: () => options.failRate,
    setFailRate: (rate: number) => void (options = { ...options, failRate: rate }),
    generate({ workspace, member }: Seat, asked: { feature: string; settings: Settings; title: string }): Pressed {
      const chance = { luck: random(), ending: nextEnding(), wait: random(), drift: drift.get(asked.feature) }
      return press(workspace, member, { ...asked, id: `run-${(made += 1)}-${workspace.id}` }, chance, clock())
    },
    /** Ends every run that is under way or waits, as it was going to end. */
    finish() {
      for (const workspace of workspaces) {
        advance(workspace, clock())
        for (let open = working(workspace); open.length > 0; open = working(workspace)) {
          for (const run of open) run.endsAt = clock()
          advance(workspace, clock())
        }
      }
    },
    /** Leaves the workspace with one grant of `amount` and nothing else. */
    setBalance(workspace: Workspace, amount: Micro, kind: 'top-up' | 'pool' | 'plan' = 'top-up') {
      for (const grant of workspace.grants) grant.left = 0
      const expires = kind === 'top-up' ? addMonths(clock(), 12) : workspace.renewsAt
      const id = `${kind}-set-${workspace.id}-${(made += 1)}`
      workspace.grants.push({ id, kind, name: kind === 'top-up' ? 'Top-up' : 'Plan credits', left: amount, expires })
    },
    setPlan(workspace: Workspace, plan: PlanId) {
      if (workspace.plan === plan) return
      const lapse = new Set(['daily', 'plan', 'pool', 'member'])
      workspace.grants.filter((grant) => lapse.has(grant.kind)).forEach((grant) => (grant.left = 0))
      workspace.plan = plan
      workspace.refillsAt = clock()
      workspace.renewsAt = addMonths(clock(), 1)
      grantMonth(workspace, clock())
      advance(workspace, clock())
      fill(workspace, clock())
    },
    setMember(member: Member, change: { role?: RoleId; cap?: string | null }) {
      if (change.role) member.role = change.role
      if (change.cap !== undefined) member.cap = change.cap === null ? null : parsed(change.cap)
    },
    topUp(workspace: Workspace, pack: keyof typeof packs): boolean {
      const bought = packs[pack]
      if (!bought?.plans.includes(workspace.plan)) return false
      const id = `top-up-${workspace.id}-${(made += 1)}`
      workspace.grants.push({
        id,
        kind: 'top-up',
        name: 'Top-up',
        left: bought.amount,
        expires: addMonths(clock(), 12),
      })
      bill(workspace, clock(), `Top-up of ${printed(bought.amount)} credits`, bought.cents)
      return true
    },
  }
}
export type Store = ReturnType<typeof createStore>

const working = (workspace: Workspace) => workspace.open.filter((run) => run.state === 'running')

/** After a change of plan, waiting runs take the slots there are now. */
function fill(workspace: Workspace, at: number): void {
  while (running(workspace).length < plans[workspace.plan].slots && waiting(workspace).length > 0) {
    start(workspace, waiting(workspace)[0]!, at)
  }
}
