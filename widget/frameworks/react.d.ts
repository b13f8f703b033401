import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { CalculatorAttributes, CommonAttributes, Listeners, TableAttributes } from './attributes'

// Within `JSX` the name `Element` is taken.
type Tag<Own> = Omit<DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>, keyof Own> & Own & Listeners

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'forecost-calculator': Tag<CalculatorAttributes>
      'forecost-price': Tag<CommonAttributes>
      'forecost-table': Tag<TableAttributes>
    }
  }
}
