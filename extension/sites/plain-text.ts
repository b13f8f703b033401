import { wordsOf } from '../binding/words'
import { attributesWith, nearby } from '../detect/names'
import { isSeen } from '../detect/visible'
import type { Seen } from './locate'
import type { Locator } from './site-file'

/** A place that shows a setting in words alone ("6s"), taken for a control because the user pointed at it. */
export function textControl(element: Element, others: Element[]): Seen {
  return {
    widget: {
      kind: 'plain',
      element,
      parts: [element],
      labelled: () => '',
      attributes: () => [],
      options: () => [],
      shown: () => [wordsOf(element) ? { text: wordsOf(element) } : undefined],
    },
    names: {
      label: (element.getAttribute('aria-label') ?? '').slice(0, 80),
      near: nearby(element, others),
      attributes: attributesWith(element).map(([, value]) => value),
      options: [],
    },
    isText: true,
  }
}

/** The elements that a selector or an attribute among the locators means, taken so. */
export function plainText(locators: readonly Locator[], roots: readonly ParentNode[], others: Element[]): Seen[] {
  const found = new Set<Element>()
  for (const locator of locators) {
    const selector =
      locator.by === 'css'
        ? locator.value.split(' >>> ').at(-1)!
        : locator.by === 'attribute'
          ? `[${locator.name}="${CSS.escape(locator.value)}"]`
          : undefined
    if (selector) for (const root of roots) for (const element of quietly(root, selector)) found.add(element)
  }
  return [...found]
    .slice(0, 50)
    .filter(isSeen)
    .map((element) => textControl(element, others))
}

function quietly(root: ParentNode, selector: string): Element[] {
  try {
    return [...root.querySelectorAll(selector)].slice(0, 50)
  } catch {
    return []
  }
}
