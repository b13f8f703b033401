import { grouped, onDay } from '../api'
import { Face } from '../shell'
import type { Team } from './team'

type MembersProps = { team: Team; may: string[]; change: (method: string, address: string, body: unknown) => void }

/** Who works here, with role and cap. */
export function Members({ team, may, change }: MembersProps) {
  return (
    <section class="panel whole">
      <h2>Members of {team.name}</h2>
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
            {team.members.map((one) => (
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
                    <meter min={0} max={Number(one.cap)} value={Number(one.used)} aria-label="Share of the cap used" />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type InvoicesProps = { invoices: { id: string; at: number; what: string; amount: string }[] }

/** What was paid, for those who may buy. */
export function Invoices({ invoices }: InvoicesProps) {
  return (
    <section class="panel whole">
      <h2>Invoices</h2>
      <div class="scroller" tabIndex={0} role="region" aria-label="Invoices">
        <table>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">For</th>
              <th scope="col">Number</th>
              <th scope="col" class="number">
                Paid
              </th>
            </tr>
          </thead>
          <tbody>
            {invoices.map((invoice) => (
              <tr key={invoice.id}>
                <td class="quiet-text">{onDay(invoice.at)}</td>
                <td>{invoice.what}</td>
                <td class="quiet-text">{invoice.id}</td>
                <td class="number">${invoice.amount}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
