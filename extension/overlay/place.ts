import { autoUpdate } from '@floating-ui/dom'
import type { Signal } from '@preact/signals-core'
import { inCorner, type Corner } from './corner'
import { anchorOf, isFree, type Area } from './ground'

type Point = { x: number; y: number }
type Side = 'after' | 'before' | 'above-end' | 'below-end' | 'above-start' | 'below-start'
export type Size = 'full' | 'short' | 'glyph'

const sides: Side[] = ['after', 'before', 'above-end', 'below-end', 'above-start', 'below-start']
const gap = 8
const edge = 4
const nowhere: Area = { left: -1, top: -1, right: -1, bottom: -1 }

/**
 * Keeps a chip beside a button, out of the page's flow, until `signal` aborts: on empty ground where there is some. While the
 * button is scrolled out of sight the chip stays at the foot of its form; it hides where that is covered or out of sight too.
 * Nothing runs while neither moves. Where the user wants it in a corner it stays there, for as long as the button is on the page. Returns a way to place it again.
 */
export function placeBeside(
  button: Element,
  form: Element,
  host: HTMLElement,
  size: Signal<Size>,
  placeOpen: (button: Area, rtl: boolean) => void,
  corner: () => Corner | undefined,
  signal: AbortSignal,
): () => void {
  let present: Side | undefined
  const window = button.ownerDocument.defaultView!
  function update() {
    if (host.hasAttribute('data-held')) return
    const rtl = getComputedStyle(button).direction === 'rtl'
    const wanted = corner()
    if (wanted) {
      host.style.setProperty('--forecost-seen', button.checkVisibility() ? 'visible' : 'hidden')
      moveTo(host, inCorner(wanted, host, signal))
      return placeOpen(nowhere, rtl)
    }
    const anchor = anchorOf(button, form, host)
    host.style.setProperty('--forecost-seen', anchor ? 'visible' : 'hidden')
    if (!anchor || host.offsetWidth === 0) return
    const at = (side: Side) => spot(anchor.area, host, side, rtl)
    const free = (side: Side) => isFree(areaAt(at(side), host), button, host, edge)
    const order = anchor.docked ? sides.slice(0, 2) : sides
    const chosen = order.find((side) => side === present && free(side)) ?? order.find(free)
    if (!chosen && size.peek() === 'full') size.value = 'short'
    present = chosen ?? present
    const point = chosen ? at(chosen) : anchor.docked ? inside(anchor.area, host, rtl) : at('above-end')
    moveTo(host, within(point, host))
    placeOpen(anchor.docked ? nowhere : anchor.area, rtl)
  }
  signal.addEventListener('abort', autoUpdate(button, host, update))
  window.addEventListener('resize', () => (size.value = 'full'), { signal })
  return update
}

function spot({ left, top, right, bottom }: Area, host: HTMLElement, side: Side, rtl: boolean): Point {
  const { offsetWidth: width, offsetHeight: height } = host
  const [start, end] = rtl ? [right - width, left] : [left, right - width]
  const [after, before] = [right + gap, left - gap - width]
  const middle = (top + bottom - height) / 2
  if (side === 'after') return { x: rtl ? before : after, y: middle }
  if (side === 'before') return { x: rtl ? after : before, y: middle }
  return { x: side.endsWith('end') ? end : start, y: side.startsWith('above') ? top - gap - height : bottom + gap }
}

function inside({ left, right, bottom }: Area, host: HTMLElement, rtl: boolean): Point {
  return { x: rtl ? left + gap : right - host.offsetWidth - gap, y: bottom - host.offsetHeight - gap }
}

function areaAt({ x, y }: Point, { offsetWidth, offsetHeight }: HTMLElement): Area {
  return { left: x, top: y, right: x + offsetWidth, bottom: y + offsetHeight }
}

/** Kept inside the window. */
function within({ x, y }: Point, { offsetWidth, offsetHeight, ownerDocument }: HTMLElement): Point {
  const { clientWidth, clientHeight } = ownerDocument.documentElement
  const clamp = (n: number, size: number, room: number) => Math.max(edge, Math.min(n, room - size - edge))
  return { x: clamp(x, offsetWidth, clientWidth), y: clamp(y, offsetHeight, clientHeight) }
}

/** Moves to a point of the window; where an ancestor is transformed, "fixed" counts from it, and the difference is made good. */
function moveTo(host: HTMLElement, { x, y }: Point) {
  const move = (left: number, top: number) => {
    host.style.setProperty('--forecost-x', `${Math.round(left)}px`)
    host.style.setProperty('--forecost-y', `${Math.round(top)}px`)
  }
  move(x, y)
  const at = host.getBoundingClientRect()
  if (Math.abs(at.left - x) > 1 || Math.abs(at.top - y) > 1) move(2 * x - at.left, 2 * y - at.top)
}
