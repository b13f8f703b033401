import type { RateCard } from '../../core/rate-card'
import type { Binder } from '../binding/bound'
import { globs } from '../sites/match'
import { detected } from './binder'
import { likely, type Likely } from './likely'
import { sceneOf } from './scan'

const most = 6

/**
 * Detection that follows the address of a page: on each path it looks for what the user chose there, else for the one feature that is
 * beyond doubt. A path that tells nothing is looked at a few times, while it is being built, and then left alone.
 */
export function perPath(
  card: RateCard,
  pages: readonly { path: string; feature: string }[],
  page: Document,
): Binder & { likelyNow(): Likely[] } {
  const binders = new Map<string, Binder>()
  let here = { path: '', tries: 0, feature: undefined as string | undefined, found: [] as Likely[] }

  function look() {
    const path = page.location.pathname
    if (path !== here.path) here = { path, tries: 0, feature: undefined, found: [] }
    const chosen = pages.find((it) => Object.hasOwn(card.features, it.feature) && globs(it.path, path))
    if (chosen) here.feature = chosen.feature
    if (here.feature || here.tries >= most) return
    here.tries++
    here.found = likely(page, sceneOf(page), [card], card.provider)
    here.feature = here.found.find(({ sure }) => sure)?.feature
  }
  return {
    how: 'detected',
    likelyNow() {
      look()
      return here.found
    },
    find(root) {
      look()
      if (!here.feature) return []
      const binder = binders.get(here.feature) ?? detected(card, here.feature)
      binders.set(here.feature, binder)
      return binder.find(root)
    },
    end() {
      for (const binder of binders.values()) binder.end?.()
      binders.clear()
    },
  }
}
