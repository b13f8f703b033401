import { amount, form, line } from '../../core/locales/en.json'
import type { Locale } from '../../core/locales'
import { reasonText as sentence } from '../../core/locales/reasons'
import type { Words } from '../../core/labels'
import type { Reason } from '../../core/result'
import { withWords } from '../words'

// Everything about a price that is not one number: ranges, refusals, and the sentences that say why. Whole in itself.

export { estimate } from '../../core/estimate'
export { totalText } from '../../core/locales/estimates'
export { presentDimensions } from '../../core/present'
export { reasonTexts } from '../words'
export { ListField } from '../components/list-field'

/** What widget/english.ts leaves out. */
export const english = { amount, form, line }

/** What is wrong with single settings, by dimension. */
export const problemsOf = (why: readonly Reason[], words: Words, locale: Locale): { [name: string]: string } =>
  Object.fromEntries(
    why
      .filter(({ code, dimension }) => dimension && code !== 'unread')
      .map((reason) => [reason.dimension, sentence(reason, words, withWords(locale))]),
  )
