import { effect } from '@preact/signals-core'
import type { Form } from '../binding/watch'
import { amountText } from '../../core/locales/format'
import { addHost, show } from './host'
import { placeBeside } from './place'
import { onPress } from './press'
import { runOf, stateOf } from './run'
import type { Site } from './site'

export function mountChip(button: HTMLElement, form: Form, site: Site, signal: AbortSignal) {
  const run = runOf(form, site.view)
  const { host, root } = addHost(button, 'button{color:red}', signal)
  const stop = effect(() => {
    const r = run.value
    show(
      <button>
        {r && r.estimate.status !== 'unpriced' ? amountText(r.estimate.total, r.estimate.currency, r.site.locale) : 'x'}{' '}
        {r?.standing?.after?.low}
      </button>,
      root,
    )
    if (r) site.tell({ kind: 'state', state: stateOf(r) })
  })
  signal.addEventListener('abort', stop)
  placeBeside(button, host, signal)
  onPress(button, () => site.tell({ kind: 'pressed' }), signal)
}
