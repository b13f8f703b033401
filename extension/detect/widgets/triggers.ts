import { wordsOf } from '../../binding/words'
import { findAll } from '../deep'
import { attributeNames, labelledName } from '../names'
import { holds, isSeen, parentOf, standIn } from '../visible'
import type { Finder, Widget } from '../widget'

const kinds = '[role=combobox], [aria-haspopup]:not([aria-haspopup=false])'
const controls = 'input, select, textarea, [role=combobox], [role=slider], [role=switch], [role=radio]'

/** Controls that open a list, a menu or a dialog: what is chosen stands on them, wherever the list lives. */
export const triggers: Finder = (roots, taken) =>
  findAll(roots, kinds, 2000)
    .filter(
      (element) =>
        !taken.has(element) && !element.querySelector('[role=combobox]') && !element.matches('textarea, [role=tab]'),
    )
    .flatMap((element): Widget[] => {
      const seen = element.localName === 'input' ? standIn(element) : isSeen(element) && element
      if (!seen) return []
      return [
        {
          kind: 'trigger',
          element: seen,
          parts: [element, seen, ...(element.localName === 'input' ? boxes(element) : [])],
          labelled: () => labelledName(element),
          attributes: () => attributeNames(element),
          options: () => [],
          shown() {
            const text = element.localName === 'input' ? drawn(element as HTMLInputElement) : wordsOf(element)
            return [text ? { text } : undefined]
          },
        },
      ]
    })

/** A field that opens a list holds the choice itself, or the library draws it beside the empty field. */
function drawn(input: HTMLInputElement): string {
  if (input.value) return input.value.slice(0, 200)
  for (const box of boxes(input)) {
    const words = wordsOf(box)
    if (words) return words
  }
  return ''
}

/** The boxes around a field that hold no other control. */
function boxes(input: Element): Element[] {
  const out: Element[] = []
  for (let at = parentOf(input), steps = 0; at && steps < 5; at = parentOf(at), steps++) {
    if ([...at.querySelectorAll(controls)].some((other) => other !== input && !holds(input, other))) break
    out.push(at)
  }
  return out
}
