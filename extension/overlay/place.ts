import { autoUpdate } from '@floating-ui/dom'
import type { Signal } from '@preact/signals-core'
import { inCorner, type Corner } from './corner'
import { anchorOf, isCovered, isFree, whenCovered, zoomOf, type Area, type Box } from './ground'
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
    const box = host.getBoundingClientRect()
    const wanted = corner()
    if (wanted) {
      show(button.checkVisibility() && !isCovered(button, host))
      moveTo(host, inCorner(wanted, host, box, signal))
      return placeOpen(nowhere, rtl)
    }
    const anchor = anchorOf(button, form, host)
    show(!!anchor)
    if (!anchor || host.offsetWidth === 0) return
    const at = (side: Side) => spot(anchor.area, box, side, rtl)
    const free = (side: Side) => isFree(areaAt(at(side), box), button, host, edge)
    const order = anchor.docked ? sides.slice(0, 2) : sides
    const chosen = order.find((side) => side === present && free(side)) ?? order.find(free)
    // Drawn shorter it is placed again.
    if (!chosen && size.peek() === 'full') return void (size.value = 'short')
    present = chosen ?? present
    const point = chosen ? at(chosen) : anchor.docked ? inside(anchor.area, box, rtl) : at('above-end')
    moveTo(host, within(point, box, host))
    placeOpen(anchor.docked ? nowhere : anchor.area, rtl)
  }
  signal.addEventListener('abort', autoUpdate(button, host, update))
  window.addEventListener('resize', () => (size.value = 'full'), { signal })
  // What the page lays over its button takes the focus, or the browser tells where it can (trackVisibility).
  window.addEventListener('focusin', update, { signal })
  const covering = new IntersectionObserver(update, whenCovered)
  covering.observe(button)
  signal.addEventListener('abort', () => covering.disconnect())
  return update
}

function spot({ left, top, right, bottom }: Area, { width, height }: Box, side: Side, rtl: boolean): Point {
  const [start, end] = rtl ? [right - width, left] : [left, right - width]
  const [after, before] = [right + gap, left - gap - width]
  const middle = (top + bottom - height) / 2
  if (side === 'after') return { x: rtl ? before : after, y: middle }
  if (side === 'before') return { x: rtl ? after : before, y: middle }
  return { x: side.endsWith('end') ? end : start, y: side.startsWith('above') ? top - gap - height : bottom + gap }
}

const inside = ({ left, right, bottom }: Area, { width, height }: Box, rtl: boolean): Point => ({
  x: rtl ? left + gap : right - width - gap,
  y: bottom - height - gap,
})

const areaAt = ({ x, y }: Point, { width, height }: Box): Area => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
})

/** Kept inside the window. */
function within({ x, y }: Point, { width, height }: Box, host: HTMLElement): Point {
  const { clientWidth, clientHeight } = host.ownerDocument.documentElement
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
