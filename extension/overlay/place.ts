import { autoUpdate } from '@floating-ui/dom'
import type { Signal } from '@preact/signals-core'

type Point = { x: number; y: number }
type Side = 'after' | 'before' | 'above-end' | 'below-end' | 'above-start' | 'below-start'

const sides: Side[] = ['after', 'before', 'above-end', 'below-end', 'above-start', 'below-start']
const gap = 8
const edge = 4

export type Size = 'full' | 'short' | 'glyph'

/**
 * Keeps a chip beside a button, out of the page's flow, until `signal` aborts: on empty ground where there is some, hidden while
 * the button is out of sight or covered. Nothing runs while neither moves. Returns a way to place it again.
 */
export function placeBeside(button: Element, host: HTMLElement, size: Signal<Size>, signal: AbortSignal): () => void {
  let present: Side | undefined
  function update() {
    const seen = isInSight(button, host)
    host.style.setProperty('--forecost-seen', seen ? 'visible' : 'hidden')
    if (!seen || host.offsetWidth === 0) return
    present = freeSide(button, host, present)
    const at = within(spot(button, host, present ?? 'above-end'), host)
    moveTo(host, at)
    turnPanel(host, at)
  }
  signal.addEventListener('abort', autoUpdate(button, host, update))
  return update
}

/** The panel opens to the side with room. */
function turnPanel(host: HTMLElement, { x, y }: Point) {
  const { clientWidth, clientHeight } = host.ownerDocument.documentElement
  host.toggleAttribute('data-up', y > clientHeight / 2)
  const rtl = getComputedStyle(host).direction === 'rtl'
  host.toggleAttribute('data-start', x + host.offsetWidth / 2 < clientWidth / 2 !== rtl)
}

/** The first side where the chip covers nothing of the page; the one in use stays while it is free. */
function freeSide(button: Element, host: HTMLElement, present: Side | undefined): Side | undefined {
  const order = present ? [present, ...sides] : sides
  return order.find((side) => isFree(button, host, spot(button, host, side))) ?? present
}

function spot(button: Element, host: HTMLElement, side: Side): Point {
  const at = button.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = host
  const rtl = getComputedStyle(button).direction === 'rtl'
  const [start, end] = rtl ? [at.right - width, at.left] : [at.left, at.right - width]
  const [after, before] = [at.right + gap, at.left - gap - width]
  const middle = at.top + (at.height - height) / 2
  if (side === 'after') return { x: rtl ? before : after, y: middle }
  if (side === 'before') return { x: rtl ? after : before, y: middle }
  return {
    x: side.endsWith('end') ? end : start,
    y: side.startsWith('above') ? at.top - gap - height : at.bottom + gap,
  }
}

function isFree(button: Element, host: HTMLElement, { x, y }: Point): boolean {
  const { offsetWidth: width, offsetHeight: height } = host
  const { clientWidth, clientHeight } = button.ownerDocument.documentElement
  if (x < edge || y < edge || x + width > clientWidth - edge || y + height > clientHeight - edge) return false
  const across = [0.02, 0.25, 0.5, 0.75, 0.98].map((part) => x + width * part)
  const down = [0.05, 0.5, 0.95].map((part) => y + height * part)
  return across.every((px) => down.every((py) => isGround(button, host, px, py)))
}

/** Ground is what lies around the button: nothing, or an element that holds it. */
function isGround(button: Element, host: HTMLElement, x: number, y: number): boolean {
  const top = topmost(button, host, x, y)
  return !top || top.contains(button)
}

function isInSight(button: Element, host: HTMLElement): boolean {
  const { left, top, width, height } = button.getBoundingClientRect()
  if (width === 0 || height === 0) return false
  const hit = topmost(button, host, left + width / 2, top + height / 2)
  return !!hit && (button.contains(hit) || hit.contains(button))
}

function topmost(near: Element, host: HTMLElement, x: number, y: number): Element | undefined {
  const root = near.getRootNode() as Document | ShadowRoot
  return root.elementsFromPoint(x, y).find((element) => element !== host)
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
