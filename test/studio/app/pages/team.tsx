import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { call, grouped, me, onDay, refresh } from '../api'
import { Face } from '../shell'

type Team = {
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

/** The team, its plan and what there is to spend, in the order in which it is spent. */
export function TeamPage() {
  const team = useSignal<Team | null>(null)
  const problem = useSignal<string | null>(null)
  const load = async () => {
    const answer = await call<Team>('GET', '/api/team')
    if (answer.ok) team.value = answer.value
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
      <section class="panel whole">
        <h2>Members of {now.name}</h2>
        <div class="scroller" tabIndex={0} role="region" aria-label="Members">
          <table>
            <thead>
              <tr>
                <th scope="col">Member</th>
                <th scope="col">Role</th>
                <th scope="col">Cap a month</th>
                <th scope="col" class="number">
                  Used
                </th>
              </tr>
            </thead>
            <tbody>
              {now.members.map((one) => (
                <tr key={one.id}>
                  <td>
                    <span class="row">
                      <Face name={one.name} />
                      <span>
                        <strong>{one.name}</strong>
                        <small>{one.email}</small>
                      </span>
                    </span>
                  </td>
                  <td>
                    <select
                      aria-label={`Role of ${one.name}`}
                      value={one.role}
                      disabled={!may.includes('caps')}
                      onChange={(e) => change('PATCH', `/api/team/members/${one.id}`, { role: e.currentTarget.value })}
                    >
                      {['owner', 'admin', 'creator', 'viewer'].map((role) => (
                        <option key={role} value={role}>
                          {role[0]!.toUpperCase() + role.slice(1)}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td>
                    <input
                      class="cap"
                      type="number"
                      min={0}
                      aria-label={`Cap of ${one.name}`}
                      placeholder="No cap"
                      value={one.cap ?? ''}
                      disabled={!may.includes('caps')}
                      onChange={(e) =>
                        change('PATCH', `/api/team/members/${one.id}`, {
                          cap: e.currentTarget.value === '' ? null : e.currentTarget.value,
                        })
                      }
                    />
                  </td>
                  <td class="number">
                    {grouped(one.used)}
                    {one.cap && (
                      <meter
                        min={0}
                        max={Number(one.cap)}
                        value={Number(one.used)}
                        aria-label="Share of the cap used"
                      />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </div>
  )
}
