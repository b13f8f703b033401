import { compareAmounts, parseDecimal } from './amount'

/** A risk worth a word: low balance, run-out before the reset, credits about to lapse, charges that drift from what is said. */
export type Risk = {
  kind: 'low' | 'run-out' | 'lapsing' | 'drift'
  account: string
  key: string
  amount?: string
  at?: number
}
/** Risks that were told and are not over: one alert an episode. */
export type Episode = { id: string; since: number }

export type AlertRules = {
  on: boolean
  /** Below this a balance is low, in the account's currency; absent: not watched. */
  lowBelow?: string
  /** Credits that lapse within this time, in milliseconds. */
  lapseWithin: number
  /** Local minutes of the day, [from, to): no alert between them; across midnight where from > to. */
  quiet?: { from: number; to: number }
}

export const idOf = ({ kind, account, key }: Risk): string => `${kind}/${account}/${key}`

/**
 * What to tell now: risks that are new since the last look, none in quiet hours or when switched off. An episode that began in
 * quiet hours is told after them; one that is over is forgotten, so that it can be told again when it comes back.
 */
export function alertsFor(
  risks: readonly Risk[],
  told: readonly Episode[],
  rules: AlertRules,
  now: number,
  minuteOfDay: number,
): { tell: Risk[]; told: Episode[] } {
  const present = new Set(risks.map(idOf))
  const still = told.filter((episode) => present.has(episode.id))
  if (!rules.on || isQuiet(rules.quiet, minuteOfDay)) return { tell: [], told: still }
  const known = new Set(still.map((episode) => episode.id))
  const tell = risks.filter((risk) => !known.has(idOf(risk)))
  return { tell, told: [...still, ...tell.map((risk) => ({ id: idOf(risk), since: now }))] }
}

function isQuiet(quiet: AlertRules['quiet'], minute: number): boolean {
  if (!quiet || quiet.from === quiet.to) return false
  return quiet.from < quiet.to ? minute >= quiet.from && minute < quiet.to : minute >= quiet.from || minute < quiet.to
}

/** Whether a balance is under the user's own mark. */
export function isLow(balance: string | undefined, { lowBelow }: AlertRules): boolean {
  const [have, mark] = [parseDecimal(balance), parseDecimal(lowBelow)]
  return have !== undefined && mark !== undefined && compareAmounts(have, mark) < 0
}
