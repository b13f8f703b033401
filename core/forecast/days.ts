import { basisOf, type Basis } from '../basis'
import type { Entry } from '../ledger'
import { digitsOf, fromUnits, toUnits } from '../scale'

export const DAY = 86_400_000

/**
 * What was spent on each whole day, oldest first; `first` is the number of the first day since 1970 where the user is.
 * `today`: what today has taken so far, exact.
 */
export type Days = { first: number; spent: number[]; basis: Basis; today: string }

/** The number of the day an instant falls on; `offset` in minutes east of UTC. */
export const dayNumber = (at: number, offset: number): number => Math.floor((at + offset * 60_000) / DAY)
/** The instant a day begins. */
export const dayStart = (day: number, offset: number): number => day * DAY - offset * 60_000
/** 0 Sunday .. 6 Saturday. */
export const weekdayOf = (day: number): number => (day + 4) % 7

/** Days of the history that count: eight weeks, so that old habits fade. */
const WINDOW = 56

/**
 * Charges less refunds by day, up to yesterday: today is not over. Counting starts when watching did (the first entry of any kind),
 * or the day after the first charge: a history that begins with a charge says nothing of the day before it.
 */
export function daysOf(entries: readonly Entry[], currency: string, now: number, offset: number): Days | undefined {
  const today = dayNumber(now, offset)
  const seen = new Set<string>()
  const moves: { day: number; amount: number }[] = []
  const todays: string[] = []
  const moments: number[] = []
  let watched = Number.POSITIVE_INFINITY
  let firstCharge = Number.POSITIVE_INFINITY
  for (const entry of entries) {
    if (entry.at > now || seen.has(entry.id)) continue
    seen.add(entry.id)
    const day = dayNumber(entry.at, offset)
    if (entry.kind !== 'charge' && entry.kind !== 'refund') watched = Math.min(watched, day)
    else if (entry.currency === currency) {
      if (entry.kind === 'charge') {
        firstCharge = Math.min(firstCharge, day)
        if (day >= today - WINDOW) moments.push(entry.at)
      }
      moves.push({ day, amount: entry.kind === 'charge' ? Number(entry.amount) : -Number(entry.amount) })
      if (day === today) todays.push(entry.kind === 'charge' ? String(entry.amount) : `-${entry.amount}`)
    }
  }
  if (firstCharge === Number.POSITIVE_INFINITY) return undefined
  const first = Math.max(watched < firstCharge ? watched + 1 : firstCharge + 1, today - WINDOW)
  const spent = new Array<number>(Math.max(0, today - first)).fill(0)
  for (const { day, amount } of moves) if (day >= first && day < today) spent[day - first]! += amount
  // A refund may come days after its charge; no day was spent less than nothing on.
  return { first, spent: spent.map((n) => Math.max(0, n)), basis: basisOf(moments), today: sumOf(todays) }
}

function sumOf(amounts: readonly string[]): string {
  const digits = digitsOf(amounts)
  const sum = amounts.reduce((total, amount) => total + toUnits(amount, digits), 0n)
  return fromUnits(sum < 0n ? 0n : sum, digits)
}
