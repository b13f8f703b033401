import type { RateCard } from '../rate-card'

export type Path = readonly (string | number)[]

/** `error`: the card may give a wrong price or none; `warning`: it is likely a slip; `note`: true, and worth knowing. */
export type Finding = {
  path: Path
  message: string
  grade: 'error' | 'warning' | 'note'
  /** A name that was not found, and those there are. */
  unknown?: { word: string; allowed: readonly string[] }
}

/** A rule about cards that the schema cannot say. Pure; the card has passed the schema and its names resolve. */
export type Lint = (card: RateCard) => Finding[]

export const error = (path: Path, message: string, unknown?: Finding['unknown']): Finding => ({
  path,
  message,
  grade: 'error',
  ...(unknown && { unknown }),
})
export const warning = (path: Path, message: string): Finding => ({ path, message, grade: 'warning' })
export const note = (path: Path, message: string): Finding => ({ path, message, grade: 'note' })
