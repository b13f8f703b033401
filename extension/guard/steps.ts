import { holds, isSeen, parentOf } from '../detect/visible'
import type { Step } from './presses'

/** Every event by which a press may reach the page's own handlers. */
export const kinds = [
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'click'],
  ...['keydown', 'keypress', 'keyup', 'submit'],
]

/** What an event is to a button that starts a run; undefined: nothing. `form`: the box of its settings. */
export function stepOf(event: Event, button: HTMLElement, form: Element): Step | undefined {
  const path = event.composedPath()
  if (event.type === 'submit') return isOwnSubmit(event as SubmitEvent, button) ? 'submit' : undefined
  if (path.includes(button)) return onButton(event)
  if (event.type === 'keydown' && isNear(path, form) && isShortcut(event as KeyboardEvent, button)) return 'key'
  return undefined
}

function onButton(event: Event): Step {
  if (event.type === 'pointerdown') return 'start'
  if (event.type === 'click') return 'click'
  if (event.type !== 'keydown') return 'other'
  const { key, repeat } = event as KeyboardEvent
  return (key === 'Enter' || key === ' ') && !repeat ? 'key' : 'other'
}

/** Keys count in the form, and where nothing has the focus. */
const isNear = (path: EventTarget[], form: Element) => path.includes(form) || (path[0] as Element).localName === 'body'

/** Ctrl or Command with Enter, and what the button itself declares. */
function isShortcut(event: KeyboardEvent, button: HTMLElement): boolean {
  if (event.repeat || event.isComposing) return false
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return true
  const declared = button.getAttribute('aria-keyshortcuts')?.slice(0, 200).split(/\s+/) ?? []
  return declared.some((combination) => isPressed(event, combination.split('+')))
}

function isPressed({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent, parts: string[]): boolean {
  const wanted = parts.at(-1)
  if (!wanted || key.toLowerCase() !== wanted.toLowerCase()) return false
  const held = { Control: ctrlKey, Meta: metaKey, Alt: altKey, Shift: shiftKey }
  return Object.entries(held).every(([name, down]) => down === parts.slice(0, -1).includes(name))
}

/** A submission is this button's unless another button that can be seen made it. */
function isOwnSubmit({ target, submitter }: SubmitEvent, button: HTMLElement): boolean {
  if (target !== formOf(button)) return false
  return !submitter || submitter === button || holds(submitter, button) || !isSeen(submitter)
}

/** The form a button submits, through shadow hosts. */
export function formOf(button: HTMLElement): Element | null {
  const own = (button as HTMLButtonElement).form
  if (own) return own
  for (let at: Element | null = button; at; at = parentOf(at)) if (at.localName === 'form') return at
  return null
}
