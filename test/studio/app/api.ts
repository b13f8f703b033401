import { signal } from '@preact/signals'

export type Me = {
  member: { id: string; name: string; role: string; roleName: string }
  may: string[]
  workspace: { id: string; name: string; plan: string; planName: string }
  free: string
  running: number
  waiting: number
  slots: number
  today: string
}
export type RunShown = {
  id: string
  at: number
  member: string
  feature: string
  settings: Record<string, unknown>
  title: string
  amount: string
  state: 'queued' | 'running' | 'done' | 'failed' | 'moderated' | 'partial' | 'cancelled'
  lane: 'paid' | 'relaxed'
  startsAt: number | null
  endsAt: number | null
}
/** What a refused press says: `code`, and for credits what was `needed` and what there is. */
export type Refused = { code: string; message?: string; needed?: string; have?: string; resets?: number }
export type Answer<T> = { ok: true; value: T } | { ok: false; status: number; refused: Refused }

export async function call<T>(method: string, address: string, body?: unknown): Promise<Answer<T>> {
  const reply = await fetch(address, {
    method,
    ...(body !== undefined && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => null)
  if (!reply) return { ok: false, status: 0, refused: { code: 'offline', message: 'The studio cannot be reached.' } }
  const value = reply.status === 204 ? null : await reply.json().catch(() => null)
  if (reply.ok) return { ok: true, value: value as T }
  return { ok: false, status: reply.status, refused: (value as Refused | null) ?? { code: 'unknown' } }
}

/** Who is signed in; null when nobody is, undefined until known. */
export const me = signal<Me | null | undefined>(undefined)
export const runs = signal<RunShown[]>([])

export async function refresh(): Promise<void> {
  const [who, made] = await Promise.all([call<Me>('GET', '/api/me'), call<RunShown[]>('GET', '/api/runs?limit=60')])
  me.value = who.ok ? who.value : who.status === 401 ? null : me.peek()
  if (made.ok) runs.value = made.value
  if (runs.peek().some((run) => run.state === 'running' || run.state === 'queued')) again()
}

let pending = 0
/** Looks again in a moment while something is being made. */
function again(): void {
  clearTimeout(pending)
  pending = window.setTimeout(() => void refresh(), 1200)
}

/** "2025-03-04" and the time of day, as the reader's browser writes it. */
export const when = (at: number): string =>
  new Date(at).toLocaleString('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
export const onDay = (at: number): string =>
  new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
export const grouped = (amount: string): string => {
  const [whole, fraction] = amount.split('.')
  return whole!.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '')
}
