// An important rule inside the shadow root cannot be overruled by the page; only these properties may be set from outside it.
const frame = `
:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; inline-size: max-content !important;
  z-index: 2147483000 !important; color-scheme: var(--forecost-scheme, light dark) !important;
  transform: translate(var(--forecost-x, 0px), var(--forecost-y, 0px)) !important; visibility: var(--forecost-seen, hidden) !important; }
@media print { :host { display: none !important } }
`

/**
 * An element of ours in the page, outside its flow, with a closed shadow root. It lies where the button's own layer is: in its
 * dialog, else at the end of the document. Removed when `signal` aborts.
 */
export function addHost(button: Element, styles: string, signal: AbortSignal): { host: HTMLElement; root: ShadowRoot } {
  const page = button.ownerDocument
  const host = page.createElement('forecost-overlay')
  const root = host.attachShadow({ mode: 'closed' })
  addStyles(root, styles + frame)
  const layer = button.closest('dialog[open], [popover], [aria-modal="true"]') ?? page.documentElement
  layer.append(host)
  signal.addEventListener('abort', () => host.remove())
  return { host, root }
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
