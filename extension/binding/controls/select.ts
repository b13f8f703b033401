import type { Control, Shown } from '../shown'
import { wordsOf } from '../words'

/** The native select with one choice. */
export const select: Control = {
  kind: 'select',
  matches: (element) => element.localName === 'select' && !(element as HTMLSelectElement).multiple,
  read(element) {
    const option = (element as HTMLSelectElement).selectedOptions[0]
    return option && shownBy(option)
  },
}

/** What an option stands for. */
export function shownBy(option: HTMLOptionElement): Shown {
  const stated = option.getAttribute('data-rate-card-value') ?? undefined
  return { stated, value: option.value, text: wordsOf(option) }
}
