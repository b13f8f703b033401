import type { Account } from '../../core/account'
import type { Planned } from '../../core/forecast'
import type { Entry } from '../../core/ledger'
import type { Locale } from '../../core/locales'
import { budgetText, endedByTexts, lapseText, runOutText, silenceText } from '../../core/locales/forecasts'
import type { RateCard } from '../../core/rate-card'
import { ForecastChart } from '../../widget/components/answers'
import { forecastOf, pastBalances } from './forecast-of'

export type ForecastLineProps = {
  account: Account
  card: RateCard | undefined
  entries: readonly Entry[]
  planned: readonly Planned[]
  locale: Locale
  now: number
}

/** How long an account lasts, or why there is no telling, in one line; the plot and everything else behind it. */
export function ForecastLine({ account, card, entries, planned, locale, now }: ForecastLineProps) {
  if (!card) return null
  const found = forecastOf({ account, card, entries, planned, now })
  const { currency } = account
  const known = found.status === 'known'
  // A day's credits lapse every day: that is no news.
  const lapsing = known ? found.lapsing.filter(({ kind }) => kind !== 'daily') : []
  const soonest = lapsing.toSorted((a, b) => a.at - b.at)[0]
  const ended = known ? endedByTexts(found, locale) : []
  const past = pastBalances(entries, currency)
  const budget = budgetText(found, currency, locale, now)
  if (!known && !budget && !found.pace && past.length < 2)
    return <p class="quiet details">{silenceText(found, locale)}</p>
  return (
    <details class="forecast-line">
      <summary>
        {known ? runOutText(found, locale, now) : silenceText(found, locale)}
        {ended.map((text) => (
          <small key={text}>{text}</small>
        ))}
        {soonest && <small>{lapseText(soonest, currency, locale, now)}</small>}
        {!known && budget && <small>{budget}</small>}
      </summary>
      <ForecastChart forecast={found} past={past} currency={currency} locale={locale} now={now} />
    </details>
  )
}

export const forecastLineStyle = `
.forecast-line summary { cursor: pointer; font-size: .92em; }
.forecast-line small { display: block; color: var(--quiet); }
.forecast-line[open] > .forecast { padding-block: 8px; }
/* The summary has said it. */
.forecast-line figcaption > :first-child { display: none; }
`
