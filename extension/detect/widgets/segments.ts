import { findAll } from '../deep'
import { choiceWords } from '../choice-words'
import { chosenOf } from '../marks'
import { isSeen, parentOf } from '../visible'
import type { Finder } from '../widget'
import { groupOf } from './group'

const roles = '[role=radio], [role=tab], [role=option], [role=menuitemradio], [aria-pressed]'
const groups = '[role=radiogroup], [role=tablist], [role=listbox], [role=group], [role=toolbar], [role=menu]'
const most = 2500

/** ARIA sets of choices that show all of them: radio group, tabs, list box, toggle buttons side by side. */
export const segments: Finder = (roots, taken) => {
  const open = findAll(roots, '[aria-expanded=true]', 20)
  const sets = new Map<Element, Element[]>()
  for (const item of findAll(roots, roles, most)) {
    if (taken.has(item) || !isSeen(item)) continue
    const group = item.closest(groups) ?? parentOf(item)
    // An open list belongs to the control that opened it.
    if (!group || (open.length > 0 && group.matches('[role=listbox], [role=menu]'))) continue
    sets.set(group, [...(sets.get(group) ?? []), item])
  }
  return [...sets.values()].filter((set) => set.length > 1).map((set) => groupOf(set))
}

/** Choices drawn by text and style alone: buttons, list items or boxes of short words side by side. */
export const plainSegments: Finder = (roots, taken) => {
  const sets = new Map<Element, Element[]>()
  const items =
    'button, [role=button], li, a:not([href]), [tabindex]:not([role]), [class*=option], [class*=chip], [class*=segment]'
  for (const item of findAll(roots, items, 2 * most)) {
    if (taken.has(item) || item.matches('[role=tab], [aria-haspopup], input, textarea, select')) continue
    if (item.querySelector('input, select, textarea, button, [role]')) continue
    const parent = item.parentElement?.localName === 'li' ? item.parentElement.parentElement : item.parentElement
    if (parent) sets.set(parent, [...(sets.get(parent) ?? []), item])
  }
  return [...sets]
    .filter(([parent, set]) => set.length > 1 && set.length <= 12 && isPressable(set) && alone(parent, set))
    .filter(([, set]) => set.every(isShort))
    .map(([, set]) => groupOf(set, set[0], 'plain'))
}

/** Buttons are for pressing; of a list or a row of boxes only the mark on one of them tells. */
const isPressable = (set: Element[]) =>
  set.some((item) => item.matches('button, [role=button]')) || chosenOf(set) !== undefined

/** Nothing but the choices, and one line of words at most, stands in the box. */
const alone = (parent: Element, set: Element[]) =>
  [...parent.children].filter((child) => !set.some((item) => child === item || child.contains(item))).length === 0

function isShort(item: Element): boolean {
  const words = choiceWords(item)
  return words.length > 0 && words.length <= 40 && isSeen(item)
}
