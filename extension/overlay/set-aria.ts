import type { Edit } from '../../core/changes'
import { textOf } from '../../core/request'
import { shownBy } from '../binding/controls/choice-group'
import type { Shown } from '../binding/shown'
import { becomes } from './frames'

/** How many key presses a slider is given to come to a value. */
const KEYS = 100

const choices = '[role=radio], [role=option], [role=menuitemradio]'
const switches = '[role=switch], [role=checkbox]'
const sliders = '[role=slider], [role=spinbutton]'

/** What is wanted of a control: what a shown option means, the value, what the form reads now, and the buttons that spend. */
export type Wanted = {
  means: (shown: Shown) => boolean
  to: Edit['to']
  now: Edit['to']
  spends: HTMLElement[]
}

/**
 * Sets a control that a page made of roles: an option by a click, a switch by a click, a slider by its arrow keys. Only roles that choose
 * and do nothing else count: tabs, toggle buttons, links and what submits a form are left, and so is what opens a list. Whether any
 * could be tried; none where the form does not tell what is set now, since then it could not be put back.
 */
export async function setAria(element: Element, wanted: Wanted): Promise<boolean> {
  const { means, to, now, spends } = wanted
  if (now === undefined) return false
  const found = (what: string): HTMLElement[] =>
    [element, ...element.querySelectorAll(what)].filter(
      (one): one is HTMLElement => one.matches(what) && isSafe(one as HTMLElement, spends),
    )
  const [option, another] = found(choices).filter((one) => means(shownBy(one)))
  if (option) return !another && click(option)
  const [slider, ...sides] = found(sliders)
  if (slider) return sides.length === 0 && slide(slider, wanted)
  const [toggle, ...others] = found(switches)
  if (!toggle || others.length > 0 || typeof to !== 'boolean') return false
  return toggle.getAttribute('aria-checked') !== String(to) && click(toggle)
}

function isSafe(element: HTMLElement, spends: HTMLElement[]): boolean {
  const off = ['aria-disabled', 'aria-readonly'].some((name) => element.getAttribute(name) === 'true')
  const around = element.closest('a[href], button, input')
  const acts = around?.localName === 'a' || ((around as HTMLButtonElement | null)?.form && isSubmit(around!))
  const spending = spends.some((button) => button.contains(element) || element.contains(button))
  return !off && !acts && !spending && !element.matches(':disabled') && (element.checkVisibility?.() ?? true)
}

const isSubmit = (button: Element): boolean => ['submit', 'image', 'reset'].includes((button as HTMLButtonElement).type)

function click(element: HTMLElement): boolean {
  element.click()
  return true
}

/** By single steps towards the value, as long as each comes nearer; not where the slider counts in other units than the form reads. */
async function slide(slider: HTMLElement, { to, now }: Wanted): Promise<boolean> {
  const goal = Number(textOf(to))
  const at = (): number => Number(slider.getAttribute('aria-valuenow') ?? NaN)
  if (!/^\d+(\.\d+)?$/.test(textOf(to)) || at() !== Number(textOf(now))) return false
  for (let key = 0, before = at(); key < KEYS && before !== goal; key++, before = at()) {
    strike(slider, before < goal ? UP : DOWN)
    const nearer = (): boolean => Math.abs(goal - at()) < Math.abs(goal - before)
    if (!(await becomes(nearer))) break
  }
  return true
}

const UP = { key: 'ArrowUp', code: 'ArrowUp', keyCode: 38 }
const DOWN = { key: 'ArrowDown', code: 'ArrowDown', keyCode: 40 }

function strike(element: HTMLElement, key: KeyboardEventInit): void {
  for (const type of ['keydown', 'keyup'])
    element.dispatchEvent(new KeyboardEvent(type, { ...key, bubbles: true, composed: true, cancelable: true }))
}
