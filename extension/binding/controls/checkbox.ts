import type { Control } from '../shown'

/** The native checkbox. `indeterminate` is neither on nor off. */
export const checkbox: Control = {
  kind: 'checkbox',
  matches: (element) => element.localName === 'input' && (element as HTMLInputElement).type === 'checkbox',
  read(element) {
    const input = element as HTMLInputElement
    if (input.indeterminate) return undefined
    return { on: input.checked, ...(input.checked ? stated(input) : {}) }
  },
}

function stated(input: HTMLInputElement) {
  const word = input.getAttribute('data-rate-card-value')
  return word === null ? {} : { stated: word }
}
