import type { RateCard } from '../../core/rate-card'
import type { Value } from '../../core/pricing'
import type { Binder, Bound, How, Place } from '../binding/bound'
import type { Shown } from '../binding/shown'
import { sameWords } from '../binding/words'
import { allButtons } from '../detect/buttons'
import { freshness } from '../detect/freshness'
import { meaningOf } from '../detect/meaning'
import { sceneOf } from '../detect/scan'
import { parentOf } from '../detect/visible'
import { termsOf, wordsIn, type Term } from '../detect/vocabulary'
import type { Widget } from '../detect/widget'
import { findBalance } from './balance'
import { boxAround, findButtons, findControl, type Seen } from './locate'
import { plainText } from './plain-text'
import type { Binding, SiteFile, SiteForm } from './site-file'

/** A form of a site file as it is on the page now. */
type Found = { form: SiteForm; root: Element; buttons: HTMLElement[]; places: Place[] }

/**
 * Finds the forms that a site file tells of. `formsNow` says which may be on the page at its present address. Every control is looked
 * for by all its locators after each change of the page; one that most of them no longer mean is unread. So is the balance: `shows`.
 */
export function filed(
  how: Extract<How, 'site' | 'pointed'>,
  card: RateCard,
  formsNow: () => readonly SiteForm[],
  shows?: SiteFile['balance'],
): Binder {
  let current: Found[] = []
  let balance: Element | undefined
  let fresh: ReturnType<typeof freshness> | undefined
  let forms: readonly SiteForm[] = []

  function look(page: ParentNode): Found[] {
    fresh ??= freshness(page)
    const now = formsNow()
    const same = now.length === forms.length && now.every((form, i) => form === forms[i])
    if (!fresh.isStale() && same && (current.length > 0 || (balance && now.length === 0))) return current
    forms = now
    const scene = forms.length > 0 || shows ? sceneOf(page) : undefined
    if (scene) fresh.follow(scene.roots)
    balance = scene && shows && findBalance(shows.locators, scene.roots, elementsOf(scene.widgets))
    current = scene ? forms.flatMap((form) => findForm(form, scene.roots, scene.widgets, card) ?? []) : []
    return current
  }
  return {
    how,
    find: (page) => look(page).map((found) => bind(found.form, found.root, page)),
    balance: (page) => (look(page), balance),
    end: () => fresh?.end(),
  }

  function bind(form: SiteForm, root: Element, page: ParentNode): Bound {
    const now = () => look(page).find((found) => found.form === form && found.root === root)
    return {
      how,
      feature: form.feature,
      root,
      controls: () => now()?.places ?? [],
      buttons: () => now()?.buttons ?? [],
    }
  }
}

const elementsOf = (widgets: Seen[]) => widgets.map(({ widget }) => widget.element)

/** A control of a site file as it is on the page now. */
type Located = { dimension: string; term: Term; seen: Seen; binding: Binding }

/** The controls of a form of a site file that are on the page now; one that is lost, or stands for two settings, is left out. */
export function locate(form: SiteForm, roots: ParentNode[], widgets: Seen[], card: RateCard): Located[] {
  const terms = termsOf(card, form.feature)
  const elements = elementsOf(widgets)
  const found = Object.entries(form.dimensions).flatMap(([dimension, binding]) => {
    const term = terms.find(({ name }) => name === dimension)
    const all = binding.kind === undefined ? [...widgets, ...plainText(binding.locators, roots, elements)] : widgets
    const seen = term && findControl(binding.locators, binding.kind, all)
    return seen ? [{ dimension, term, seen, binding }] : []
  })
  // One control cannot be two settings: then neither is known.
  return found.filter(
    ({ seen }) => found.filter((other) => other.seen.widget.element === seen.widget.element).length === 1,
  )
}

/** The buttons of a form of a site file; none where too many are meant. */
export function locateButtons(form: SiteForm, roots: ParentNode[]): HTMLElement[] {
  const buttons = findButtons(form.generate, allButtons(roots))
  return buttons.length > 4 ? [] : buttons
}

function findForm(form: SiteForm, roots: ParentNode[], widgets: Seen[], card: RateCard): Found | undefined {
  const buttons = locateButtons(form, roots)
  if (buttons.length === 0) return undefined
  const once = locate(form, roots, widgets, card)
  const root = boxAround([buttons[0]!, ...once.map(({ seen }) => seen.widget.element)], parentOf)
  if (!root) return undefined
  const places = once.map(({ dimension, term, seen, binding }) => ({
    dimension,
    element: seen.widget.element,
    read: () => readBound(seen.widget, term, binding, `${seen.names.label} ${seen.names.near}`),
  }))
  const always = Object.entries(form.always ?? {}).map(([dimension, value]) => ({
    dimension,
    element: root,
    read: () => shownOf(value),
  }))
  return { form, root, buttons, places: [...places, ...always] }
}

/** What a control shows, by the file's own words where it has them, else as detection reads it. All that is shown must mean the same. */
export function readBound(
  widget: Widget,
  term: Term,
  { values }: Pick<Binding, 'values'>,
  around: string,
): Shown | undefined {
  const read = widget.shown().map((shown) => mapped(shown, values) ?? meaningOf(shown, term, wordsIn(around)))
  const [first] = read
  return first && read.every((it) => JSON.stringify(it) === JSON.stringify(first)) ? first : undefined
}

function mapped(shown: Shown | undefined, values: Binding['values']): Shown | undefined {
  if (!shown || !values) return undefined
  const said = [shown.text, shown.value, shown.on === undefined ? undefined : String(shown.on)]
  const key = Object.keys(values).find((words) => said.some((it) => it !== undefined && sameWords(it, words)))
  return key === undefined ? undefined : shownOf(values[key]!)
}

/** A value of the card as if a control showed it. */
function shownOf(value: Value | null): Shown | undefined {
  if (value === null) return { stated: '' }
  if (typeof value === 'boolean') return { on: value }
  return Array.isArray(value) ? undefined : { stated: String(value) }
}
