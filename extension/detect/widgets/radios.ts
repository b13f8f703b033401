import { findAll } from '../deep'
import { parentOf, standIn } from '../visible'
import type { Finder } from '../widget'
import { groupOf } from './group'

const most = 2000

/** Native radio buttons, drawn by themselves or by their labels: one control for each set of them. */
export const radios: Finder = (roots, taken) => {
  const sets = new Map<unknown, HTMLInputElement[]>()
  for (const input of findAll(roots, 'input[type=radio]', most) as HTMLInputElement[]) {
    if (taken.has(input) || !standIn(input)) continue
    const key = keyOf(input)
    sets.set(key, [...(sets.get(key) ?? []), input])
  }
  return [...sets.values()]
    .filter((set) => set.length > 1)
    .map((set) => groupOf(set.map(itemOf), set.map((input) => standIn(input)!)[0]!))
}

/** Radio buttons belong together by the group around them, else by their name. */
function keyOf(input: HTMLInputElement): unknown {
  const group = input.closest('[role=radiogroup], fieldset')
  if (group && group.querySelectorAll('input[type=radio]').length > 1 && oneName(group)) return group
  return input.name ? `${input.name} ${input.form?.id ?? ''}` : boxOfTwo(input)
}

/** Radio buttons without a name belong to the smallest box that holds more than one. */
function boxOfTwo(input: Element): Element {
  let box: Element = input
  while (box.querySelectorAll('input[type=radio]').length < 2 && parentOf(box)) box = parentOf(box)!
  return box
}

function oneName(group: Element): boolean {
  const names = [...group.querySelectorAll<HTMLInputElement>('input[type=radio]')].map((radio) => radio.name)
  // A radio button alone under its name is a stray of the others: two could be marked at once.
  const strays = names.some((name) => names.filter((other) => other === name).length === 1)
  return strays || new Set(names).size === 1 || group.getAttribute('role') === 'radiogroup'
}

/** The label that wraps a radio button carries the marks a library draws. */
const itemOf = (input: HTMLInputElement): Element => input.closest('label') ?? input
