import type { Control } from '../shown'

const marks = ['aria-checked', 'aria-pressed']

/** ARIA switch, checkbox, and toggle button. */
export const toggle: Control = {
  kind: 'switch',
  matches: (element) =>
    ['switch', 'checkbox'].includes(element.getAttribute('role') ?? '') || element.hasAttribute('aria-pressed'),
  read(element) {
    const state = marks.map((name) => element.getAttribute(name)).find((value) => value !== null)
    if (state !== 'true' && state !== 'false') return undefined
    return { on: state === 'true' }
  },
}
