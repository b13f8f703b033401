import type { HTMLAttributes } from 'svelte/elements'
import type { CalculatorAttributes, CommonAttributes, Listeners, TableAttributes } from './attributes'

type Element<Own> = Omit<HTMLAttributes<HTMLElement>, keyof Own> & Own & Listeners

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'forecost-calculator': Element<CalculatorAttributes>
    'forecost-price': Element<CommonAttributes>
    'forecost-table': Element<TableAttributes>
  }
}
