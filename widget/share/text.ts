import { featureName, wordsOf } from '../../core/labels'
import { lineName, qualifierText, totalText, workingText } from '../../core/locales/estimates'
import { bareText } from '../../core/locales/format'
import type { Locale } from '../../core/locales'
import { fill } from '../../core/locales/message'
import { reasonTexts } from '../../core/locales/reasons'
import { settingsText } from '../../core/locales/settings'
import type { RateCard } from '../../core/rate-card'
import type { ForecostChange } from '../forecost-calculator'

/** A price in lines of text: what it is for, the settings, the working, why it is no single number, and where it was published. */
export function priceText(card: RateCard, { feature, settings, estimate }: ForecostChange, locale: Locale): string {
  const { share } = locale.messages
  const words = wordsOf(card, feature)
  const title = fill(share.total, { feature: featureName(card, feature), total: totalText(estimate, locale) }, locale)
  const lines = estimate.lines.map((line) => {
    const working = workingText(line, estimate.currency, words, locale) || lineName(line, locale)
    return `${working} = ${bareText(line.total, estimate.currency, locale)}`
  })
  const sources = estimate.sources.map(({ source }) => source.url)
  const why = reasonTexts(estimate.reasons, words, locale)
  return [
    title,
    settingsText({ card, feature, locale }, settings),
    ...lines,
    ...why,
    qualifierText(estimate, locale),
    ...sources,
  ]
    .filter(Boolean)
    .join('\n')
}

/** The same for programs: the request as the card names it, and the estimate. */
export function priceJson(card: RateCard, { feature, settings, estimate }: ForecostChange): string {
  const { provider, version } = card
  return JSON.stringify({ provider, cardVersion: version, feature, request: settings, estimate }, undefined, 2)
}
