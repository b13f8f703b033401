import type { Control, Shown } from '../shown'
import { labelOf } from './label'

/** Native radio buttons: one of them, standing for its group, or the fieldset around them. */
export const radio: Control = {
  kind: 'radio',
  matches: (element) => isRadio(element) || radiosIn(element).length > 0,
  read(element) {
    const checked = (isRadio(element) ? groupOf(element) : radiosIn(element)).filter((r) => r.checked)
    // Two at once happens where only a class tells the truth: then nothing is known.
    return checked.length === 1 ? shownBy(checked[0]!) : undefined
  },
}

export function isRadio(element: Element): element is HTMLInputElement {
  return element.localName === 'input' && (element as HTMLInputElement).type === 'radio'
}

export function radiosIn(element: Element): HTMLInputElement[] {
  return [...element.querySelectorAll<HTMLInputElement>('input[type=radio]')]
}

export function groupOf(one: HTMLInputElement): HTMLInputElement[] {
  if (!one.name) return [one]
  const around = one.form ?? (one.getRootNode() as Document | ShadowRoot)
  return radiosIn(around as unknown as Element).filter((r) => r.name === one.name && r.form === one.form)
}

/** What a radio button stands for. */
export function shownBy(input: HTMLInputElement): Shown {
  const label = labelOf(input)
  const stated =
    input.getAttribute('data-rate-card-value') ?? label?.element.getAttribute('data-rate-card-value') ?? undefined
  return { stated, value: input.hasAttribute('value') ? input.value : undefined, text: label?.text }
}
