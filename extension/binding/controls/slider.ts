import type { Control } from '../shown'

/** ARIA slider and spin button: the number, not its spoken form, which may be in other units. */
export const slider: Control = {
  kind: 'slider',
  matches: (element) => ['slider', 'spinbutton'].includes(element.getAttribute('role') ?? ''),
  read(element) {
    const now = element.getAttribute('aria-valuenow')
    const text = element.getAttribute('aria-valuetext') ?? undefined
    if (now === null && text === undefined) return undefined
    return { value: now ?? undefined, text }
  },
}
