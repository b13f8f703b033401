import { ForecostCalculator, type ForecostChange } from './forecost-calculator'
import { ForecostPrice } from './forecost-price'

/** Defines the elements; where another copy of the script did so already, that copy stays. Does nothing on a server. */
export function define(registry: CustomElementRegistry | undefined = globalThis.customElements): void {
  if (!registry) return
  if (!registry.get('forecost-calculator')) registry.define('forecost-calculator', ForecostCalculator)
  if (!registry.get('forecost-price')) registry.define('forecost-price', ForecostPrice)
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
