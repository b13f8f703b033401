import type { Micro } from '../pricing/credits'
import type { Settings } from '../pricing/settings'
import type { PlanId } from '../pricing/tool'

export type RoleId = 'owner' | 'admin' | 'creator' | 'viewer'
export type GrantKind = 'daily' | 'member' | 'plan' | 'pool' | 'rollover' | 'promo' | 'trial' | 'top-up'

/** Credits somebody was given. `member`: only that member may spend it; otherwise it is the team's. */
export type Grant = { id: string; kind: GrantKind; name: string; left: Micro; expires: number | null; member?: string }

export type Member = { id: string; name: string; email: string; role: RoleId; cap: Micro | null }

export type Outcome = 'queued' | 'running' | 'done' | 'failed' | 'moderated' | 'partial' | 'cancelled'
/** How a run turns out. The last two are mistakes of the studio that a reader of its history should find. */
export type Ending = 'done' | 'failed' | 'moderated' | 'partial' | 'unrefunded' | 'twice'

/** One press. `luck` settles open prices and is the seed of its picture; `ending` is how it will turn out. */
export type Run = {
  id: string
  at: number
  member: string
  feature: string
  settings: Settings
  title: string
  amount: Micro
  luck: number
  lane: 'paid' | 'relaxed'
  state: Outcome
  ending: Ending
  startsAt: number | null
  endsAt: number | null
  takes: number
  drained: { grant: string; amount: Micro; own: boolean }[]
}

/** A line of the charge history. A refund names the line it gives back by `refundOf`. */
export type Entry = {
  id: string
  at: number
  member: string
  run: string
  feature: string
  settings: Settings
  amount: Micro
  refundOf?: string
}

/** Money paid, in cents of a US dollar. */
export type Invoice = { id: string; at: number; what: string; cents: number }

export type Workspace = {
  id: string
  name: string
  plan: PlanId
  members: Member[]
  grants: Grant[]
  runs: Run[]
  /** Those of `runs` that are under way or wait. */
  open: Run[]
  entries: Entry[]
  invoices: Invoice[]
  renewsAt: number
  refillsAt: number
}
