import { wordsOf } from '../binding/words'

/** What a choice says: its own words, else its label. */
export function choiceWords(item: Element): string {
  if (item.localName === 'input') {
    const input = item as HTMLInputElement
    const label = input.labels?.[0] ?? input.closest('label')
    return (label ? wordsOf(label) : '') || input.getAttribute('aria-label') || input.value.slice(0, 80)
  }
  return wordsOf(item) || item.getAttribute('aria-label') || item.getAttribute('label') || item.getAttribute('title') || ''
}
