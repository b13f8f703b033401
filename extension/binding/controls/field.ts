import type { Control } from '../shown'

const types = ['number', 'range', 'text', 'hidden', 'search', 'tel', '']

/** Native fields of one line that hold a setting: numbers, ranges, and short text such as "6s". */
export const field: Control = {
  kind: 'field',
  matches: (element) => element.localName === 'input' && types.includes((element as HTMLInputElement).type),
  read(element) {
    const input = element as HTMLInputElement
    const stated = input.getAttribute('data-rate-card-value')
    // An empty word speaks of an empty field; the user may have typed since it was written.
    if (stated || (stated === '' && input.value === '')) return { stated }
    if (input.validity?.badInput || input.value.trim() === '') return undefined
    return { value: plainNumber(input) ?? input.value.slice(0, 200) }
  },
}

/** Number fields may hold "1e3"; the card reads plain decimals. */
function plainNumber(input: HTMLInputElement): string | undefined {
  if (!/e/i.test(input.value) || Number.isNaN(input.valueAsNumber)) return undefined
  return String(input.valueAsNumber)
}
