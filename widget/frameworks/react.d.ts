import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { CalculatorAttributes, CommonAttributes, Listeners, TableAttributes } from './attributes'

type Element<Own> = Omit<DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>, keyof Own> & Own & Listeners

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'forecost-calculator': Element<CalculatorAttributes>
      'forecost-price': Element<CommonAttributes>
      'forecost-table': Element<TableAttributes>
    }
  }
}
