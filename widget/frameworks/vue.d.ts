import type { DefineComponent } from 'vue'
import type { CalculatorAttributes, CommonAttributes, ForecostEvents, TableAttributes } from './attributes'

/** `@forecost-change`, by Vue's own name for it. */
type Heard = {
  onForecostReady?: (event: ForecostEvents['forecost-ready']) => void
  onForecostChange?: (event: ForecostEvents['forecost-change']) => void
  onForecostOpen?: (event: ForecostEvents['forecost-open']) => void
  onForecostChoose?: (event: ForecostEvents['forecost-choose']) => void
  onForecostError?: (event: ForecostEvents['forecost-error']) => void
}

declare module 'vue' {
  interface GlobalComponents {
    'forecost-calculator': DefineComponent<CalculatorAttributes & Heard>
    'forecost-price': DefineComponent<CommonAttributes & Heard>
    'forecost-table': DefineComponent<TableAttributes & Heard>
  }
}
