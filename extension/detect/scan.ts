import type { RateCard } from '../../core/rate-card'
import { allButtons, buttonsOf, type Named } from './buttons'
import { findAll, rootsOf } from './deep'
import { formsOf, type FoundForm } from './form'
import { heedLabels, labelsOf, type Label } from './labels'
import { claimsOf } from './match'
import { attributeNames, nearby } from './names'
import { timesOf } from './times'
import { termsOf } from './vocabulary'
import type { Names } from './voices'
import type { Widget } from './widget'
import { widgetsOf } from './widgets/registry'

/** What is on a page before a card is held against it: its controls and what they are called; none of them where there are too many. */
export type Scene = {
  roots: ParentNode[]
  widgets: { widget: Widget; names: Names }[]
  buttons: Named[]
  labels: Label[]
  tooMany: boolean
}

/** Of controls in the page, seen or not, and of those that can be seen. */
const mostThere = 4000
const most = 800
const controls =
  'input, select, textarea, [contenteditable], [role=combobox], [role=slider], [role=spinbutton], [role=switch], [role=checkbox], [role=radio], [role=option], [aria-haspopup], [aria-pressed]'

/** Looks over a page once. Nothing the user has written is read. */
export function sceneOf(page: ParentNode): Scene {
  const roots = rootsOf(page)
  // Among so many the ones of the run cannot be told; seeing only some of them would be worse than none.
  const all = findAll(roots, controls, mostThere).length < mostThere ? widgetsOf(roots) : undefined
  const found = all && all.length <= most ? all : undefined
  if (!found) return { roots, widgets: [], buttons: [], labels: [], tooMany: true }
  const elements = found.map(({ element }) => element)
  const widgets = found.map((widget) => ({ widget, names: namesOf(widget, elements) }))
  return { roots, widgets, buttons: allButtons(roots), labels: labelsOf(roots), tooMany: false }
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
  const { widgets, buttons, labels } = scene
  const kind = card.features[feature]?.kind
  const terms = termsOf(card, feature)
  const forms = formsOf(buttonsOf(buttons, kind ? [kind] : []), claimsOf(widgets, terms))
  return forms.map((form) => ({
    ...form,
    claims: [...heedLabels(form, labels, terms), ...timesOf(form, scene, terms)],
  }))
}
