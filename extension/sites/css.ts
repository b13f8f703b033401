const most = 12

/** A selector of one element: from the nearest id that a person wrote, down by kind and place; " >>> " steps into a shadow root. */
export function cssOf(element: Element): string {
  const parts: string[] = []
  let at: Element | null = element
  while (at && parts.length < most && at.localName !== 'body') {
    const id: string = at.id
    if (isWritten(id)) {
      parts.unshift(`#${CSS.escape(id)}`)
      break
    }
    parts.unshift(stepOf(at))
    const root: Node = at.getRootNode()
    const outer: Element | null = at.parentElement
    if (!outer && root instanceof ShadowRoot) parts.unshift('>>>')
    at = outer ?? (root instanceof ShadowRoot ? root.host : null)
  }
  return parts
    .join(' > ')
    .replaceAll(' > >>> > ', ' >>> ')
    .replace(/^>>> > /, '')
    .slice(-500)
}

function stepOf(element: Element): string {
  const siblings = element.parentElement ? [...element.parentElement.children] : [element]
  const like = siblings.filter((it) => it.localName === element.localName)
  return like.length < 2 ? element.localName : `${element.localName}:nth-of-type(${like.indexOf(element) + 1})`
}

/** Ids made by a library at each mount have digits or colons. */
const isWritten = (id: string) => /^[A-Za-z][A-Za-z_-]{1,60}$/.test(id)

/** Whether an element is at the place a selector means, or in it. A selector that cannot be read means nothing. */
export function isAt(element: Element, selector: string): boolean {
  try {
    const [own, ...outer] = selector.split(' >>> ').reverse() as [string, ...string[]]
    if (!element.matches(own)) return false
    let host: Element | null = element
    for (const part of outer) {
      host = ((host?.getRootNode() as ShadowRoot | undefined)?.host as Element | undefined) ?? null
      if (!host?.matches(part)) return false
    }
    return true
  } catch {
    return false
  }
}
