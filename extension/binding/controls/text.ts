import type { Control } from '../shown'
import { wordsOf } from '../words'

/** The last resort: an element without controls inside, whose words show the setting ("6s"). */
export const text: Control = {
  kind: 'text',
  matches: (element) => element.querySelector('input, select, textarea, [role], [contenteditable]') === null,
  read(element) {
    const words = wordsOf(element)
    return words ? { text: words } : undefined
  },
}
