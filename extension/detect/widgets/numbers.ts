import { findAll } from '../deep'
import { attributeNames, labelledName, nameOf } from '../names'
import { standIn } from '../visible'
import type { Finder, Widget } from '../widget'

const kinds =
  'input:not([type]), input[type=""], input[type=number], input[type=range], input[type=text], [role=slider], [role=spinbutton]'

/** Number boxes, sliders and spin buttons, native or ARIA, and short text fields that may hold "5s". */
export const numbers: Finder = (roots, taken) =>
  findAll(roots, kinds, 2000)
    .filter((element) => !taken.has(element) && element.getAttribute('role') !== 'combobox' && !isInner(element))
    .flatMap((element): Widget[] => {
      const seen = standIn(element)
      if (!seen) return []
      return [
        {
          kind: 'number',
          element: seen,
          parts: [element, seen],
          labelled: () => labelledName(element) || (element.localName === 'input' ? nameOf(element) : ''),
          attributes: () => attributeNames(element),
          options: () => [],
          shown: () => [element.localName === 'input' ? field(element as HTMLInputElement) : aria(element)],
          limits: {
            min: element.getAttribute('min') ?? element.getAttribute('aria-valuemin') ?? undefined,
            max: element.getAttribute('max') ?? element.getAttribute('aria-valuemax') ?? undefined,
          },
        },
      ]
    })

function field(input: HTMLInputElement) {
  if (input.validity?.badInput || input.value.trim() === '') return undefined
  const number =
    /e/i.test(input.value) && !Number.isNaN(input.valueAsNumber) ? String(input.valueAsNumber) : input.value
  return { value: number.slice(0, 80), text: input.getAttribute('aria-valuetext') ?? undefined }
}

function aria(element: Element) {
  const value = element.getAttribute('aria-valuenow') ?? undefined
  const text = element.getAttribute('aria-valuetext') ?? undefined
  return value === undefined && text === undefined ? undefined : { value, text }
}

/** The hidden field inside an ARIA slider is no second control. */
const isInner = (element: Element) =>
  element.localName === 'input' && element.parentElement?.closest('[role=slider], [role=spinbutton]') != null
