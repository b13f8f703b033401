import type { Place } from '../binding/bound'
import { numberShown } from '../binding/number-shown'
import { readPlace } from '../binding/read'
import type { Shown } from '../binding/shown'
import type { Seen } from '../binding/watch'
import { wordsOf } from '../binding/words'

/** One value that was read: of which setting, from which control, found by which locator, and what it showed. */
export type Read = {
  dimension: string
  label: string
  locator: string
  shown: string
  kind: 'value' | 'count' | 'none'
}
export type FormReads = { feature: string; how: string; reads: Read[]; buttons: string[] }
/** All that is read on a page. `unreadTexts`: boxes the user writes into, whose text nobody looks at. */
export type Reads = { forms: FormReads[]; balance?: { locator: string; number?: string }; unreadTexts: number }

/** Lists what the overlay reads on this page right now, through the same functions that read it. */
export function readsOf(page: Document, { forms, balanceAt }: Pick<Seen, 'forms' | 'balanceAt'>): Reads {
  const shown = balanceAt()
  const number = shown ? numberShown(wordsOf(shown)) : undefined
  return {
    forms: forms.peek().map(({ bound, buttons }) => ({
      feature: bound.feature,
      how: bound.how,
      reads: bound.controls().flatMap(readsAt),
      buttons: buttons.peek().map(locatorOf),
    })),
    ...(shown && { balance: { locator: locatorOf(shown), ...(number !== undefined && { number }) } }),
    unreadTexts: page.querySelectorAll('textarea, [contenteditable=""], [contenteditable="true"]').length,
  }
}

function readsAt(place: Place): Read[] {
  const { dimension, element } = place
  return readPlace(place).map((shown) => ({
    dimension,
    label: labelOf(element),
    locator: locatorOf(element),
    ...wordsFor(shown),
  }))
}

function wordsFor(shown: Shown | undefined): Pick<Read, 'shown' | 'kind'> {
  if (!shown) return { shown: '', kind: 'none' }
  if (shown.count !== undefined) return { shown: String(shown.count), kind: 'count' }
  const words = shown.stated ?? shown.text ?? shown.value ?? (shown.on === undefined ? '' : String(shown.on))
  return { shown: words.slice(0, 200), kind: 'value' }
}

/** The name the page gives a control; never what is written in it. */
function labelOf(element: Element): string {
  const label = (element as HTMLInputElement).labels?.[0] ?? element.closest('label, fieldset')?.querySelector('legend')
  return (element.getAttribute('aria-label') ?? (label ? wordsOf(label) : '')).slice(0, 80)
}

const marks = ['data-rate-card-dimension', 'data-rate-card-generate', 'data-rate-card-balance', 'id', 'name', 'role']

/** How the control is found, as a selector that a person can look up. */
function locatorOf(element: Element): string {
  const mark = marks.find((name) => element.hasAttribute(name))
  const value = mark && element.getAttribute(mark)
  return `${element.localName}${mark ? `[${mark}${value ? `="${value.slice(0, 60)}"` : ''}]` : ''}`
}
