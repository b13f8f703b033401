import type { ReadonlySignal } from '@preact/signals-core'
import type { Form } from '../binding/watch'
import type { Run } from '../overlay/run'
import type { Site } from '../overlay/site'
import { createAllowance } from './allowance'
import { askBefore } from './asks'
import { openDialog } from './dialog'
import { pressesOf, type Verdict } from './presses'
import { kinds, stepOf } from './steps'

export type Guarded = { button: HTMLElement; form: Form; run: ReadonlySignal<Run | undefined>; site: Site }

// One for the page: what is allowed at one of two buttons of a form is allowed at the other.
const allowance = createAllowance(() => Date.now())
// An event is judged once, however many buttons of a form hear it.
const judged = new WeakMap<Event, Verdict>()
const byForm = new WeakMap<Form, ReturnType<typeof pressesOf>>()

/**
 * Asks before the press of a button when its run passes what the user set. A press is let through whole or not at all; none is ever
 * made here. Whatever goes wrong in here, and when the add-on itself is gone, the press goes through.
 */
function watch(guarded: Guarded, signal: AbortSignal): void {
  const { button, form } = guarded
  const verdictOn = byForm.get(form) ?? pressesOf(...ways(guarded, form.signal))
  byForm.set(form, verdictOn)
  const hear = (event: Event) => {
    try {
      const step = stepOf(event, button, form.bound.root)
      if (!step) return
      const verdict = judged.get(event) ?? verdictOn(step, event.timeStamp)
      judged.set(event, verdict)
      if (verdict === 'pass') return
      event.stopImmediatePropagation()
      if (['click', 'submit', 'keydown', 'keypress', 'keyup'].includes(event.type)) event.preventDefault()
    } catch {
      // The press goes through.
    }
  }
  const root = button.getRootNode()
  // Submissions inside a shadow root never reach the window, nor does what a closed one holds.
  const places =
    root instanceof ShadowRoot ? [button.ownerDocument.defaultView!, root] : [button.ownerDocument.defaultView!]
  for (const place of places) {
    for (const kind of kinds) place.addEventListener(kind, hear, { capture: true, signal })
  }
}

const ways = (guarded: Guarded, life: AbortSignal) =>
  [() => judge(guarded), () => allowance.use(), () => ask(guarded, life)] as const

function judge({ form, run, site }: Guarded): Verdict {
  if (!site.isAlive()) return 'pass'
  form.read()
  const now = run.peek()
  if (!now || !askBefore(now, now.site.guard)) return 'pass'
  return allowance.has(now) ? 'pass' : 'stop'
}

function ask({ button, run, site }: Guarded, signal: AbortSignal): void {
  const now = run.peek()!
  openDialog(
    { button, run: now, site, why: askBefore(now, now.site.guard)!, allow: () => allowance.allow(now) },
    signal,
  )
}

/** The guard of the overlay: brought into a page only where the user has turned it on. */
export const guard = { watch }
