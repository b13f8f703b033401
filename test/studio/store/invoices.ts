import { dayOf } from './calendar'
import type { Workspace } from './model'
import { plans } from './plans'

/** Seats that are paid for: everybody but viewers. */
export const seats = (workspace: Workspace) => workspace.members.filter((member) => member.role !== 'viewer').length

/** Bills the month that begins at `at`. Free plans get no invoice. */
export function billMonth(workspace: Workspace, at: number): void {
  const { name, cents, perSeat } = plans[workspace.plan]
  if (cents === 0) return
  const count = perSeat ? seats(workspace) : 1
  bill(workspace, at, perSeat ? `${name} plan, ${count} seats` : `${name} plan`, cents * count)
}

export function bill(workspace: Workspace, at: number, what: string, cents: number): void {
  workspace.invoices.push({ id: `NS-${dayOf(at)}-${workspace.invoices.length + 1}`, at, what, cents })
}
