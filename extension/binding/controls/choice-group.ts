import type { Control, Shown } from '../shown'
import { ownWords } from './label'

const groups = ['radiogroup', 'tablist', 'listbox', 'menu', 'toolbar', 'group']
const marks = ['aria-checked', 'aria-selected', 'aria-pressed', 'aria-current']
const option = '[role=radio], [role=tab], [role=option], [role=menuitemradio], [aria-pressed]'

/** ARIA widgets that show their options: radio group, tabs, list box, menu of radios, segmented toggle buttons. */
export const choiceGroup: Control = {
  kind: 'choice-group',
  matches: (element) => groups.includes(element.getAttribute('role') ?? '') && element.querySelector(option) !== null,
  read(element) {
    const chosen = [...element.querySelectorAll(option)].filter(isMarked)
    return chosen.length === 1 ? shownBy(chosen[0]!) : undefined
  },
}

function isMarked(element: Element): boolean {
  const mark = marks.find((name) => element.hasAttribute(name))
  return mark !== undefined && !['false', 'mixed'].includes(element.getAttribute(mark)!)
}

/** What a chosen option or segment shows. */
export function shownBy(chosen: Element): Shown {
  const stated = chosen.getAttribute('data-rate-card-value') ?? undefined
  const value = chosen.getAttribute('data-value') ?? chosen.getAttribute('value') ?? undefined
  return { stated, value, text: ownWords(chosen) }
}
