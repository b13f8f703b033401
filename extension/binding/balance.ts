import { numberFormat } from '../../core/locales/number'
import { measure } from './measure'

/**
 * The number in the words of a balance ("1,240 credits"), as a plain decimal. The language of the page says what a comma means.
 * Undefined for several numbers, for rounded ones (1.2K) and for whatever could mean two things.
 */
export function numberIn(words: string, language: string): string | undefined {
  if (/\d\s?(%|[kmb]\b)/i.test(words)) return undefined
  const number = measure(ungrouped(words, language))
  return number && /^\d/.test(number) ? number : undefined
}

function ungrouped(words: string, language: string): string {
  try {
    const parts = language ? numberFormat(language, {}).formatToParts(1234567.8) : []
    const group = parts.find(({ type }) => type === 'group')?.value
    return group ? words.replace(/(?<=\d)\D(?=\d{3}(?!\d))/g, (sign) => (sign === group ? '' : sign)) : words
  } catch {
    return words
  }
}
