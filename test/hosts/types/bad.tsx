import type {} from 'forecost/react'
export const a = <forecost-calculator card={5} />
export const b = <forecost-calculator card="x" theme="blue" />
export const c = <forecost-calculator crad="x" />
export const d = <forecost-price runs="5" />
export const e = <forecost-calculator onforecost-change={(event: MouseEvent) => event} />
export const f = <forecost-table compare="cards" />
