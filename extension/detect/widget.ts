import type { Shown } from '../binding/shown'

/** A control as detection sees it, whatever it is made of. */
export type Widget = {
  kind: 'choice' | 'plain' | 'trigger' | 'toggle' | 'number' | 'prompt' | 'files'
  /** The visible element that stands for it. */
  element: Element
  /** Every element that belongs to it. */
  parts: Element[]
  /** Names given on purpose; the first that is there counts. */
  labelled(): string
  attributes(): string[]
  /** The words of its choices, where the page shows or holds them. */
  options(): string[]
  /** What it shows now, one entry for each place that shows it; undefined: does not tell. */
  shown(): (Shown | undefined)[]
  limits?: { min?: string; max?: string }
}

/** One kind of control: finds all of it under the roots, leaving alone elements that a kind before it has taken. */
export type Finder = (roots: ParentNode[], taken: Set<Element>) => Widget[]
