import { amountText } from '../../core/locales/format'
import { roundText } from '../../core/locales/forecasts'
import { fill } from '../../core/locales/message'
import type { History } from './state'

/** What the shown lines come to: spent, given back, what a kept version took, and how often the price was right. */
export function Totals({ history: { locale, totals } }: { history: History }) {
  const texts = locale.messages.history
  const { said, asSaid, byCurrency } = totals.value
  return (
    <footer class="totals">
      {said > 0 && (
        <p class="right">
          <strong>{fill(texts.right, { n: asSaid, all: said }, locale)}</strong>
        </p>
      )}
      {byCurrency.map(({ currency, net, back, kept, keptCost, retries }) => {
        const amount = (text: string) => amountText(text, currency, locale)
        const parts = [
          fill(texts.total, { amount: amount(net) }, locale),
          back !== '0' && fill(texts.returned, { amount: amount(back) }, locale),
          kept > 0 && keptCost! > 0 && fill(texts.perKept, { amount: roundText(keptCost!, currency, locale) }, locale),
          retries !== '0' && fill(texts.retries, { amount: amount(retries) }, locale),
        ]
        return (
          <p key={currency} class="n">
            {parts.filter(Boolean).join(' · ')}
          </p>
        )
      })}
    </footer>
  )
}
