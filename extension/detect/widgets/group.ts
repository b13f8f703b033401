import { choiceWords } from '../choice-words'
import { chosenOf } from '../marks'
import { attributeNames, labelledName } from '../names'
import { holds, isSeen, parentOf } from '../visible'
import type { Widget } from '../widget'

/** A control made of several items of which one is chosen. */
export function groupOf(items: Element[], seen: Element = items[0]!, kind: 'choice' | 'plain' = 'choice'): Widget {
  const box = boxOf(items)
  return {
    kind,
    element: isSeen(box) ? box : seen,
    parts: [box, ...items],
    labelled: () => labelledName(box) || nameAround(box, items),
    attributes: () =>
      attributeNames(box).concat(items[0]!.querySelector('input')?.name || (items[0] as HTMLInputElement).name || []),
    options: () => items.map(choiceWords),
    shown() {
      const chosen = chosenOf(items)
      return [chosen && { text: choiceWords(chosen), value: valueOf(chosen) }]
    },
  }
}

/** The smallest element around all items. */
function boxOf(items: Element[]): Element {
  let box = parentOf(items[0]!) ?? items[0]!
  while (!items.every((item) => holds(box, item))) box = parentOf(box) ?? box.ownerDocument.documentElement
  return box
}

/** The name of a group drawn around the box of the items alone. */
function nameAround(box: Element, items: Element[]): string {
  for (let at = parentOf(box), steps = 0; at && steps < 3; at = parentOf(at), steps++) {
    const inner = at.querySelectorAll('input, select, textarea, [role=combobox], [role=slider], [role=switch]')
    if ([...inner].some((element) => !items.some((item) => item.contains(element)))) return ''
    if (at.matches('[role=radiogroup], [role=group], [role=tablist], fieldset')) return labelledName(at)
  }
  return ''
}

function valueOf(item: Element): string | undefined {
  const input = item.localName === 'input' ? item : item.querySelector('input')
  return (input ?? item).getAttribute('value') ?? item.getAttribute('data-value') ?? undefined
}
