import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { call, grouped } from './api'
import type { Form } from './forms/kinds'
import { settingsOf, type Held } from './state'

/** `?quote=on`: the page shows what a press takes, as many do. `wrong` shows too much; `stuck` never moves. */
const mode = new URLSearchParams(location.search).get('quote')

/** The studio's own price on the button, where the visit asks for it. */
export function Quote({ form, held }: { form: Form; held: Held }) {
  const shown = useSignal('')
  const asked = settingsOf(form, held)
  const settings = 'settings' in asked ? JSON.stringify(asked.settings) : ''
  useEffect(() => {
    if (!mode || !settings || (mode === 'stuck' && shown.peek())) return
    let late = false
    void call<{ low: string; high: string }>('POST', '/api/quote', {
      feature: form.feature,
      settings: JSON.parse(settings),
    }).then((answer) => {
      if (!late) shown.value = answer.ok ? worded(answer.value) : ''
    })
    return () => void (late = true)
  }, [settings])
  return mode && shown.value ? <span class="quote"> · {shown.value} credits</span> : null
}

function worded({ low, high }: { low: string; high: string }): string {
  const off = (amount: string) => (mode === 'wrong' ? String(Math.ceil(Number(amount) * 1.12) + 1) : amount)
  return low === high ? grouped(off(low)) : `${grouped(off(low))}–${grouped(off(high))}`
}
