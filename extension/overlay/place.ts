import { autoUpdate } from '@floating-ui/dom'
import type { Signal } from '@preact/signals-core'
import { inCorner, type Corner } from './corner'
import { anchorOf, isCovered, isFree, zoomOf, type Area } from './ground'
import { toLayer } from './host'

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
  const show = (seen: boolean) => host.style.setProperty('--forecost-seen', seen ? 'visible' : 'hidden')
  function update() {
    if (host.hasAttribute('data-held')) return
    // Where the page has thrown it out it stays out.
    if (host.isConnected) toLayer(button, host)
    const rtl = getComputedStyle(button).direction === 'rtl'
    const wanted = corner()
    if (wanted) {
      show(button.checkVisibility() && !isCovered(button, host))
      moveTo(host, inCorner(wanted, host, signal))
      return placeOpen(nowhere, rtl)
    }
    const anchor = anchorOf(button, form, host)
    show(!!anchor)
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
  // What the page lays over its button takes the focus, or the browser tells where it can (trackVisibility).
  window.addEventListener('focusin', update, { signal })
  const options = { threshold: [0, 1], trackVisibility: true, delay: 100 }
  const covering = new IntersectionObserver(update, options)
  covering.observe(button)
  signal.addEventListener('abort', () => covering.disconnect())
  return update
}

function spot({ left, top, right, bottom }: Area, host: HTMLElement, side: Side, rtl: boolean): Point {
  const { width, height } = host.getBoundingClientRect()
  const [start, end] = rtl ? [right - width, left] : [left, right - width]
  const [after, before] = [right + gap, left - gap - width]
  const middle = (top + bottom - height) / 2
  if (side === 'after') return { x: rtl ? before : after, y: middle }
  if (side === 'before') return { x: rtl ? after : before, y: middle }
  return { x: side.endsWith('end') ? end : start, y: side.startsWith('above') ? top - gap - height : bottom + gap }
}

function inside({ left, right, bottom }: Area, host: HTMLElement, rtl: boolean): Point {
  const { width, height } = host.getBoundingClientRect()
  return { x: rtl ? left + gap : right - width - gap, y: bottom - height - gap }
}

function areaAt({ x, y }: Point, host: HTMLElement): Area {
  const { width, height } = host.getBoundingClientRect()
  return { left: x, top: y, right: x + width, bottom: y + height }
}

/** Kept inside the window. */
function within({ x, y }: Point, host: HTMLElement): Point {
  const { clientWidth, clientHeight } = host.ownerDocument.documentElement
  const { width, height } = host.getBoundingClientRect()
  const clamp = (n: number, size: number, room: number) => Math.max(edge, Math.min(n, room - size - edge))
  return { x: clamp(x, width, clientWidth), y: clamp(y, height, clientHeight) }
}

/** Moves to a point of the window; where the page is zoomed by its own style, or "fixed" counts from elsewhere, that is made good. */
function moveTo(host: HTMLElement, { x, y }: Point) {
  const zoom = zoomOf(host)
  const move = (left: number, top: number) => {
    host.style.setProperty('--forecost-x', `${Math.round(left)}px`)
    host.style.setProperty('--forecost-y', `${Math.round(top)}px`)
  }
  move(x / zoom, y / zoom)
  const at = host.getBoundingClientRect()
  if (Math.abs(at.left - x) > 1 || Math.abs(at.top - y) > 1) move((2 * x - at.left) / zoom, (2 * y - at.top) / zoom)
}
