import { computed, effect, signal as createSignal } from '@preact/signals-core'
import { chipStyle } from '../../widget/components/chip'
import { markStyle } from '../../widget/components/mark'
import { draw } from '../../widget/draw'
import { base, tokens } from '../../widget/tokens'
import type { Form } from '../binding/watch'
import { answersOf } from './answers'
import type { Corner } from './corner'
import type { Area } from './ground'
import { addHost, addStyles } from './host'
import { openingOf } from './opening'
import type { Parts } from './parts'
import { placeBeside } from './place'
import { onPress } from './press'
import { runOf, stateOf } from './run'
import { schemeOf } from './scheme'
import type { Site } from './site'
import { Surface, surfaceStyle } from './surface'

const styles = [tokens, base, markStyle, chipStyle, surfaceStyle].join('')

/** What the page says of its own price, beside its button too, once there is somebody to ask. */
function hearWith(form: Form, quote: Parts['quote'] | undefined) {
  if (!quote) return
  form.hear = quote.saidAround
  form.read()
}

/** Puts the chip of a form beside one of its buttons, and keeps it true until `signal` aborts. */
export function mountChip(button: HTMLElement, form: Form, site: Site, signal: AbortSignal): void {
  site.quote.want()
  const run = runOf(form, site.view, site.quote.part)
  const { host, root } = addHost(button, styles, signal)
  const chip = { current: null as HTMLButtonElement | null }
  const opening = openingOf(host, root, () => chip.current, signal)
  const size = createSignal<'full' | 'short' | 'glyph'>('full')
  const placeOpen = (beside: Area, rtl: boolean) => {
    const layer = root.querySelector<HTMLElement>('.layer')
    if (layer) site.panel.part.peek()?.place(layer, host, beside, rtl)
  }
  const place = placeBeside(button, form.bound.root, host, size, placeOpen, () => site.view.peek()?.corner, signal)
  schemeOf(button, host, signal)

  const isOpen = computed(() => opening.state.value !== 'closed')
  const answers = answersOf(run, isOpen, site, signal)

  // Approached is not yet opened: by then the panel is there.
  for (const approach of ['pointerenter', 'focusin']) host.addEventListener(approach, site.panel.want, { signal })

  // What is folded out makes the panel taller.
  root.addEventListener('toggle', () => place(), { capture: true, signal })
  // A screen reader hears words that come, not words that are there; and what changes meanwhile, for as long as it may still read.
  const said = createSignal(false)
  const saying = effect(() => {
    if (site.saying.value?.button !== button) return
    said.value = false
    setTimeout(() => (said.value = true), 50)
    setTimeout(() => (said.value = false), 10_000)
  })

  const turn = createSignal(0)
  const redraw = () => void turn.value++

  let told: string | undefined
  let styled = false
  const stop = effect(() => {
    const now = run.value
    const panel = isOpen.value ? site.panel.part.value : undefined
    const fits = size.value
    const lines = answers.value
    const heard = said.value
    void turn.value
    if (isOpen.value) site.panel.want()
    if (!now) return
    if (panel && !styled) addStyles(root, panel.styles)
    styled ||= panel !== undefined
    const hide = () => (site.dismissed.value = true)
    draw(
      <Surface
        run={now}
        answers={lines}
        form={form}
        size={fits}
        said={heard}
        panel={panel}
        chip={chip}
        toggle={opening.toggle}
        hide={hide}
        ask={site.ask}
        redraw={redraw}
      />,
      root,
    )
    place()
    const state = stateOf(now)
    if (state !== told) site.tell({ kind: 'state', state })
    told = state
  })
  signal.addEventListener('abort', stop)
  const put = (corner: Corner | undefined) => void site.ask({ kind: 'corner', corner }).then(place)
  const stops = [
    saying,
    effect(() => hearWith(form, site.quote.part.value)),
    effect(() => void (form.turn.value, place())),
    effect(() => site.panel.part.value?.watchDrag({ host, root, button, put }, signal)),
    effect(() => site.view.value?.guard && site.guard.want()),
    effect(() => site.guard.part.value?.watch({ button, form, run, site }, signal)),
  ]
  signal.addEventListener('abort', () => stops.forEach((end) => end()))
  button.addEventListener('pointerenter', () => site.tell({ kind: 'soon' }), { signal })
  onPress(button, () => site.pressed(run.peek()), signal)
}
