import { findAll } from '../deep'
import { attributeNames, labelledName } from '../names'
import { isSeen } from '../visible'
import type { Finder } from '../widget'

const editable = '[contenteditable=""], [contenteditable=true], [contenteditable=plaintext-only]'

/** Text the user writes: counted, never read. */
export const prompts: Finder = (roots, taken) =>
  findAll(roots, `textarea, ${editable}`, 2000)
    .filter((element) => !taken.has(element) && isSeen(element))
    .map((element) => ({
      kind: 'prompt',
      element,
      parts: [element],
      labelled: () => labelledName(element),
      attributes: () => attributeNames(element),
      options: () => [],
      shown: () => [element.localName === 'textarea' ? counted(element) : undefined],
    }))

const counted = (element: Element) => ({
  count: (element as HTMLTextAreaElement).textLength,
  of: 'characters' as const,
})
