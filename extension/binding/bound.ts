import type { Shown } from './shown'

/** How a form was found, in order of trust. */
export type How = 'markup' | 'site' | 'detected' | 'pointed'

/** One place that shows a dimension. `read`: how, where it was found in another way than by the kinds of controls/. */
export type Place = { dimension: string; element: Element; read?(): Shown | undefined }

/** One form that starts a paid run: where it is, what it buys, and where its controls and buttons are right now. */
export type Bound = {
  how: How
  feature: string
  root: Element
  /** Every element that shows a dimension; several for one dimension are locators that vote. */
  controls(): Place[]
  buttons(): HTMLElement[]
}

/** One way of finding forms. */
export type Binder = {
  how: How
  find(root: ParentNode): Bound[]
  /** Where the page shows what is left, where this way of finding knows that. */
  balance?(root: ParentNode): Element | undefined
  /** Lets go of the page. */
  end?(): void
}
