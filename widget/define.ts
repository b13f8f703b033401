import { ForecostCalculator, type ForecostChange } from './forecost-calculator'
import { ForecostPrice } from './forecost-price'

/** Defines the elements; where another copy of the script did so already, that copy stays. Does nothing on a server. */
export function define(registry: CustomElementRegistry | undefined = globalThis.customElements): void {
  const elements = { calculator: ForecostCalculator, price: ForecostPrice }
  for (const [name, element] of Object.entries(elements))
    if (registry && !registry.get(`forecost-${name}`)) registry.define(`forecost-${name}`, element)
}

declare global {
  interface HTMLElementTagNameMap {
    'forecost-calculator': ForecostCalculator
    'forecost-price': ForecostPrice
  }
  interface HTMLElementEventMap {
    'forecost-change': CustomEvent<ForecostChange>
    'forecost-open': CustomEvent<{ href: string }>
    'forecost-ready': CustomEvent<{ provider: string; features: string[] }>
    'forecost-error': CustomEvent<{ kind: 'noCard' | 'badCard' | 'noFeature'; message: string }>
  }
}
