const most = 20_000

type Opener = { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null }

/** The shadow root of an element, closed ones too where the browser gives them to extensions. */
export function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot
  const chromium = (globalThis as { chrome?: { dom?: Opener } }).chrome?.dom?.openOrClosedShadowRoot
  try {
    return (
      chromium?.(element) ??
      (element as Element & { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot ??
      null
    )
  } catch {
    return null
  }
}

/** The roots a page is made of: itself, and the shadow roots of its custom elements, at most 20,000 of them. */
export function rootsOf(page: ParentNode): ParentNode[] {
  const roots: ParentNode[] = [page]
  for (let i = 0; i < roots.length && roots.length < most; i++) {
    for (const element of roots[i]!.querySelectorAll('*')) {
      if (!element.localName.includes('-') || element.localName === 'forecost-overlay') continue
      const inner = shadowOf(element)
      if (inner) roots.push(inner)
    }
  }
  return roots
}

/** Elements of all roots that match, at most `limit`, in the order of the roots. */
export function findAll(roots: ParentNode[], selector: string, limit: number): Element[] {
  const found: Element[] = []
  for (const root of roots) {
    for (const element of root.querySelectorAll(selector)) {
      if (found.length >= limit) return found
      found.push(element)
    }
  }
  return found
}
