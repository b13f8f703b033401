import type { RateCard } from '../../core/rate-card'
import { buttonsOf } from './buttons'
import { rootsOf } from './deep'
import { formsOf, type FoundForm } from './form'
import { heedLabels } from './labels'
import { claimsOf } from './match'
import { attributeNames, nearby } from './names'
import { timesOf } from './times'
import { termsOf } from './vocabulary'
import type { Names } from './voices'
import type { Widget } from './widget'
import { widgetsOf } from './widgets/registry'

/** What is on a page before a card is held against it: its controls and what they are called. */
export type Scene = { roots: ParentNode[]; widgets: { widget: Widget; names: Names }[] }

const most = 800

/** Looks over a page once. Nothing the user has written is read. */
export function sceneOf(page: ParentNode): Scene {
  const roots = rootsOf(page)
  const all = widgetsOf(roots)
  // Among so many the ones of the run cannot be told; seeing only some of them would be worse than none.
  const found = all.length > most ? [] : all
  const elements = found.map(({ element }) => element)
  return { roots, widgets: found.map((widget) => ({ widget, names: namesOf(widget, elements) })) }
}

function namesOf(widget: Widget, elements: Element[]): Names {
  // What a trigger shows is the one choice we can see; a field's text may be the user's own and is not looked at here.
  const own = widget.kind === 'trigger' && !isWritable(widget) ? shownWords(widget) : []
  const options = widget.options()
  return {
    label: widget.labelled(),
    near: nearby(widget.element, elements, own),
    attributes: [...new Set([...widget.attributes(), ...attributeNames(widget.element)])],
    options: options.length > 0 ? options : own,
  }
}

const isWritable = (widget: Widget) =>
  widget.parts[0]!.localName === 'input' && !(widget.parts[0] as HTMLInputElement).readOnly
const shownWords = (widget: Widget) => widget.shown().flatMap((shown) => shown?.text ?? [])

/** The forms of a page for one feature of a card. */
export function detectForms(scene: Scene, card: RateCard, feature: string): FoundForm[] {
  const { roots, widgets } = scene
  const kind = card.features[feature]?.kind
  const terms = termsOf(card, feature)
  const forms = formsOf(buttonsOf(roots, kind ? [kind] : []), claimsOf(widgets, terms))
  return forms.map((form) => ({ ...form, claims: [...heedLabels(form, roots, terms), ...timesOf(form, scene, terms)] }))
}
