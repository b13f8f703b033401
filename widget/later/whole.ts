import { amount, form, reason, surface } from '../../core/locales/en.json'
import type { Locale, Messages } from '../../core/locales'
import { reasonText as sentence, reasonTexts as sentences } from '../../core/locales/reasons'
import type { Words } from '../../core/labels'
import type { Reason } from '../../core/result'

// Everything about a price that is not one number: ranges, refusals, and the sentences that say why. Whole in itself.

export { estimate } from '../../core/estimate'
export { totalText } from '../../core/locales/estimates'
export { presentDimensions } from '../../core/present'
export { ListField } from '../components/list-field'

/** What widget/english.ts leaves out. */
export const english = { amount, form }

export const reasonTexts = (why: readonly Reason[], words: Words, locale: Locale): string[] =>
  sentences(why, words, spoken(locale))

/** What is wrong with single settings, by dimension. */
export const problemsOf = (why: readonly Reason[], words: Words, locale: Locale): { [name: string]: string } =>
  Object.fromEntries(
    why
      .filter(({ code, dimension }) => dimension && code !== 'unread')
      .map((reason) => [reason.dimension, sentence(reason, words, spoken(locale))]),
  )

/** English comes without its sentences until they are needed; other languages come whole. */
const spoken = (locale: Locale): Locale =>
  locale.messages.reason?.unread
    ? locale
    : { ...locale, messages: { ...locale.messages, reason, surface } as unknown as Messages }
