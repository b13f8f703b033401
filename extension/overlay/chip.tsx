import { computed, effect, signal as createSignal } from '@preact/signals-core'
import { render } from 'preact'
import { overlayStyles } from '../../widget/components'
import { answerLinesStyle } from '../../widget/components/answers/lines-style'
import { base, tokens } from '../../widget/tokens'
import type { Form } from '../binding/watch'
import { answersOf } from './answers'
import { addHost } from './host'
import { openingOf } from './opening'
import { placeBeside } from './place'
import { onPress } from './press'
import { runOf, stateOf } from './run'
import { schemeOf } from './scheme'
import type { Site } from './site'
import { Surface, surfaceStyle } from './surface'

const styles = [tokens, base, ...overlayStyles, answerLinesStyle, surfaceStyle].join('')

/** Puts the chip of a form beside one of its buttons, and keeps it true until `signal` aborts. */
export function mountChip(button: HTMLElement, form: Form, site: Site, signal: AbortSignal): void {
  const run = runOf(form, site.view)
  const { host, root } = addHost(button, styles, signal)
  const chip = { current: null as HTMLButtonElement | null }
  const opening = openingOf(host, root, () => chip.current, signal)
  const size = createSignal<'full' | 'short' | 'glyph'>('full')
  const place = placeBeside(button, form.bound.root, host, size, () => root.querySelector('.layer'), signal)
  schemeOf(button, host, signal)

  const isOpen = computed(() => opening.state.value !== 'closed')
  const answers = answersOf(run, isOpen, site, signal)

  let told: string | undefined
  const stop = effect(() => {
    const now = run.value
    const open = isOpen.value
    const fits = size.value
    const lines = answers.value
    if (!now) return
    const hide = () => (site.dismissed.value = true)
    render(
      <Surface
        run={now}
        answers={lines}
        form={form}
        size={fits}
        open={open}
        chip={chip}
        toggle={opening.toggle}
        hide={hide}
      />,
      root,
    )
    place()
    const state = stateOf(now)
    if (state !== told) site.tell({ kind: 'state', state })
    told = state
  })
  signal.addEventListener('abort', () => {
    stop()
    render(null, root)
  })
  onPress(button, () => site.tell({ kind: 'pressed' }), signal)
}
