export type { ForecostChange } from '../forecost-calculator'
export type { ForecostChoice } from '../forecost-table'
