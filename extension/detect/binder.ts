import type { RateCard } from '../../core/rate-card'
import type { Binder, Bound } from '../binding/bound'
import type { FoundForm } from './form'
import { isSame, locatorsOf, type Locators } from './locators'
import { freshness } from './freshness'
import { detectForms, sceneOf } from './scan'

/** What a form was like when it was first seen: how each of its controls can be found again. */
type Memory = Map<string, Locators[]>

/**
 * Finds the forms of one feature on a page that nobody prepared. What is bound is looked for anew after every change of the page,
 * and held against what was found first: a control that is another one by most of its locators is lost, and unread.
 */
export function detected(card: RateCard, feature: string): Binder {
  const memories = new WeakMap<Element, Memory>()
  let current: FoundForm[] = []
  let fresh: ReturnType<typeof freshness> | undefined

  function look(page: ParentNode): FoundForm[] {
    fresh ??= freshness(page)
    if (!fresh.isStale() && current.length > 0) return current
    const scene = sceneOf(page)
    fresh.follow(scene.roots)
    current = detectForms(scene, card, feature)
    return current
  }
  return {
    how: 'detected',
    find: (page) => look(page).map((form) => bind(form.root, page)),
    end: () => fresh?.end(),
  }

  function bind(root: Element, page: ParentNode): Bound {
    const now = () => look(page).find((form) => form.root === root)
    return {
      how: 'detected',
      feature,
      root,
      controls: () =>
        kept(now(), memories).map(({ dimension, widget, read }) => ({ dimension, element: widget.element, read })),
      buttons: () => now()?.buttons ?? [],
    }
  }
}

function kept(form: FoundForm | undefined, memories: WeakMap<Element, Memory>) {
  if (!form) return []
  const memory = memories.get(form.root) ?? new Map<string, Locators[]>()
  memories.set(form.root, memory)
  return form.claims.filter((claim) => {
    const known = memory.get(claim.dimension)
    const here = locatorsOf(claim)
    if (known) return known.some((locators) => isSame(locators, here))
    memory.set(claim.dimension, form.claims.filter(({ dimension }) => dimension === claim.dimension).map(locatorsOf))
    return true
  })
}
