import { ForecastLine } from '../answers/forecast-line'
import type { AccountLine } from './account-lines'

/** How long the account lasts; of one that is no longer signed in nothing new is learned. */
export const forecastLine: AccountLine = ({ one, account, popup: { answers, locale, now } }) => {
  if (!one.current) return null
  const { origin, card } = one
  const future = answers.futureOf({ account, ...(origin !== undefined && { origin }), ...(card && { card }) })
  return <ForecastLine key="forecast" {...future} locale={locale} now={now.value} />
}
