/** What one control shows, before the card says what it means. A missing field: the control does not tell. */
export type Shown = {
  /** The page's own word for the chosen value (`data-rate-card-value`); empty: known not to be there. */
  stated?: string
  /** The machine value of the chosen option or the field. */
  value?: string
  /** The visible words of the chosen option or the field. */
  text?: string
  /** A switch, checkbox or toggle button. */
  on?: boolean
  /** How many files, or how many characters of a text that is never read. */
  count?: number
  /** What `count` counts. */
  of?: 'files' | 'characters'
}

/** One kind of control: which elements it knows, and what they show. `read` returns undefined when the control does not tell. */
export type Control = {
  kind: string
  matches(element: Element): boolean
  read(element: Element): Shown | undefined
}
