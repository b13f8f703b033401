import { shadowOf } from '../detect/deep'
import { holds } from '../detect/visible'
import { whenCovered } from '../overlay/ground'
import { isOurs } from '../overlay/host'

type Seen = IntersectionObserverEntry & { isVisible?: boolean }

/** What a browser draws above the rest of a page: only such can lie over a modal dialog, and a press there goes through it. */
const top = ':popover-open, :modal, :fullscreen'
const most = 200_000

/**
 * Whether an element of a modal dialog of ours is what the user sees there: a page may lay a decoy over it that lets presses through. The
 * browser itself tells, where it can; in all of them, no when the page has anything where such decoys are, however small: it may draw far
 * beyond its box.
 */
export function uncovered(element: Element, signal: AbortSignal): () => boolean {
  let last: boolean | undefined
  const observer = new IntersectionObserver((entries) => (last = (entries.at(-1) as Seen).isVisible), whenCovered)
  observer.observe(element)
  signal.addEventListener('abort', () => observer.disconnect())
  return () => {
    const [now] = observer.takeRecords().slice(-1)
    if (now) last = (now as Seen).isVisible
    return last !== false && isOnTop(element)
  }
}

/** Nothing but us, and the dialog of the page that we lie in, is above the page; no where that cannot be told. */
function isOnTop(element: Element): boolean {
  const roots: ParentNode[] = [element.ownerDocument]
  let looked = 0
  for (let root = roots.pop(); root; root = roots.pop()) {
    if ([...root.querySelectorAll(top)].some((it) => !holds(it, element) && !isOurs(it))) return false
    for (const one of root.querySelectorAll('*')) {
      if (++looked > most) return false
      const inner = isOurs(one) ? null : shadowOf(one)
      if (inner) roots.push(inner)
    }
  }
  return true
}
