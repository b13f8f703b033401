import { wordsOf } from '../../binding/words'
import { findAll } from '../deep'
import { attributeNames, labelledName } from '../names'
import { isSeen } from '../visible'
import type { Finder } from '../widget'

/** The native select with one choice. A hidden one behind a drawn list is left alone: what is drawn is what the user sees. */
export const selects: Finder = (roots, taken) =>
  findAll(roots, 'select', 2000)
    .map((element) => element as HTMLSelectElement)
    .filter((element) => !taken.has(element) && !element.multiple && isSeen(element))
    .map((element) => ({
      kind: 'choice',
      element,
      parts: [element],
      labelled: () => labelledName(element),
      attributes: () => attributeNames(element),
      options: () => [...element.options].slice(0, 100).map(wordsOf),
      shown() {
        const option = element.selectedOptions[0]
        return [option && { text: wordsOf(option), value: option.value }]
      },
    }))
