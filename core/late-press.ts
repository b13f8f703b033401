import type { Entry, EntryOf, Whose } from './ledger'
import { compareFits, fitOf, isOpen, lateRefunds, matchBalance } from './matching'
import { inOrder, runsOf } from './projections'

/**
 * The lines of a history that were kept before the press they belong to, with its run: of those heard after it was pressed the charge
 * that fits it best, others of the same job, and what came back of them. None where its charge is known. `entries`: of its
 * account, from `SKEW` before it on.
 */
export function matchPress(entries: readonly Entry[], run: string): Entry[] {
  const pressed = runsOf(entries).find((one) => one.run === run)
  if (!pressed || !isOpen(pressed)) return []
  const loose = entries.filter((entry): entry is EntryOf<'charge'> => entry.kind === 'charge' && !entry.run)
  // Sums of several runs, lists of the user's own and what was kept by an older version say nothing of when they were heard.
  const fits = loose.flatMap((line) => {
    const fit = (line.told ?? 0) >= pressed.press!.at ? fitOf(pressed, line) : undefined
    return fit ? [{ ...fit, line }] : []
  })
  const best = fits.sort(compareFits)[0]?.line
  if (!best) return []
  const own = loose.filter((line) => line === best || (line.job !== undefined && line.job === best.job))
  const names = new Map(own.flatMap(({ foreign }) => (foreign === undefined ? [] : [[foreign, run]])))
  return [...own.map((line) => ({ ...line, run })), ...lateRefunds(entries, names)]
}

/**
 * What readings of a balance that were kept before the press they tell of settle, as they would have in their order; but whether others
 * spend from it too is not kept, so only what was said can be recognised. `entries`: of its account, from well before it on.
 */
export function settlePress(entries: readonly Entry[], run: string, whose: Whose): Entry[] {
  const press = entries.find((entry) => entry.kind === 'press' && entry.run === run)
  const readings = inOrder(entries).filter((entry) => entry.kind === 'balance')
  const settled: Entry[] = []
  for (const { at, balance, currency } of press ? readings.filter((reading) => reading.at >= press.at) : []) {
    const until = [...entries, ...settled].filter((entry) => entry.at <= at)
    const found = matchBalance(until, { at, balance: String(balance), currency, shared: true }, whose)
    settled.push(...found.filter(({ kind }) => kind !== 'balance'))
  }
  return settled
}
