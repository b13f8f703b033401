/** One node as the browser's own debugging protocol sees it, whatever kind of shadow root it is in. */
export type ShadowNode = {
  /** Lower-case tag, `#text` or `#shadow-root`. */
  name: string
  /** Text of a text node, else ''. */
  value: string
  attributes: Record<string, string>
  children: ShadowNode[]
  /** The protocol's own name for the node: a backend node id, or a shared id. */
  ref: number | string
}

/** Every node of a tree for which `wanted` holds, in document order. */
export function all(tree: ShadowNode, wanted: (node: ShadowNode) => boolean): ShadowNode[] {
  const inside = tree.children.flatMap((child) => all(child, wanted))
  return wanted(tree) ? [tree, ...inside] : inside
}

/** The first node for which `wanted` holds, or undefined. */
export function first(tree: ShadowNode, wanted: (node: ShadowNode) => boolean): ShadowNode | undefined {
  return all(tree, wanted)[0]
}

/** The text of a node, white space folded; styles and scripts left out. */
export function text(node: ShadowNode): string {
  return raw(node).replace(/\s+/g, ' ').trim()
}

/** A test for a node by an attribute, or by an attribute and its value. */
export const has = (name: string, value?: string) => (node: ShadowNode) =>
  value === undefined ? name in node.attributes : node.attributes[name] === value

/** A test for a node by its tag. */
export const tag = (name: string) => (node: ShadowNode) => node.name === name

function raw(node: ShadowNode): string {
  if (node.name === '#text') return node.value
  if (node.name === 'style' || node.name === 'script') return ''
  return node.children.map(raw).join('')
}
