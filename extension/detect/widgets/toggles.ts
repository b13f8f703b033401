import { wordsOf } from '../../binding/words'
import { findAll } from '../deep'
import { isOn } from '../marks'
import { attributeNames, labelledName, nameOf } from '../names'
import { standIn } from '../visible'
import type { Finder, Widget } from '../widget'

/** Checkboxes, switches and single toggle buttons, native or ARIA, drawn by themselves or by their labels. */
export const toggles: Finder = (roots, taken) =>
  findAll(roots, 'input[type=checkbox], [role=switch], [role=checkbox], [aria-pressed]', 2000)
    .filter((element) => !taken.has(element) && !hasTwin(element))
    .flatMap((element): Widget[] => {
      const seen = standIn(element)
      if (!seen) return []
      return [
        {
          kind: 'toggle',
          element: seen,
          parts: [element, seen],
          labelled: () => labelledName(element) || wordsOf(element) || nameOf(element),
          attributes: () => attributeNames(element),
          options: () => [],
          shown() {
            const on = isOn(element)
            return [on === undefined ? undefined : { on }]
          },
        },
      ]
    })

/** A native box inside an element that is a switch itself: one control. The outer one speaks when both are marked. */
const hasTwin = (element: Element) =>
  element.localName === 'input' &&
  element.parentElement?.closest('[role=switch], [role=checkbox]') !== null &&
  !element.hasAttribute('role')
