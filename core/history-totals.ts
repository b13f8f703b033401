import { compareDecimals } from './amount'
import type { Row } from './history'
import { sumOf } from './scale'

/** What rows of one currency come to. `retries`: spent on marked versions that were not kept, and on unmarked ones of their iterations. */
export type Spent = { currency: string; net: string; back: string; kept: number; keptCost?: number; retries: string }
export type Totals = { runs: number; said: number; asSaid: number; byCurrency: Spent[] }

/** Totals of some rows: what was spent, how often just what was said was charged, and what a kept version came to. */
export function totalsOf(rows: readonly Row[]): Totals {
  const judged = rows.filter(({ difference, status }) => difference !== undefined && status === 'charged')
  const currencies = [...new Set(rows.map(({ currency }) => currency))].filter(Boolean).sort()
  return {
    runs: rows.filter(({ pressed }) => pressed).length,
    said: judged.length,
    asSaid: judged.filter(({ difference }) => difference === '0').length,
    byCurrency: currencies.map((currency) => spentIn(rows, currency)),
  }
}

function spentIn(rows: readonly Row[], currency: string): Spent {
  const own = rows.filter((row) => row.currency === currency)
  const kept = own.filter((row) => row.kept)
  const tried = triedFor(own)
  const retries = sumOf(tried.flatMap(({ kept: one, net }) => (one || net === undefined ? [] : [net])))
  const all = sumOf(tried.flatMap(({ net }) => net ?? []))
  return {
    currency,
    net: sumOf(own.flatMap(({ net }) => net ?? [])),
    back: sumOf(own.flatMap(({ back }) => back ?? [])),
    kept: kept.length,
    // A quotient need not end: it is a statistic, and printed as one.
    ...(kept.length > 0 && { keptCost: Number(all) / kept.length }),
    retries,
  }
}

/** Every version of the iterations in which at least one was marked. */
function triedFor(rows: readonly Row[]): Row[] {
  return iterationsOf(rows.filter(({ pressed }) => pressed))
    .filter((iteration) => iteration.some(({ kept }) => kept !== undefined))
    .flat()
}

/** A pause longer than this begins a new iteration, in milliseconds. */
export const PAUSE = 30 * 60_000

/**
 * Runs of one tool and account with no long pause between them, as one piece of work that was tried again and again: newest first,
 * as the rows are. Rows without a press stand alone.
 */
export function iterationsOf(rows: readonly Row[]): Row[][] {
  const open = new Map<string, Row[]>()
  const found: Row[][] = []
  for (const row of rows) {
    const key = [row.provider, row.account, row.site, row.feature].join(' ')
    const last = open.get(key)
    if (row.pressed && last && last.at(-1)!.at - row.at <= PAUSE) last.push(row)
    else {
      const fresh = [row]
      found.push(fresh)
      if (row.pressed) open.set(key, fresh)
    }
  }
  return found
}

/** Net spend of rows by a key, in one currency, the largest first; rows without the key or an amount are left out. */
export function spentBy(
  rows: readonly Row[],
  currency: string,
  key: (row: Row) => string | undefined,
): { key: string; net: string; runs: number }[] {
  const nets = new Map<string, string[]>()
  for (const row of rows) {
    const k = row.currency === currency && row.net !== undefined ? key(row) : undefined
    if (k === undefined) continue
    const own = nets.get(k)
    if (own) own.push(row.net!)
    else nets.set(k, [row.net!])
  }
  return [...nets]
    .map(([k, own]) => ({ key: k, net: sumOf(own), runs: own.length }))
    .sort((a, b) => compareDecimals(b.net, a.net) || (a.key < b.key ? -1 : 1))
}
