/** How a form was found, in order of trust. */
export type How = 'markup' | 'site' | 'detected' | 'pointed'

/** One form that starts a paid run: where it is, what it buys, and where its controls and buttons are right now. */
export type Bound = {
  how: How
  feature: string
  root: Element
  /** Every element that shows a dimension; several for one dimension are locators that vote. */
  controls(): { dimension: string; element: Element }[]
  buttons(): HTMLElement[]
}

/** One way of finding forms. */
export type Binder = { how: How; find(root: ParentNode): Bound[] }
