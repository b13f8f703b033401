import { editsOf, type Edit } from '../../core/changes'
import type { Dimension } from '../../core/pricing'
import type { RateCard, Request } from '../../core/rate-card'
import { textOf } from '../../core/request'
import { groupOf, isRadio, radiosIn, shownBy as radioShows } from '../binding/controls/radio'
import { shownBy as optionShows } from '../binding/controls/select'
import { interpret } from '../binding/interpret'
import { requestOf } from '../binding/request'
import type { Shown } from '../binding/shown'
import type { Form } from '../binding/watch'
import { becomes } from './frames'
import { setAria } from './set-aria'

/** What changed in a form, by us or by the page in turn, and what is left to the user's own hand. */
export type Outcome = { changed: Edit[]; left: string[] }

/**
 * Sets a form's own lists, radio buttons, boxes and numbers, and those a page made of roles (set-aria.ts), in the order given. Called at
 * a press of the user's alone; nothing that spends is pressed, no text is written, and what does not read as wanted then is put back.
 * Two rounds: one setting may change another.
 */
export async function setForm(form: Form, card: RateCard, edits: readonly Edit[]): Promise<Outcome> {
  const now = (): Request => {
    form.read()
    return requestOf(card, form.bound.feature, form.readings.peek())
  }
  const before = now()
  const is = ({ dimension, to }: Edit): boolean => textOf(now()[dimension]) === textOf(to)
  for (const edit of [...edits, ...edits]) {
    if (is(edit)) continue
    const from = now()[edit.dimension]
    const tried = await setControls(form, card, edit, from)
    if (!tried || (await becomes(() => is(edit))) || from === undefined) continue
    await setControls(form, card, { ...edit, to: from }, now()[edit.dimension] ?? from)
    await becomes(() => is({ ...edit, to: from }))
  }
  const left = edits.filter((edit) => !is(edit)).map(({ dimension }) => dimension)
  const after = now()
  return { changed: editsOf(before, after, []), left }
}

/** Whether any control of the dimension could take the value; `now`: what it is read as. */
async function setControls(form: Form, card: RateCard, { dimension, to }: Edit, now: Edit['to']): Promise<boolean> {
  const def = card.features[form.bound.feature]!.dimensions[dimension]
  if (def === undefined) return false
  const means = (shown: Shown): boolean =>
    textOf(interpret(shown, def as Dimension | Dimension[], card.labels?.[dimension])) === textOf(to)
  const places = form.bound.controls().filter((place) => place.dimension === dimension)
  const natives = places.flatMap(({ element }) => nativesIn(element))
  if (natives.length > 0) return natives.map((control) => setControl(control, means, to)).some(Boolean)
  for (const { element } of places)
    if (await setAria(element, { means, to, now, spends: form.bound.buttons() })) return true
  return false
}

type Native = HTMLInputElement | HTMLSelectElement

/** The control itself, or the radio buttons in it; other fields within may be anything, the prompt too. */
function nativesIn(element: Element): Native[] {
  const radio = isRadio(element) ? groupOf(element) : radiosIn(element)
  const own = radio.length > 0 ? radio : element.matches('input, select') ? [element as Native] : []
  return own.filter((control) => !control.disabled && (control.checkVisibility?.() ?? true))
}

function setControl(control: Native, means: (shown: Shown) => boolean, to: Edit['to']): boolean {
  if (control.localName === 'select') return setSelect(control as HTMLSelectElement, means)
  const input = control as HTMLInputElement
  switch (input.type) {
    case 'radio':
      return means(radioShows(input)) && press(input, true)
    case 'checkbox':
      return typeof to === 'boolean' && press(input, to)
    case 'number':
    case 'range':
      return !input.readOnly && /^\d+(\.\d+)?$/.test(textOf(to)) && write(input, textOf(to))
    default:
      return false
  }
}

function setSelect(select: HTMLSelectElement, means: (shown: Shown) => boolean): boolean {
  const option = [...select.options].find((one) => !one.disabled && means(optionShows(one)))
  if (!option || select.multiple) return false
  option.selected = true
  return tell(select)
}

function press(input: HTMLInputElement, checked: boolean): boolean {
  if (input.checked !== checked) input.click()
  return true
}

function write(input: HTMLInputElement, value: string): boolean {
  input.value = value
  return tell(input)
}

function tell(control: Native): boolean {
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true, composed: true }))
  return true
}
