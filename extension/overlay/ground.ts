export type Area = { left: number; top: number; right: number; bottom: number }
export type Box = { width: number; height: number }

/** An intersection observer that is told when something comes to lie over an element, where the browser can tell. */
export const whenCovered = { threshold: [0, 1], trackVisibility: true, delay: 100 }

/** What lies at a point of the window, our own element left out. */
export function topmost(near: Element, host: HTMLElement, x: number, y: number): Element | undefined {
  const root = near.getRootNode() as Document | ShadowRoot
  return root.elementsFromPoint(x, y).find((element) => element !== host)
}

/** Whether an area is in the window and covers nothing but what lies around the button. */
export function isFree(area: Area, button: Element, host: HTMLElement, edge: number): boolean {
  const { clientWidth, clientHeight } = button.ownerDocument.documentElement
  const { left, top, right, bottom } = area
  if (left < edge || top < edge || right > clientWidth - edge || bottom > clientHeight - edge) return false
  const across = [0.02, 0.25, 0.5, 0.75, 0.98].map((part) => left + (right - left) * part)
  const down = [0.05, 0.5, 0.95].map((part) => top + (bottom - top) * part)
  return across.every((x) => down.every((y) => isGround(button, host, x, y)))
}

function isGround(button: Element, host: HTMLElement, x: number, y: number): boolean {
  const top = topmost(button, host, x, y)
  return !top || top.contains(button)
}

/** Where a chip belongs: at the button while it can be seen, else at the foot of what can be seen of its form; nowhere without a button. */
export function anchorOf(
  button: Element,
  form: Element,
  host: HTMLElement,
): { area: Area; docked: boolean } | undefined {
  const area = button.getBoundingClientRect()
  if (!button.checkVisibility()) return undefined
  if (isUncovered(button, area, host)) return { area, docked: false }
  const seen = visiblePart(form)
  if (!seen || seen.bottom - seen.top < 80 || !isUncovered(form, seen, host)) return undefined
  return { area: { ...seen, top: seen.bottom - 44, bottom: seen.bottom - 4 }, docked: true }
}

function isUncovered(element: Element, area: Area, host: HTMLElement): boolean {
  const hit = hitAt(element, area, host)
  return !!hit && isOf(element, hit)
}

/** Whether something of the page lies over an element, where the window shows it at all. */
export function isCovered(element: Element, host: HTMLElement): boolean {
  const hit = hitAt(element, element.getBoundingClientRect(), host)
  return !!hit && !isOf(element, hit)
}

const isOf = (element: Element, hit: Element) => element.contains(hit) || hit.contains(element)

const hitAt = (element: Element, { left, top, right, bottom }: Area, host: HTMLElement) =>
  right > left && bottom > top ? topmost(element, host, (left + right) / 2, (top + bottom) / 2) : undefined

/** What is left of an element after the window and every scrolling box around it have cut it. */
function visiblePart(element: Element): Area | undefined {
  const { clientWidth, clientHeight } = element.ownerDocument.documentElement
  let seen: Area = { left: 0, top: 0, right: clientWidth, bottom: clientHeight }
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at === element || getComputedStyle(at).overflowY !== 'visible') seen = cut(seen, at.getBoundingClientRect())
  }
  return seen.right > seen.left && seen.bottom > seen.top ? seen : undefined
}

function cut(a: Area, b: Area): Area {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  }
}

/** How many pixels of the window one of an element's own is: pages are zoomed by their own style, too. */
export const zoomOf = (element: HTMLElement): number => element.getBoundingClientRect().width / element.offsetWidth || 1
