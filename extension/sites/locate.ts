import { wordsOf } from '../binding/words'
import { attributesWith } from '../detect/names'
import { tokens } from '../detect/tokens'
import { holds } from '../detect/visible'
import type { Names } from '../detect/voices'
import type { Widget } from '../detect/widget'
import { cssOf, isAt } from './css'
import type { Locator } from './site-file'

/** A control with what it is called. */
export type Seen = { widget: Widget; names: Names; isText?: true }

/** The words of a name as they are kept and compared: folded, and without numbers, which may be the value shown. */
export const folded = (text: string): string =>
  tokens(text)
    .filter((word) => !/^\d/.test(word))
    .join(' ')
    .slice(0, 200)

const foldedChoices = (options: readonly string[]): string[] =>
  [...new Set(options.map((it) => tokens(it).join(' ').slice(0, 200)).filter(Boolean))].sort().slice(0, 200)

/** Every way in which a control can be found again, each independent of the others. */
export function locatorsOfControl({ widget, names }: Seen): Locator[] {
  const [label, near] = [folded(names.label), folded(names.near)]
  const options = foldedChoices(names.options)
  const ways: (Locator | undefined | false)[] = [
    label !== '' && { by: 'label', value: label },
    label === '' && near !== '' && { by: 'near', value: near },
    ...attributesWith(widget.parts[0] ?? widget.element).map(([name, value]): Locator => ({
      by: 'attribute',
      name,
      value,
    })),
    options.length > 1 && { by: 'options', value: options },
    { by: 'css', value: cssOf(widget.element) },
  ]
  return ways.filter((way): way is Locator => !!way).slice(0, 8)
}

/** The same for a button. */
export function locatorsOfButton(button: HTMLElement, name: string): Locator[] {
  const words = folded(name)
  const ways: (Locator | false)[] = [
    words !== '' && { by: 'text', value: words },
    ...attributesWith(button).map(([attribute, value]): Locator => ({ by: 'attribute', name: attribute, value })),
    { by: 'css', value: cssOf(button) },
  ]
  return ways.filter((way): way is Locator => !!way).slice(0, 8)
}

/** Whether a control is what one locator means; undefined: it cannot be asked that. */
function agrees(locator: Locator, { widget, names }: Seen): boolean | undefined {
  switch (locator.by) {
    case 'label':
      return folded(names.label) === locator.value
    case 'near':
      return folded(names.near) === locator.value
    case 'options':
      return JSON.stringify(foldedChoices(names.options)) === JSON.stringify(foldedChoices(locator.value))
    case 'attribute':
      return [...widget.parts.slice(0, 1), widget.element].some((it) => it.getAttribute(locator.name) === locator.value)
    case 'css':
      return [widget.element, ...widget.parts.slice(0, 1)].some((it) => isAt(it, locator.value))
    case 'text':
      return widget.kind === 'plain' && folded(wordsOf(widget.element)) === locator.value
    default:
      return undefined
  }
}

/** Places change with every redesign: where a control is known by two other ways at least, its place is no vote against it. */
function isMeant(votes: readonly { by: Locator['by']; yes: boolean }[]): boolean {
  const strong = votes.filter(({ by }) => by !== 'css')
  const asked = strong.length > 1 ? strong : votes
  return asked.filter(({ yes }) => yes).length * 2 > asked.length
}

/**
 * The one control that most locators mean, by more than half of them. Undefined where there is none, or where two are meant by as
 * many: then nothing may be read. What is drawn once and held twice, as by buttons with native ones behind them, is one control that
 * shows all of both.
 */
export function findControl<T extends Seen>(
  locators: readonly Locator[],
  kind: string | undefined,
  all: readonly T[],
): T | undefined {
  const scored = all
    .filter(({ widget }) => kind === undefined || widget.kind === kind)
    .map((seen) => ({ seen, votes: locators.flatMap((locator) => vote(locator.by, agrees(locator, seen))) }))
    .filter(({ votes }) => isMeant(votes))
    .map(({ seen, votes }) => ({ seen, yes: votes.filter(({ yes }) => yes).length }))
    .sort((a, b) => b.yes - a.yes)
  const [first] = scored
  if (!first) return undefined
  const { widget } = first.seen
  const isFirst = ({ seen }: { seen: T }) => seen.widget.element === widget.element
  if (scored.some((other) => other.yes === first.yes && !isFirst(other))) return undefined
  const shown = () => scored.filter(isFirst).flatMap(({ seen }) => seen.widget.shown())
  return { ...first.seen, widget: { ...widget, shown } }
}

const vote = (by: Locator['by'], yes: boolean | undefined) => (yes === undefined ? [] : [{ by, yes }])

/** The buttons that most locators mean: copies of one button count together. A button that has moved is known by its words alone. */
export function findButtons(
  locators: readonly Locator[],
  all: readonly { element: HTMLElement; name: string }[],
): HTMLElement[] {
  const saysSo = ({ name }: { name: string }) => locators.some((it) => it.by === 'text' && it.value === folded(name))
  const meant = all.filter((button) => {
    const { element } = button
    const votes = locators.flatMap((locator) => {
      if (locator.by === 'text') return vote('text', saysSo(button))
      if (locator.by === 'attribute') return vote('attribute', element.getAttribute(locator.name) === locator.value)
      return locator.by === 'css' ? vote('css', isAt(element, locator.value)) : []
    })
    return isMeant(votes)
  })
  const named = meant.length > 0 ? meant : all.filter(saysSo)
  return meant.length > 0 || named.length === 1 ? named.map(({ element }) => element) : []
}

/** The smallest box that holds all of several elements, through shadow roots. */
export function boxAround(
  elements: readonly Element[],
  parentOf: (element: Element) => Element | null,
): Element | undefined {
  let box: Element | null = elements[0] ?? null
  while (box && !elements.every((element) => holds(box!, element))) box = parentOf(box)
  return box ?? undefined
}
