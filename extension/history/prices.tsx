import { featureName } from '../../core/labels'
import { amountText } from '../../core/locales/format'
import { fill } from '../../core/locales/message'
import { settingsText } from '../../core/locales/settings'
import { dayText } from '../../core/locales/time'
import type { Locale } from '../../core/locales'
import { priceChanges, type PriceChange } from '../../core/price-changes'
import type { LedgerRun } from '../../core/projections'
import type { RateCard } from '../../core/rate-card'
import type { Range } from '../../core/result'
import { bySeller } from './judged'
import { cardOf, type Names } from './names'
import type { History } from './state'

/** A change with the card that made it. */
export type Changed = PriceChange & { card: RateCard }

/** What has become of the prices of all runs. `runs`: oldest first. */
export function changedPrices(runs: readonly LedgerRun[], names: Names): Changed[] {
  return bySeller(runs).flatMap(({ seller, own }) => {
    const card = cardOf(names, seller)
    return card ? priceChanges(card, own).map((change) => ({ ...change, card })) : []
  })
}

/** Since when the settings that were run have another price, and which. Nothing where all have the price they had. */
export function Prices({ history: { locale, changed } }: { history: History }) {
  const texts = locale.messages.history
  if (changed.value.length === 0) return null
  return (
    <section aria-labelledby="prices">
      <h2 id="prices">{texts.prices}</h2>
      <p class="quiet">{texts.pricesWhy}</p>
      <ul class="prices">
        {changed.value.map((change, at) => (
          <li key={at}>{changeText(change, locale)}</li>
        ))}
      </ul>
    </section>
  )
}

/** "Nov 10, 2026: Video, Grand, 5 s: 60 credits → 70 credits". */
export function changeText({ card, feature, request, from, by, currency, was, is }: Changed, locale: Locale): string {
  const { history, amount, answer } = locale.messages
  const total = (range: Range | undefined) => (range ? amountText(range, currency, locale) : amount.unknown)
  return fill(
    by === 'day' ? history.priceFrom : history.priceList,
    {
      date: dayText(from, locale),
      tool: featureName(card, feature),
      settings: settingsText({ card, feature, locale }, request),
      change: fill(answer.edit, { from: total(was), to: total(is) }, locale),
    },
    locale,
  )
}
