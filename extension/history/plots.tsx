import { BalancePlot } from './balance-plot'
import { DayBars } from './day-bars'
import { ToolBars } from './tool-bars'
import type { History } from './state'

/** The balance and where it goes, and what was spent on which day and tool. */
export function Plots({ history }: { history: History }) {
  const texts = history.locale.messages.history
  const { byCurrency } = history.totals.value
  const currency = byCurrency.toSorted((a, b) => count(history, b.currency) - count(history, a.currency))[0]?.currency
  return (
    <section class="plots" aria-label={texts.plots}>
      <BalancePlot history={history} />
      {currency !== undefined && <DayBars history={history} currency={currency} />}
      {currency !== undefined && <ToolBars history={history} currency={currency} />}
    </section>
  )
}

/** Lines in a currency: the plots show the one that is used most. */
const count = ({ shown }: History, currency: string): number =>
  shown.value.reduce((n, row) => n + Number(row.currency === currency), 0)
