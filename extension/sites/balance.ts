import { numberShown } from '../binding/number-shown'
import { numberIn } from '../binding/balance'
import { wordsOf } from '../binding/words'
import { isSeen } from '../detect/visible'
import { cssOf } from './css'
import { findControl, folded, locatorsOfControl, type Seen } from './locate'
import { plainText } from './plain-text'
import type { Locator } from './site-file'

const most = 200
const looked = 20_000
const apart = 'script, style, template, noscript, select, option, textarea, input, button'

/** The places of a page that show a number in words of their own, in its order: what can be pointed at as the balance. At most 200. */
export function numbersOn(roots: readonly ParentNode[]): Element[] {
  const found = new Set<Element>()
  let left = looked
  for (const root of roots) {
    const texts = document.createTreeWalker(root as Node, NodeFilter.SHOW_TEXT)
    while (texts.nextNode() && left-- > 0 && found.size < most) {
      const text = texts.currentNode as Text
      if (/\d/.test(text.substringData(0, 80)) && text.parentElement && !text.parentElement.closest(apart))
        found.add(text.parentElement)
    }
  }
  return [...found].filter(isSeen)
}

/** The plain decimal that a place shows in the language of its page; undefined for several numbers, and for rounded ones. */
export function balanceAt(element: Element): string | undefined {
  const shown = numberShown(wordsOf(element))
  return shown === undefined ? undefined : numberIn(shown, element.ownerDocument.documentElement.lang)
}

/**
 * Every way of finding the balance again. Undefined where its mere place on the page is all there is: after a redesign another number
 * may stand there.
 */
export function locatorsOfBalance(seen: Seen): Locator[] | undefined {
  const { element } = seen.widget
  const text = folded(wordsOf(element))
  const drawn = element.getAttribute('class')?.trim() ?? ''
  const ways: Locator[] = [
    ...(text ? [{ by: 'text', value: text } as const] : []),
    ...(/^[^\d\p{C}]{1,200}$/u.test(drawn) ? [{ by: 'attribute', name: 'class', value: drawn } as const] : []),
    ...locatorsOfControl(seen),
  ]
  const sure = ways.some(({ by }) => by !== 'css') || cssOf(element).startsWith('#')
  return sure ? ways.slice(0, 8) : undefined
}

/** Where the balance is now, by more than half of its locators; undefined where nothing or several are meant. */
export function findBalance(
  locators: readonly Locator[],
  roots: readonly ParentNode[],
  others: Element[],
): Element | undefined {
  return findControl(locators, undefined, plainText(locators, roots, others))?.widget.element
}
