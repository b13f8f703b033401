import { noWords, wordsOf, type Words } from '../labels'
import type { RateCard, Request } from '../rate-card'
import type { Locale } from './index'
import { apart, fill } from './message'
import { numberText } from './number'
import { listText } from './reasons'
import { quantityText } from './units'

/** Whose words and units settings are told in. */
export type Subject = { card: RateCard; feature: string; locale: Locale }
/** The same where the card may be gone, or the tool not known. */
export type MaybeSubject = { card: RateCard | undefined; feature: string | undefined; locale: Locale }

/** Whether a value says by itself which setting it is of: "5 s" and "1080p" do, "on" and "2" do not. */
export function speaks(subject: MaybeSubject, dimension: string, value: Request[string]): boolean {
  if (typeof value === 'string' && !isDecimal(value)) return true
  return (typeof value === 'string' || typeof value === 'number') && unitOf(subject, dimension) !== undefined
}

/** A value beside the name of its setting: "5 s", "1080p", "on", "4". */
export function valueText(subject: MaybeSubject, dimension: string, value: Request[string]): string {
  const { locale } = subject
  const { answer } = locale.messages
  if (typeof value === 'string' || typeof value === 'number') {
    const text = String(value)
    if (!isDecimal(text)) return namesOf(subject).option(dimension, text)
    return quantityText(text, unitOf(subject, dimension), locale)
  }
  if (Array.isArray(value))
    return listText(
      value.map(String).map((item) => (isDecimal(item) ? numberText(item, locale) : item || answer.notSet)),
      locale,
    )
  return value === true ? answer.on : value === false ? answer.off : answer.notSet
}

/** "Gen-4.5, 5 s, 720p, Sound, Variants 2": a request without more names than it takes; what is off, absent or not known is left out. */
export function settingsText(subject: MaybeSubject, request: Request): string {
  const { locale } = subject
  return Object.entries(request)
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) => {
      const dimension = namesOf(subject).dimension(name)
      if (value === true) return dimension
      const text = valueText(subject, name, value)
      return speaks(subject, name, value)
        ? text
        : fill(locale.messages.answer.setting, { dimension, value: text }, locale)
    })
    .map((text) => apart(text, locale))
    .join(', ')
}

/** The card's words for the settings; where there is none, their own names made readable. */
export const namesOf = ({ card, feature }: MaybeSubject): Words =>
  card && feature !== undefined ? wordsOf(card, feature) : noWords

const isDecimal = (text: string): boolean => /^\d+(\.\d+)?$/.test(text)

function unitOf({ card, feature }: MaybeSubject, dimension: string): string | undefined {
  const defs = [card?.features[feature ?? '']?.dimensions[dimension] ?? []].flat()
  return defs.map((def) => ('unit' in def ? def.unit : undefined)).find(Boolean)
}
