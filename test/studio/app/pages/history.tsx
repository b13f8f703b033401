import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { call, grouped, runs, when } from '../api'
import { forms } from '../forms/all'

type Line = {
  id: string
  at: number
  member: string
  feature: string
  settings: Record<string, unknown>
  amount: string
  outcome: string
  refundOf?: string
}

const nameOf = (feature: string) => forms.find((form) => form.feature === feature)?.title ?? feature
const inWords = (settings: Record<string, unknown>) =>
  Object.entries(settings)
    .filter(([, value]) => value !== null && value !== false)
    .map(([name, value]) => (value === true ? name : `${name} ${Array.isArray(value) ? value.join('+') : value}`))
    .join(' · ')

/** Every charge and refund of the workspace, newest first. */
export function History() {
  const lines = useSignal<Line[]>([])
  useEffect(() => {
    void call<Line[]>('GET', '/api/latest').then((answer) => {
      if (answer.ok) lines.value = answer.value
    })
  }, [runs.value])
  return (
    <div class="page">
      <div class="scroller" tabIndex={0} role="region" aria-label="Charges">
        <table>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Tool</th>
              <th scope="col">Settings</th>
              <th scope="col">Outcome</th>
              <th scope="col" class="number">
                Credits
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.value.map((line) => (
              <tr key={line.id}>
                <td class="quiet-text">{when(line.at)}</td>
                <td>{nameOf(line.feature)}</td>
                <td class="settings">{inWords(line.settings)}</td>
                <td>
                  <span class={`badge ${line.refundOf ? 'refund' : line.outcome}`}>
                    {line.refundOf ? 'Refund' : line.outcome}
                  </span>
                </td>
                <td class="number">{line.refundOf ? `+${grouped(line.amount)}` : `−${grouped(line.amount)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
