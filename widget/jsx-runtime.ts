// Stands in for preact's in the widget's build: the nodes that draw.ts reads, and nothing more.
type Node = { type: unknown; props: object; key: unknown }

export const jsx = (type: unknown, props: object, key?: unknown): Node => ({ type, props, key })
export const jsxs = jsx
/** The same as the classic kind of JSX calls it. */
export const h = (type: unknown, props: { key?: unknown } | null, ...children: unknown[]): Node => ({
  type,
  props: { ...props, children },
  key: props?.key,
})
export const Fragment = ({ children }: { children?: unknown }): unknown => children
