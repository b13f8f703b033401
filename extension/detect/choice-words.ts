import { wordsOf } from '../binding/words'
import { labelledName } from './names'

/** What a choice says: its own words where it has any, else its label. */
export function choiceWords(item: Element): string {
  const own = item.localName === 'input' ? '' : wordsOf(item)
  if (/[\p{L}\p{N}]/u.test(own)) return own
  const wrapped = item.closest('label')
  const named = labelledName(item) || (wrapped ? wordsOf(wrapped) : '') || item.getAttribute('title') || own
  return named || (item.localName === 'input' ? (item as HTMLInputElement).value.slice(0, 80) : '')
}
