import { computeAccessibleName } from 'dom-accessibility-api'
import { wordsOf } from '../binding/words'
import { isUnit } from './quantity'
import { tokens } from './tokens'
import { holds, parentOf } from './visible'

const longest = 80

/** What an element is called by the page: the name assistive technology gives it, without what it shows as its value. */
export function nameOf(element: Element): string {
  const own = element.getAttribute('aria-label') ?? ''
  if (own) return own.slice(0, longest)
  try {
    return computeAccessibleName(element).slice(0, longest)
  } catch {
    return ''
  }
}

/** The name an author gave on purpose: a label, an aria attribute, a legend. Never the element's own content. */
export function labelledName(element: Element): string {
  const by = labelledBy(element)
  if (by) return by
  const aria = element.getAttribute('aria-label')
  if (aria) return aria.slice(0, longest)
  const labels = (element as HTMLInputElement).labels
  if (labels && labels.length > 0) return [...labels].map(wordsOf).join(' ').slice(0, longest)
  const legend = element.localName === 'fieldset' ? element.querySelector(':scope > legend') : null
  if (legend) return wordsOf(legend).slice(0, longest)
  return element.localName === 'input' ? nameOf(element) : (element.getAttribute('label') ?? '').slice(0, longest)
}

function labelledBy(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/).filter(Boolean) ?? []
  const named = ids.filter((id) => id !== element.id).map((id) => root.getElementById?.(id))
  // A trigger is often labelled by itself as well as by its label: its own words are its value.
  const words = named.filter((it) => it && !element.contains(it) && it !== element).map((it) => wordsOf(it!))
  return words.join(' ').trim().slice(0, longest)
}

/**
 * The words that stand beside a control, as a label would: in the smallest box that holds this control and no other, else the
 * words right before it. `others` are all controls of the page; `own` is what this one shows, which libraries draw beside it.
 */
export function nearby(element: Element, others: Element[], own: readonly string[] = []): string {
  let at = element
  for (let steps = 0; steps < 6; steps++) {
    const before = wordsBefore(at, others, own)
    if (before) return before
    const parent = parentOf(at)
    if (!parent || parent.localName === 'body' || parent.localName === 'form') return ''
    if (others.some((other) => other !== element && !holds(element, other) && holds(parent, other))) return ''
    at = parent
  }
  return ''
}

function wordsBefore(element: Element, others: Element[], own: readonly string[]): string {
  for (let at = element.previousSibling; at; at = at.previousSibling) {
    if (at.nodeType === 3) {
      const said = at.textContent!.replace(/\s+/g, ' ').trim()
      if (said && !own.includes(said)) return said.slice(0, longest)
    }
    if (at.nodeType !== 1) continue
    const sibling = at as Element
    if (others.some((other) => sibling === other || holds(sibling, other) || other.contains(sibling))) return ''
    const words = sibling.matches('script, style, template, svg') ? '' : wordsOf(sibling)
    if (words && !own.includes(words)) return words.length <= longest ? words : ''
  }
  return ''
}

/** The unit right behind a control ("[5] min"), within its label or after it; none where other words stand there. */
export function unitBehind(element: Element): string[] {
  for (let at: Element | null = element, steps = 0; at && steps < 3; at = at.parentElement, steps++) {
    let next = at.nextSibling
    while (next && (next.nodeType === 8 || (next.nodeType === 3 && !next.textContent!.trim()))) next = next.nextSibling
    if (!next) continue
    const words = tokens(next.nodeType === 1 ? wordsOf(next as Element) : (next as Text).substringData(0, 40))
    return words.length < 3 && words.every(isUnit) ? words : []
  }
  return []
}

const given = ['name', 'id', 'data-testid', 'data-test', 'data-cy', 'data-field', 'data-name', 'placeholder']

/** Names the page's makers gave in the code: weak alone, good as one voice among several. */
export function attributeNames(element: Element): string[] {
  return given
    .map((name) => element.getAttribute(name))
    .filter((value): value is string => !!value && value.length <= 60)
}

/** The same with their attributes; names with digits in them are made by a library at each mount. */
export function attributesWith(element: Element): [string, string][] {
  return given.flatMap((name): [string, string][] => {
    const value = element.getAttribute(name)
    return value && value.length <= 60 && !/[\d\p{C}]/u.test(value) ? [[name, value]] : []
  })
}
