import type { Control } from '../shown'

/** Any element on which the page itself writes the value. */
export const stated: Control = {
  kind: 'stated',
  matches: (element) => element.hasAttribute('data-rate-card-value'),
  read: (element) => ({ stated: element.getAttribute('data-rate-card-value')! }),
}
