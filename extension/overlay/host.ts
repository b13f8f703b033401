import { parentOf } from '../detect/visible'

// An important rule inside the shadow root cannot be overruled by the page; only these properties may be set from outside it.
const frame = `
:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; inline-size: max-content !important;
  z-index: 2147483647 !important; color-scheme: var(--forecost-scheme, light dark) !important;
  transform: translate(var(--forecost-x, 0px), var(--forecost-y, 0px)) !important; visibility: var(--forecost-seen, hidden) !important; }
@media print { :host { display: none !important } }
`

const ours = Symbol.for('forecost.ours')
type Ours = Element & { [ours]?: true }

/** Whether an element is one of ours, whatever script made it. Pages can neither see nor set what tells: they live in another world. */
export const isOurs = (element: Element): boolean => (element as Ours)[ours] === true

const layers = 'dialog[open], :popover-open, [aria-modal=true], [role=dialog], [role=alertdialog]'

/** An element of ours in the page, outside its flow, with a closed shadow root. Removed when `signal` aborts. */
export function addHost(button: Element, styles: string, signal: AbortSignal): { host: HTMLElement; root: ShadowRoot } {
  const page = button.ownerDocument
  const host = page.createElement('forecost-overlay')
  const root = host.attachShadow({ mode: 'closed' })
  addStyles(root, styles + frame)
  ;(host as Ours)[ours] = true
  toLayer(button, host)
  signal.addEventListener('abort', () => host.remove())
  return { host, root }
}

/**
 * Puts an element of ours where the button's own layer is now: in its dialog, where it may be pressed and is drawn above what the dialog
 * cuts off or distorts, else at the end of the document.
 */
export function toLayer(button: Element, host: HTMLElement) {
  const { documentElement } = button.ownerDocument
  let around: Element | null = button
  while (around && !around.matches(layers)) around = around.assignedSlot ?? parentOf(around)
  const layer = around ?? documentElement
  if (host.parentNode === layer) return
  layer.append(host)
  if (layer === documentElement) return
  host.popover = 'manual'
  rise()

  /** A layer that is closed and opened again at once comes to lie over what it holds. */
  function rise() {
    if (host.parentNode !== layer || !host.isConnected) return
    host.hidePopover()
    host.showPopover()
    layer.addEventListener('close', rise, { once: true })
  }
}

// A style sheet made by script is free of the page's content policy; some browsers keep such sheets from content scripts.
/** Gives a shadow root more styles. */
export function addStyles(root: ShadowRoot, css: string) {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
    if (root.adoptedStyleSheets.includes(sheet)) return
  } catch {
    // fall through
  }
  const style = root.ownerDocument.createElement('style')
  style.textContent = css
  root.append(style)
}
