import type { guard } from '../guard/guard'
import type { panel } from './panel'
import type { quote } from './quote'

/** What an overlay needs only once it is used. A part is an entry point of its name, which offers it, and one line in both lists. */
export type Parts = { panel: typeof panel; guard: typeof guard; quote: typeof quote }
export const partNames = ['panel', 'guard', 'quote'] as const satisfies (keyof Parts)[]
