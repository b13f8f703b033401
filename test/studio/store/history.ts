import { printed } from '../pricing/credits'
import type { Settings } from '../pricing/settings'
import type { Entry, Run, Workspace } from './model'

export type Line = {
  id: string
  at: number
  /** Only where lines of several members are mixed. */
  member?: string
  feature: string
  settings: Settings
  amount: string
  currency: 'credits'
  outcome: 'done' | 'failed' | 'running'
  run: string
  refundOf?: string
}

/** Up to `limit` lines after the line `after`, oldest first, of one member or of all; `next` continues there, null at the end. */
export function history(
  workspace: Workspace,
  member: string | null,
  after: string,
  limit: number,
): { entries: Line[]; next: string | null } {
  const rest = workspace.entries.filter((entry) => entry.id > after && (member === null || entry.member === member))
  const entries = rest.slice(0, limit).map((entry) => lineOf(workspace, entry, member === null))
  return { entries, next: rest.length > limit ? entries.at(-1)!.id : null }
}

/** The newest lines first, before the line `before` where one is given. */
export function latest(workspace: Workspace, limit: number, before?: string): Line[] {
  const older = before ? workspace.entries.filter((entry) => entry.id < before) : workspace.entries
  return older
    .slice(-limit)
    .reverse()
    .map((entry) => lineOf(workspace, entry))
}

/** Every charge and refund of the workspace as a file, oldest first; a refund is negative. */
export function csv(workspace: Workspace): string {
  const head = 'id,time,member,tool,settings,credits,outcome,refund of'
  const rows = workspace.entries
    .map((entry) => lineOf(workspace, entry))
    .map((line) =>
      [
        line.id,
        new Date(line.at).toISOString(),
        line.member,
        line.feature,
        Object.entries(line.settings)
          .map(([name, value]) => `${name}=${String(value)}`)
          .join('; '),
        (line.refundOf ? '-' : '') + line.amount,
        line.outcome,
        line.refundOf ?? '',
      ]
        .map((cell) => `"${cell!.replaceAll('"', '""')}"`)
        .join(','),
    )
  return [head, ...rows].join('\r\n') + '\r\n'
}

function lineOf(workspace: Workspace, entry: Entry, signed = true): Line {
  const run = workspace.runs.find((r) => r.id === entry.run)!
  return {
    id: entry.id,
    at: entry.at,
    ...(signed && { member: entry.member }),
    feature: entry.feature,
    settings: entry.settings,
    amount: printed(entry.amount),
    currency: 'credits',
    outcome: outcomeOf(run),
    run: entry.run,
    ...(entry.refundOf && { refundOf: entry.refundOf }),
  }
}

function outcomeOf(run: Run): Line['outcome'] {
  if (run.state === 'running' || run.state === 'queued') return 'running'
  return run.state === 'done' ? 'done' : 'failed'
}
