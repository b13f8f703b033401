import { forecast, withLedgerBalance } from '../../core/forecast'
import type { EntryOf } from '../../core/ledger'
import { isOf } from '../../core/matching'
import { seeded } from '../../core/random'
import { ForecastChart } from '../../widget/components/answers'
import type { Point } from '../../widget/components/answers/plot'
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
  const readings = own.filter((entry): entry is EntryOf<'balance'> => entry.kind === 'balance')
  const found = forecast({
    entries: own,
    account: withLedgerBalance(account, own),
    card,
    now: now.value,
    offset: -new Date(now.value).getTimezoneOffset(),
    random: seeded(1),
  })
  return (
    <div class="plot">
      <h2>
        {locale.messages.history.balance} <span class="quiet">{accountName(names.value, row)}</span>
      </h2>
      <ForecastChart
        forecast={found}
        past={thinned(readings.map(({ at, balance }) => ({ at, value: Number(balance) })))}
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
