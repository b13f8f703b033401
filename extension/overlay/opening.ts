import { signal as createSignal, type Signal } from '@preact/signals-core'

/** Whether the panel is open, and what opened it: resting on the chip, or a press that keeps it. */
export type Opening = { state: Signal<'closed' | 'shown' | 'kept'>; toggle(): void; close(): void }

const openAfter = 120
const closeAfter = 250

/**
 * Opens the panel on hover, focus or press of what is in `host`, and closes it on leaving or Escape. Focus is never taken: Escape
 * gives it back to the chip only when it was inside.
 */
export function openingOf(
  host: HTMLElement,
  root: ShadowRoot,
  chip: () => HTMLElement | null,
  life: AbortSignal,
): Opening {
  const state = createSignal<'closed' | 'shown' | 'kept'>('closed')
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = (delay: number, act: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(act, delay)
  }
  const close = () => {
    clearTimeout(timer)
    state.value = 'closed'
  }
  const open = () => state.value === 'closed' && (state.value = 'shown')
  const leave = () => state.peek() === 'shown' && close()

  // The page may push the chip under a pointer that rests: only a pointer that moves asks for the panel.
  host.addEventListener('pointermove', (event) => moves(event) && later(openAfter, open), { signal: life })
  host.addEventListener('pointerleave', () => later(closeAfter, leave), { signal: life })
  root.addEventListener('focusin', () => chip()?.matches(':focus-visible') && open(), { signal: life })
  root.addEventListener('focusout', (event) => !inside(root, event as FocusEvent) && leave(), { signal: life })
  host.ownerDocument.defaultView!.addEventListener('keydown', onKey, { capture: true, signal: life })
  host.ownerDocument.addEventListener('pointerdown', (event) => event.target !== host && close(), {
    capture: true,
    signal: life,
  })
  life.addEventListener('abort', () => clearTimeout(timer))

  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || state.peek() === 'closed') return
    close()
    if (!root.activeElement) return
    event.stopPropagation()
    event.preventDefault()
    chip()?.focus()
  }
  return { state, close, toggle: () => (state.value === 'kept' ? close() : (state.value = 'kept')) }
}

function moves({ movementX, movementY, pointerType, buttons }: PointerEvent): boolean {
  return pointerType === 'mouse' && buttons === 0 && (movementX !== 0 || movementY !== 0)
}

function inside(root: ShadowRoot, { relatedTarget }: FocusEvent): boolean {
  return relatedTarget instanceof Node && root.contains(relatedTarget)
}
