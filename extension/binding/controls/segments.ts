import type { Control } from '../shown'
import { shownBy } from './choice-group'

const segment = '[data-rate-card-value]'
const attributes = ['aria-checked', 'aria-selected', 'aria-pressed', 'aria-current', 'data-selected', 'data-active']
const words = ['selected', 'active', 'checked', 'current', 'on', 'is-active', 'is-selected']

/** Segments told apart by attributes or classes alone; the page marks each with its card value. */
export const segments: Control = {
  kind: 'segments',
  matches: (element) => element.querySelector(segment) !== null,
  read(element) {
    const chosen = [...element.querySelectorAll(segment)].filter(isChosen)
    return chosen.length === 1 ? shownBy(chosen[0]!) : undefined
  },
}

function isChosen(element: Element): boolean {
  for (const name of attributes) {
    const value = element.getAttribute(name)
    if (value !== null) return value !== 'false'
  }
  const state = element.getAttribute('data-state')
  if (state !== null) return words.includes(state)
  return words.some((word) => element.classList.contains(word))
}
