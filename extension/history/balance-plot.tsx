import { isOf } from '../../core/matching'
import { ForecastChart } from '../../widget/components/answers'
import type { Point } from '../../widget/components/answers/plot'
import { forecastOf, pastBalances } from '../answers/forecast-of'
import { accountKey } from './filter'
import { accountName, cardOf } from './names'
import type { History } from './state'

/** The balance of the account in question so far, and where it goes from here. Nothing where no account or card is known. */
export function BalancePlot({ history }: { history: History }) {
  const { locale, names, now } = history
  const row = rowInQuestion(history)
  const account = row && names.value.accounts.get(accountKey(row))
  const card = row && cardOf(names.value, row)
  if (!row || !account || !card) return null
  const own = history.entries.value.filter((entry) => isOf(entry, row))
  const planned = names.value.planned.get(row.site ?? row.provider) ?? []
  const found = forecastOf({ account, card, entries: own, planned, now: now.value })
  return (
    <div class="plot">
      <h2>
        {locale.messages.history.balance} <span class="quiet">{accountName(names.value, row)}</span>
      </h2>
      <ForecastChart
        forecast={found}
        past={thinned(pastBalances(own, account.currency))}
        currency={account.currency}
        locale={locale}
        now={now.value}
      />
    </div>
  )
}

/** The account that is filtered for, else the one whose run is the newest and of which a balance is known. */
function rowInQuestion({ shown, names, filter }: History) {
  const { accounts } = names.value
  if (filter.value.account) return shown.value[0]
  return shown.value.find((row) => accounts.has(accountKey(row)))
}

const MOST = 400

/** No more points than can be seen apart: of each stretch the last. */
function thinned(points: Point[]): Point[] {
  if (points.length <= MOST) return points
  const each = points.length / MOST
  return Array.from({ length: MOST }, (_, i) => points[Math.min(points.length - 1, Math.ceil((i + 1) * each) - 1)]!)
}
