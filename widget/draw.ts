import type { ComponentChild, ComponentChildren, VNode } from 'preact'

// The extension draws the shared components with preact. The widget, whose readers wait for every byte, draws them with this: the
// same virtual nodes, function components without hooks, everything in one synchronous pass.

type Props = { [name: string]: unknown }
type Drawn = (Element | Text) & { drawn?: Map<string, Drawn>; props?: Props }
type Wanted = { id: string; tag: string; props?: Props; text?: string }

/** Makes the children of `parent` what `tree` says, reusing the nodes of the last time; a node keeps its focus and its caret. */
export function draw(tree: ComponentChildren, parent: Element | ShadowRoot): void {
  const host = parent as unknown as Drawn & ParentNode
  const before = host.drawn ?? new Map<string, Drawn>()
  const wanted: Wanted[] = []
  expand(tree, '', wanted)
  const after = new Map(wanted.map(({ id, tag }) => [id, before.get(id) ?? make(tag)]))
  // What goes is taken out first: a node that stays is then already in its place and is not moved, which would blur it.
  for (const [id, node] of before) if (!after.has(id)) node.remove()
  host.drawn = after
  let at = parent.firstChild
  for (const { id, props, text } of wanted) {
    const node = after.get(id)!
    if (node === at) at = at.nextSibling
    else parent.insertBefore(node, at)
    if (!props) setLive(node as unknown as Props, 'data', text)
    else fit(node as Element & Drawn, props)
  }
}

/** The place at the end of an element for what a later script draws into it, apart from what the element draws itself. */
export function placeIn(parent: Element, name: string): Element {
  const found = parent.querySelector(`:scope > .${name}`)
  if (found) return found
  const place = document.createElement('div')
  place.className = name
  parent.append(place)
  return place
}

/**
 * Has `also` draw something more within a root, after each time that it was drawn and at each call of what is returned; what `also` draws
 * is not heard. Ends with `life`.
 */
export function alsoDraw(root: ShadowRoot, also: () => void, life?: AbortSignal): () => void {
  const again = (): void => {
    also()
    drawn.takeRecords()
  }
  const drawn = new MutationObserver(again)
  drawn.observe(root, { subtree: true, childList: true, characterData: true })
  life?.addEventListener('abort', () => drawn.disconnect())
  return again
}

const make = (tag: string): Drawn => (tag ? document.createElement(tag) : document.createTextNode(''))

// A node is known by its way from the parent: positions, keys where given, and its tag.
function expand(child: ComponentChildren, way: string, wanted: Wanted[]): void {
  if (Array.isArray(child)) {
    child.forEach((one, at) => expand(one, `${way}/${(one as VNode | null)?.key ?? at}`, wanted))
  } else if (isNode(child)) {
    const { type, props } = child as VNode<Props>
    if (typeof type === 'function') expand((type as (props: Props) => ComponentChild)(props), `${way}:`, wanted)
    else wanted.push({ id: unlike(way + type, wanted), tag: type as string, props })
  } else if (child != null && typeof child !== 'boolean') {
    wanted.push({ id: way, tag: '', text: String(child) })
  }
}

// Two parts of one key are still two.
const unlike = (id: string, wanted: Wanted[]): string =>
  wanted.some((other) => other.id === id) ? unlike(`${id}+`, wanted) : id

const isNode = (child: ComponentChildren): child is VNode => typeof child === 'object' && child !== null

const LIVE = ['value', 'checked', 'selected']

function fit(node: Element & Drawn, props: Props): void {
  const before = node.props ?? {}
  node.props = props
  // Options before the value of their select, limits before the value of their slider.
  draw(props['children'] as ComponentChildren, node)
  for (const name of Object.keys({ ...before, ...props })) {
    const value = props[name]
    if (LIVE.includes(name)) setLive(node as unknown as Props, name, value)
    else if (value !== before[name]) set(node, name, value)
  }
}

// The user changes these behind our back, so they are compared with what is there; and what stays as it is wakes no observer.
function setLive(node: Props, name: string, value: unknown): void {
  if (node[name] !== value) node[name] = value
}

function set(node: Element, name: string, value: unknown): void {
  if (name === 'children' || name === 'key') return
  if (name.startsWith('on')) (node as unknown as Props)[name.toLowerCase()] = value
  else if (name === 'style') Object.assign((node as HTMLElement).style, value)
  else if (name === 'ref') (value as { current: unknown }).current = node
  else if (value == null || value === false) node.removeAttribute(name)
  else node.setAttribute(name, value === true ? '' : String(value))
}
