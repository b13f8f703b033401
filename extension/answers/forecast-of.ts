import type { Account } from '../../core/account'
import { forecast, type Forecast, type Planned } from '../../core/forecast'
import type { Entry } from '../../core/ledger'
import { sureEntries } from '../../core/projections'
import { seeded } from '../../core/random'
import type { RateCard } from '../../core/rate-card'

export type ForecastAbout = {
  account: Account
  card: RateCard
  /** The ledger of this account alone. */
  entries: readonly Entry[]
  planned: readonly Planned[]
  now: number
}

/** Any number: the same history gives the same forecast wherever it is shown. */
const SEED = 20_261_121

/** Where an account's credits go from here, by the days of whoever looks at it. */
export function forecastOf({ account, card, entries, planned, now }: ForecastAbout): Forecast {
  const offset = -new Date(now).getTimezoneOffset()
  return forecast({
    account,
    card,
    entries: sureEntries(entries),
    planned,
    now,
    offset,
    random: seeded(SEED),
  })
}

/** The balances that were read of an account, oldest first, for a plot. */
export function pastBalances(entries: readonly Entry[], currency: string): { at: number; value: number }[] {
  return entries.flatMap((entry) =>
    entry.kind === 'balance' && entry.currency === currency ? [{ at: entry.at, value: Number(entry.balance) }] : [],
  )
}
