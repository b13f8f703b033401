import type { Entry, Whose } from '../../core/ledger'
import { entriesOf } from '../ledger/read'

/** How far back anything is learned from: a forecast looks back eight weeks, keep rates and waits half a year. Milliseconds. */
const LOOK_BACK = 183 * 86_400_000

/** What is to be learned from of an account's ledger; nothing where it cannot be read. */
export const learnedFrom = (whose: Whose, now: number): Promise<Entry[]> =>
  entriesOf(whose, Math.max(0, now - LOOK_BACK)).catch(() => [])
