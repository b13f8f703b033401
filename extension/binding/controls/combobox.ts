import type { Control } from '../shown'
import { wordsOf } from '../words'

/** ARIA combo box and buttons that open a list: the trigger shows what is chosen, wherever its list lives. */
export const combobox: Control = {
  kind: 'combobox',
  matches: (element) =>
    element.getAttribute('role') === 'combobox' ||
    ['listbox', 'menu', 'true'].includes(element.getAttribute('aria-haspopup') ?? ''),
  read(element) {
    const stated = element.getAttribute('data-rate-card-value')
    if (stated) return { stated }
    const text = element.localName === 'input' ? (element as HTMLInputElement).value.slice(0, 200) : wordsOf(element)
    return text ? { text } : undefined
  },
}
