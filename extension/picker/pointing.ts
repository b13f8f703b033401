import { holds } from '../detect/visible'

/** What can be pointed at: the elements of a kind, in the order of the page; `any`: whatever lies under the pointer counts too. */
export type Candidates = { elements: readonly Element[]; any: boolean }

const swallowed = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'click',
  'dblclick',
  'keypress',
  'keyup',
]

/**
 * Lets the user point at one element: with the pointer and a press, or with the arrow keys and Enter; Escape ends it. Nothing of that
 * reaches the page. Returns what was chosen; undefined: nothing.
 */
export function pointAt(
  { elements, any }: Candidates,
  host: Element,
  show: (element: Element | undefined) => void,
  signal: AbortSignal,
): Promise<Element | undefined> {
  const page = host.ownerDocument
  const ending = new AbortController()
  const life = AbortSignal.any([signal, ending.signal])
  return new Promise((resolve) => {
    let at: Element | undefined
    const go = (element: Element | undefined) => {
      at = element
      show(element)
    }
    const end = (chosen: Element | undefined) => {
      ending.abort()
      show(undefined)
      resolve(chosen)
    }
    const over = (event: Event) => {
      const [target] = event.composedPath()
      if (event.target === host || !(target instanceof Element)) return
      const found = elements.findLast((element) => holds(element, target))
      go(found ?? (any ? target : undefined))
    }
    const swallow = (event: Event) => {
      if (event.target === host) return
      event.stopImmediatePropagation()
      event.preventDefault()
      if (event.type !== 'click') return
      over(event)
      if (at) end(at)
    }
    const onKey = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
      if (event.key !== 'Enter' && event.key !== 'Escape' && step === undefined) return
      if (event.target === host && event.key === 'Enter' && !at) return
      event.stopImmediatePropagation()
      event.preventDefault()
      if (event.key === 'Escape') return end(undefined)
      if (event.key === 'Enter') return at && end(at)
      if (elements.length === 0) return
      const from = at ? elements.indexOf(at) : step! > 0 ? -1 : 0
      const next = elements[(from + step! + elements.length) % elements.length]!
      next.scrollIntoView({ block: 'nearest' })
      go(next)
    }
    const window = page.defaultView!
    window.addEventListener('pointermove', over, { capture: true, passive: true, signal: life })
    for (const kind of swallowed)
      window.addEventListener(kind, swallow, { capture: true, passive: false, signal: life })
    window.addEventListener('keydown', onKey, { capture: true, signal: life })
    signal.addEventListener('abort', () => resolve(undefined))
  })
}
