import type { Account } from '../../core/account'
import { forecast, withLedgerBalance, type Forecast, type Planned } from '../../core/forecast'
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

const made = new WeakMap<Account, { about: ForecastAbout; found: Forecast }>()

/** Where an account's credits go from here, by the days of whoever looks at it. Made once for the same question. */
export function forecastOf(about: ForecastAbout): Forecast {
  const last = made.get(about.account)
  if (last && same(last.about, about)) return last.found
  const { now } = about
  const entries = sureEntries(about.entries)
  const account = withLedgerBalance(about.account, entries)
  const offset = -new Date(now).getTimezoneOffset()
  const found = forecast({ ...about, account, entries, offset, random: seeded(SEED) })
  made.set(about.account, { about, found })
  return found
}

const same = (a: ForecastAbout, b: ForecastAbout): boolean =>
  a.card === b.card && a.entries === b.entries && a.planned === b.planned && a.now === b.now

/** The balances that were read of an account, oldest first, for a plot. */
export function pastBalances(entries: readonly Entry[], currency: string): { at: number; value: number }[] {
  return entries
    .flatMap((entry) =>
      entry.kind === 'balance' && entry.currency === currency ? [{ at: entry.at, value: Number(entry.balance) }] : [],
    )
    .toSorted((a, b) => a.at - b.at)
}
