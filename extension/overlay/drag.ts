import { corners, type Corner } from './corner'

const least = 6
const home = 80

/** Marks a chip that is being dragged: whoever places it leaves it alone. */
const held = 'data-held'

/**
 * Lets the user drag a chip to a corner of the window, or back to its button; `put` is told where it was let go. A drag is not a press:
 * the click at its end opens nothing.
 */
export function watchDrag({ host, root, button, put }: Draggable, signal: AbortSignal): void {
  const window = host.ownerDocument.defaultView!
  root.addEventListener('pointerdown', (event) => begin(event as PointerEvent), { signal })
  // Who drags the chip goes on writing where they were.
  root.addEventListener('mousedown', (event) => chipOf(event) && event.preventDefault(), { signal })

  function begin(down: PointerEvent) {
    if (!down.isTrusted || !down.isPrimary || down.button !== 0) return
    const chip = chipOf(down)
    if (!chip) return
    const ending = new AbortController()
    const life = { signal: AbortSignal.any([signal, ending.signal]), capture: true }
    const at = host.getBoundingClientRect()
    let moved = false
    window.addEventListener('pointermove', move, life)
    window.addEventListener('pointerup', end, life)
    window.addEventListener('pointercancel', end, life)
    life.signal.addEventListener('abort', () => host.removeAttribute(held))

    function move({ pointerId, clientX, clientY }: PointerEvent) {
      if (pointerId !== down.pointerId) return
      const [x, y] = [clientX - down.clientX, clientY - down.clientY]
      moved ||= Math.hypot(x, y) >= least
      if (!moved) return
      host.setAttribute(held, '')
      host.style.setProperty('--forecost-x', `${Math.round(at.left + x)}px`)
      host.style.setProperty('--forecost-y', `${Math.round(at.top + y)}px`)
    }
    function end({ type, pointerId, clientX, clientY }: PointerEvent) {
      if (pointerId !== down.pointerId) return
      ending.abort()
      if (!moved) return chip!.focus({ preventScroll: true })
      if (type === 'pointerup') root.addEventListener('click', swallow, { capture: true, once: true })
      // Where the pointer leaves the chip no click follows.
      setTimeout(() => root.removeEventListener('click', swallow, true))
      put(type === 'pointerup' ? cornerAt(clientX, clientY, button) : undefined)
    }
  }
}

type Draggable = { host: HTMLElement; root: ShadowRoot; button: Element; put: (corner: Corner | undefined) => void }

const chipOf = ({ target }: Event) => (target as Element).closest<HTMLElement>('.chip')

const swallow = (event: Event) => {
  event.stopPropagation()
  event.preventDefault()
}

function cornerAt(x: number, y: number, button: Element): Corner | undefined {
  const { left, right, top, bottom } = button.getBoundingClientRect()
  if (x > left - home && x < right + home && y > top - home && y < bottom + home) return undefined
  const { clientWidth, clientHeight } = button.ownerDocument.documentElement
  return `${y < clientHeight / 2 ? 'top' : 'bottom'}-${x < clientWidth / 2 ? 'left' : 'right'}`
}

/** The place after this one, for whoever moves the chip by keyboard: every corner, then beside its button again. */
export const cornerAfter = (corner: Corner | undefined): Corner | undefined =>
  corner === undefined ? corners[0] : corners[corners.indexOf(corner) + 1]
