import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { call, grouped, runs, when } from '../api'
import { forms } from '../forms/all'
import { inWords } from '../words'

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
/** Every charge and refund of the workspace, newest first. */
export function History() {
  const lines = useSignal<Line[]>([])
  const more = useSignal(false)
  const load = async (before?: string) => {
    const answer = await call<Line[]>('GET', `/api/latest${before ? `?before=${before}` : ''}`)
    if (!answer.ok) return
    lines.value = before ? [...lines.peek(), ...answer.value] : answer.value
    more.value = answer.value.length === 50
  }
  useEffect(() => void load(), [runs.value])
  return (
    <div class="page">
      <p class="row">
        <span class="quiet-text">Charges and refunds of the whole team.</span>
        <a class="chip" href="/api/history.csv" download>
          Download as CSV
        </a>
      </p>
      <div class="scroller" tabIndex={0} role="region" aria-label="Charges">
        <table class="charges">
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
                <td class="tool-name">{nameOf(line.feature)}</td>
                <td class="settings">{inWords(line.feature, line.settings)}</td>
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
      {more.value && (
        <button type="button" class="chip older" onClick={() => load(lines.value.at(-1)?.id)}>
          Older
        </button>
      )}
    </div>
  )
}
