import { canonical } from '../../core/amount'
import { wordsOf } from '../../core/labels'
import type { Locale } from '../../core/locales'
import { fill } from '../../core/locales/message'
import { listText } from '../../core/locales/reasons'
import { quantityText } from '../../core/locales/units'
import type { Dimension } from '../../core/pricing'
import type { RateCard, Request } from '../../core/rate-card'

/** A table's card, feature and language. */
export type Shown = { card: RateCard; feature: string; locale: Locale }

/** A value at the head of its row or column: "Gen-4.5", "5 s", "on". */
export function headText({ card, feature, locale }: Shown, dimension: string, value: Request[string]): string {
  const { table } = locale.messages
  if (typeof value === 'boolean') return value ? table.on : table.off
  if (value == null) return table.none
  if (Array.isArray(value))
    return listText(
      value.map((one) => quantityText(String(one), undefined, locale)),
      locale,
    )
  const def = [card.features[feature]!.dimensions[dimension] ?? []].flat()[0] as Dimension | undefined
  if (def?.type !== 'number' || !canonical(value)) return wordsOf(card, feature).option(dimension, String(value))
  return quantityText(String(value), def.unit, locale)
}

/** "Duration 5 s, Sound off": what all cells share. */
export function fixedText(shown: Shown, fixed: Request): string {
  const { card, feature, locale } = shown
  const { table } = locale.messages
  const words = wordsOf(card, feature)
  const settings = Object.entries(fixed)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) =>
      fill(table.setting, { dimension: words.dimension(name), value: headText(shown, name, value) }, locale),
    )
  return settings.length > 0 ? fill(table.fixed, { settings: listText(settings, locale) }, locale) : ''
}
