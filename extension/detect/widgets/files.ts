import { findAll } from '../deep'
import { attributeNames, labelledName } from '../names'
import { standIn } from '../visible'
import type { Finder, Widget } from '../widget'

/** File fields and the drop zones that stand for them: how many files, never which. */
export const files: Finder = (roots, taken) =>
  findAll(roots, 'input[type=file]', 2000)
    .filter((input) => !taken.has(input))
    .flatMap((input): Widget[] => {
      const element = standIn(input)
      if (!element) return []
      return [
        {
          kind: 'files',
          element,
          parts: [input, element],
          labelled: () => labelledName(input),
          attributes: () => attributeNames(input),
          options: () => [],
          shown: () => [{ count: (input as HTMLInputElement).files?.length ?? 0, of: 'files' }],
        },
      ]
    })
