/** The element a thing stands in, shadow hosts included. */
export const parentOf = (element: Element): Element | null =>
  element.parentElement ?? ((element.getRootNode() as ShadowRoot).host as Element | undefined) ?? null

/** Whether `outer` is or holds `inner`, through shadow roots. */
export function holds(outer: Element, inner: Element): boolean {
  if (outer.contains(inner)) return true
  const host = (inner.getRootNode() as ShadowRoot).host as Element | undefined
  return host ? holds(outer, host) : false
}

/** Whether the user can see an element: laid out, on the page, not clipped away, not transparent, not inert. */
export function isSeen(element: Element): boolean {
  if (element.checkVisibility && !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    return false
  const box = element.getBoundingClientRect()
  if (box.width < 4 || box.height < 4) return false
  if (isOff(element, box)) return false
  for (let at: Element | null = element; at; at = parentOf(at)) {
    // An open list of a library hides the rest of the page from screen readers, at the body: that is no reason to look away.
    if (
      at.parentElement?.localName !== 'body' &&
      (at.hasAttribute('inert') || at.getAttribute('aria-hidden') === 'true')
    )
      return false
    if (at !== element && isClosed(at)) return false
  }
  return true
}

/** Left of or above everything one can scroll to. */
function isOff(element: Element, box: DOMRect): boolean {
  const view = element.ownerDocument.defaultView
  if (!view) return false
  return box.right + view.scrollX <= 0 || box.bottom + view.scrollY <= 0 || box.left > 20_000
}

/** A collapsed box: nothing inside it is seen. */
function isClosed(element: Element): boolean {
  const { clientWidth, clientHeight } = element as HTMLElement
  if (clientWidth >= 4 && clientHeight >= 4) return false
  const style = element.ownerDocument.defaultView?.getComputedStyle(element)
  if (!style || style.display === 'inline' || style.display === 'contents') return false
  return style.overflowX !== 'visible' || style.overflowY !== 'visible' || style.clipPath !== 'none'
}

const drawnByOthers =
  'input[type=checkbox], input[type=radio], input[type=range], input[type=file], input[role=combobox]'

/** What the user sees of a control: itself, or, of a field that its label or wrapper draws (a styled radio button), that. */
export function standIn(control: Element): Element | undefined {
  if (isSeen(control)) return control
  if (!control.matches(drawnByOthers)) return undefined
  const label = (control as HTMLInputElement).labels?.[0] ?? control.closest('label')
  if (label && isSeen(label)) return label
  const box = control.getBoundingClientRect()
  for (let at = parentOf(control), steps = 0; at && steps < 3; at = parentOf(at), steps++) {
    if (at.matches('body, form, main') || at.querySelectorAll('input, select, textarea').length > 1) break
    if (isSeen(at))
      return control.checkVisibility?.() !== false && meets(box, at.getBoundingClientRect()) ? at : undefined
  }
  return undefined
}

const meets = (a: DOMRect, b: DOMRect) =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom
