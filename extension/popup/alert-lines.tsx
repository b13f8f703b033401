import { signal } from '@preact/signals'
import { alertChoices, toldAlerts, type Told } from '../alerts/kept'
import { browser } from '../browser'
import { load } from '../storage'
import type { Popup } from './state'

const told = signal<Told[]>([])

/** Reads what was told and is not over; nothing where the user wants no alerts. */
export async function readAlerts(): Promise<void> {
  const [{ on }, all] = await Promise.all([load(alertChoices), load(toldAlerts)])
  told.value = on ? all : []
}

/** What is worth a word, one line each, until it is put away or over. */
export function AlertLines({ popup }: { popup: Popup }) {
  const { alerts: texts } = popup.locale.messages
  const open = told.value.filter(({ seen }) => !seen)
  if (open.length === 0) return null
  return (
    <ul class="alerts" aria-label={texts.title}>
      {open.map(({ id, text }) => (
        <li key={id} class="row">
          <span>
            <span aria-hidden="true">▲ </span>
            {text}
          </span>
          <button type="button" class="link" onClick={() => void putAway(id)}>
            {texts.gotIt}
          </button>
        </li>
      ))}
    </ul>
  )
}

async function putAway(id: string): Promise<void> {
  await browser.runtime.sendMessage({ kind: 'alert-seen', id })
  await readAlerts()
}

export const alertLinesStyle = `
.alerts { display: grid; gap: 6px; padding: 10px 12px; border: 1px solid var(--warn); border-radius: var(--radius); }
.alerts .row { align-items: baseline; gap: 12px; }
.alerts .link { white-space: nowrap; }
`
