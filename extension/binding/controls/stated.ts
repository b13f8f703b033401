import type { Control } from '../shown'

/** Any element but a native field on which the page itself writes the value of the whole control. */
export const stated: Control = {
  kind: 'stated',
  matches: (element) =>
    element.hasAttribute('data-rate-card-value') && !['input', 'select', 'textarea'].includes(element.localName),
  read: (element) => ({ stated: element.getAttribute('data-rate-card-value')! }),
}
