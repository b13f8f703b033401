import type { ForecostChange, ForecostChoice } from './events'

/** What every element of Forecost takes. */
export type CommonAttributes = {
  /** The address of a rate card, or its JSON beginning with "{"; as a property also the card itself. */
  card?: string | object
  feature?: string
  /** "model=gen4&duration=5", or as a property an object by dimension. */
  settings?: string | object
  plan?: string
  balance?: string | number
  lang?: string
  theme?: 'light' | 'dark'
}
export type CalculatorAttributes = CommonAttributes & {
  runs?: string | number
  density?: 'compact' | 'normal' | 'roomy'
  state?: string
  share?: boolean | string
  tool?: string
  account?: string
  answers?: boolean | string
}
export type TableAttributes = CommonAttributes & {
  rows?: string
  columns?: string
  compare?: 'variants' | 'plans'
  for?: string
}
export type ForecostEvents = {
  'forecost-ready': CustomEvent<{ provider: string; features: string[] }>
  'forecost-change': CustomEvent<ForecostChange>
  'forecost-open': CustomEvent<{ href: string }>
  'forecost-choose': CustomEvent<ForecostChoice>
  'forecost-error': CustomEvent<{ kind: 'noCard' | 'badCard' | 'noFeature'; message: string }>
}
/** `onforecost-change={...}`, as React 19, Preact and Svelte 5 write it. */
export type Listeners = { [Name in keyof ForecostEvents as `on${Name}`]?: (event: ForecostEvents[Name]) => void }
