import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { call, grouped, me, onDay, refresh } from '../api'
import { Invoices, Members } from './members'

export type Team = {
  name: string
  plan: string
  renewsAt: number
  plans: { id: string; name: string; price: string }[]
  packs: { id: string; amount: string; price: string }[]
  grants: { id: string; kind: string; name: string; left: string; expires: number | null }[]
  total: string
  members: { id: string; name: string; email: string; role: string; cap: string | null; used: string }[]
}
const kinds: Record<string, string> = {
  daily: 'Daily',
  member: 'Your seat',
  plan: 'Plan',
  pool: 'Shared pool',
  rollover: 'Rolled over',
  promo: 'Promotion',
  trial: 'Trial',
  'top-up': 'Top-up',
}

type Invoice = { id: string; at: number; what: string; amount: string }

/** The team, its plan and what there is to spend, in the order in which it is spent. */
export function TeamPage() {
  const team = useSignal<Team | null>(null)
  const problem = useSignal<string | null>(null)
  const invoices = useSignal<Invoice[]>([])
  const load = async () => {
    const answer = await call<Team>('GET', '/api/team')
    if (answer.ok) team.value = answer.value
    if (!me.peek()?.may.includes('buy')) return
    const paid = await call<Invoice[]>('GET', '/api/invoices')
    invoices.value = paid.ok ? paid.value : []
  }
  useEffect(() => void load(), [me.value])
  const change = async (method: string, address: string, body: unknown) => {
    const answer = await call(method, address, body)
    problem.value = answer.ok ? null : (answer.refused.message ?? 'That did not work.')
    await refresh()
    await load()
  }
  const now = team.value
  if (!now) return <div class="page" />
  const may = me.value?.may ?? []
  return (
    <div class="page columns">
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      <section class="panel">
        <h2>Credits</h2>
        <p class="big">
          {grouped(now.total)} <small>to spend</small>
        </p>
        <p class="quiet-text">
          Spent from the top. {now.plan === 'free' ? 'Refilled' : 'Renewed'} {onDay(now.renewsAt)}.
        </p>
        <ul class="grants">
          {now.grants.map((grant) => (
            <li key={grant.id}>
              <span>
                <strong>{kinds[grant.kind]}</strong>
                <small>{grant.name}</small>
              </span>
              <span class="number">
                {grouped(grant.left)}
                <small>{grant.expires ? `until ${onDay(grant.expires)}` : 'no end'}</small>
              </span>
            </li>
          ))}
        </ul>
        <div class="row wrap">
          {now.packs.map((pack) => (
            <button
              key={pack.id}
              type="button"
              class="chip"
              disabled={!may.includes('buy')}
              onClick={() => change('POST', '/api/team/top-up', { pack: pack.id })}
            >
              Buy {grouped(pack.amount)} for {pack.price}
            </button>
          ))}
        </div>
      </section>
      <section class="panel">
        <h2>Plan</h2>
        <div class="cards plans" role="group" aria-label="Plan">
          {now.plans.map((plan) => (
            <button
              key={plan.id}
              type="button"
              class="card"
              aria-pressed={plan.id === now.plan}
              disabled={!may.includes('buy')}
              onClick={() => change('PATCH', '/api/team/plan', { plan: plan.id })}
            >
              <strong>{plan.name}</strong>
              <small>{plan.price}</small>
            </button>
          ))}
        </div>
        {!may.includes('buy') && <p class="hint">Only an owner or admin can change the plan or buy credits.</p>}
      </section>
      <Members team={now} may={may} change={change} />
      {invoices.value.length > 0 && <Invoices invoices={invoices.value} />}
    </div>
  )
}
