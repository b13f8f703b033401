import { wordsOf } from '../words'

/** The label of a native field: its element and words. */
export function labelOf(input: HTMLInputElement): { element: Element; text: string } | undefined {
  const element = input.labels?.[0] ?? input.closest('label')
  return element ? { element, text: wordsOf(element) } : undefined
}

/** The accessible words of an element itself: its aria-label, else what it shows. */
export function ownWords(element: Element): string {
  return element.getAttribute('aria-label')?.slice(0, 200) || wordsOf(element)
}
