import { featureName, wordsOf } from '../../core/labels'
import type { Value } from '../../core/pricing'
import type { Dimension } from '../../core/pricing'
import type { RateCard } from '../../core/rate-card'
import { sameSurface } from '../../core/surfaces'
import { interpret } from '../binding/interpret'
import { pathPattern } from '../chosen'
import { allButtons } from '../detect/buttons'
import { detectForms, sceneOf, type Scene } from '../detect/scan'
import { termsOf, type Term } from '../detect/vocabulary'
import { locate, locateButtons, readBound } from '../sites/binder'
import { balanceAt, findBalance, locatorsOfBalance } from '../sites/balance'
import { locatorsOfButton, locatorsOfControl, type Seen } from '../sites/locate'
import { textControl } from '../sites/plain-text'
import type { Locator, SiteFile, SiteForm } from '../sites/site-file'

/** What the user has pointed at so far for one feature; starts with what detection found. */
export type Draft = {
  card: RateCard
  feature: string
  button: HTMLElement | undefined
  bound: Map<string, { seen: Seen; values: { [words: string]: Value } }>
  /** Where the page shows what is left; `balanceKept`: as it was saved, while it is not on this page. */
  balance?: Seen
  balanceKept?: SiteFile['balance']
}

/** A row of the picker: a setting, where it is read and what it shows. */
export type Row = {
  name: string
  label: string
  seen: Seen | undefined
  value: Value | undefined
  /** Words on the page that mean nothing to the card. */
  unknown: string[]
  options: readonly string[]
}

/** What detection finds on the page, and over it what the user pointed at before, where that is still there. */
export function startDraft(
  card: RateCard,
  feature: string,
  scene: Scene,
  saved?: SiteForm,
  shows?: SiteFile['balance'],
): Draft {
  const form = detectForms(scene, card, feature).toSorted((a, b) => b.claims.length - a.claims.length)[0]
  const bound: Draft['bound'] = new Map()
  for (const { dimension, widget, names, read } of form?.claims ?? []) {
    if (read() && !bound.has(dimension)) bound.set(dimension, { seen: { widget, names }, values: {} })
  }
  const [button] = saved ? locateButtons(saved, scene.roots) : []
  for (const { dimension, seen, binding } of saved ? locate(saved, scene.roots, scene.widgets, card) : [])
    bound.set(dimension, { seen, values: binding.values ?? {} })
  const others = scene.widgets.map(({ widget }) => widget.element)
  const place = shows && findBalance(shows.locators, scene.roots, others)
  const balance = place ? { balance: textControl(place, others) } : { balanceKept: shows }
  return { card, feature, button: button ?? form?.buttons[0], bound, ...balance }
}

/** What is left as the page shows it where the user pointed, and what is kept of that place; undefined where it cannot be read for sure. */
export function balanceOf({ balance }: Draft): { number: string; locators: Locator[] } | undefined {
  const number = balance && balanceAt(balance.widget.element)
  const locators = balance && locatorsOfBalance(balance)
  return number !== undefined && locators ? { number, locators } : undefined
}

/** Whether there is something to keep: a form with a setting that is read, or the balance. */
export const isWorth = (draft: Draft): boolean =>
  isForm(draft) || balanceOf(draft) !== undefined || draft.balanceKept !== undefined

const isForm = ({ button, bound }: Draft): boolean => button !== undefined && bound.size > 0

/** The settings of the feature, in the card's order, with what each shows right now. */
export function rowsOf({ card, feature, bound }: Draft): Row[] {
  const words = wordsOf(card, feature)
  return termsOf(card, feature).map((term) => {
    const dimension = card.features[feature]!.dimensions[term.name]! as Dimension | Dimension[]
    const binding = bound.get(term.name)
    const read = (texts: { [words: string]: Value }, seen: Seen) =>
      readBound(seen.widget, term, { values: texts }, `${seen.names.label} ${seen.names.near}`)
    const shown = binding && read(binding.values, binding.seen)
    const value = shown && interpret(shown, dimension, card.labels?.[term.name])
    const known = value !== undefined && isOnCard(value, term) ? value : undefined
    const said = binding && known === undefined ? saidBy(binding.seen) : undefined
    return {
      name: term.name,
      label: words.dimension(term.name),
      seen: binding?.seen,
      value: known,
      unknown: said ? [said] : [],
      options: [
        ...term.options.keys(),
        ...(term.alternatives.some((d) => d.type === 'toggle') ? ['true', 'false'] : []),
      ],
    }
  })
}

function isOnCard(value: Value, { alternatives, options }: Term): boolean {
  return typeof value !== 'string' || alternatives.some((d) => d.type !== 'choice') || options.has(value)
}

const saidBy = ({ widget }: Seen): string | undefined => {
  const shown = widget.kind === 'prompt' ? undefined : widget.shown()[0]
  return (shown?.text ?? shown?.value)?.replace(/\p{C}/gu, '').trim().slice(0, 200) || undefined
}

/** The features of a card that a page of the app may sell. */
export const featuresOf = (card: RateCard): { feature: string; name: string }[] =>
  Object.entries(card.features)
    .filter(([, { surface }]) => sameSurface(surface, 'app'))
    .map(([feature]) => ({ feature, name: featureName(card, feature) }))

/** The draft as a site file, put into the one there was: other forms of it stay. `on`: today. */
export function fileOf(
  draft: Draft,
  { origin, pathname, hostname }: Location,
  before: SiteFile | undefined,
  on: string,
): SiteFile {
  const { card } = draft
  const pages = [`${origin}${pathPattern(pathname)}`]
  const shown = balanceOf(draft)
  const balance = shown ? { locators: shown.locators } : draft.balanceKept
  const kept = before?.card.provider === card.provider ? before : undefined
  const others = kept?.forms.filter((it) => JSON.stringify(it.pages) !== JSON.stringify(pages)) ?? []
  return {
    format: 1,
    id: `own-${hostname.replace(/[^A-Za-z0-9]+/g, '-')}`.slice(0, 60),
    name: hostname,
    version: (kept?.version ?? 0) + 1,
    match: [`${origin}/*`],
    card: { provider: card.provider },
    forms: isForm(draft) ? [formOf(draft, pages), ...others] : others,
    ...(balance && { balance }),
    checkedOn: on,
  }
}

function formOf({ feature, button, bound }: Draft, pages: string[]): SiteForm {
  const named = allButtons([button!.getRootNode() as ParentNode]).find(({ element }) => element === button)
  return {
    feature,
    pages,
    generate: locatorsOfButton(button!, named?.name ?? ''),
    dimensions: Object.fromEntries(
      [...bound].map(([name, { seen, values }]) => [
        name,
        {
          locators: locatorsOfControl(seen),
          ...(Object.keys(values).length > 0 && { values }),
          ...(seen.isText ? {} : { kind: seen.widget.kind }),
        },
      ]),
    ),
  }
}

export { sceneOf }
