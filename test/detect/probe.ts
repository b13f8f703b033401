import { estimate } from '../../core/estimate'
import type { RateCard } from '../../core/rate-card'
import type { Binder } from '../../extension/binding/bound'
import { readForm } from '../../extension/binding/read'
import { requestOf } from '../../extension/binding/request'
import { watchPage } from '../../extension/binding/watch'
import { detected } from '../../extension/detect/binder'
import { detectForms, sceneOf } from '../../extension/detect/scan'
import { likely } from '../../extension/detect/likely'
import { holds } from '../../extension/detect/visible'
import { fileOf, rowsOf, startDraft } from '../../extension/picker/draft'
import { filed } from '../../extension/sites/binder'

// Runs in an isolated world of the page, as a content script does: it sees the document, never the page's own variables.

/** The forms found now, what they ask for and what that comes to. */
function forms(card: RateCard, feature: string, binder: Binder = detected(card, feature)) {
  return binder.find(document).map((bound) => {
    const request = requestOf(card, feature, readForm(bound))
    const buttons = bound.buttons().map((button) => button.textContent?.trim() ?? '')
    const { status, ...rest } = estimate(card, feature, request, new Date('2026-11-02'), 'app')
    return { request, buttons, status, total: 'total' in rest ? rest.total : undefined }
  })
}

/**
 * Points at a control in each box, as in the picker: at the next one where the row shows no value. `boxes`: setting to selector. From
 * then on `forecostProbe.pointed()` tells what `forms` does, read by the file that is kept of that.
 */
function point(card: RateCard, feature: string, boxes: { [setting: string]: string }) {
  const scene = sceneOf(document)
  const draft = startDraft(card, feature, scene)
  draft.bound.clear()
  for (const [name, selector] of Object.entries(boxes)) {
    const box = document.querySelector(selector)!
    for (const seen of scene.widgets.filter(({ widget }) => holds(box, widget.element))) {
      draft.bound.set(name, { seen, values: {} })
      if (rowsOf(draft).find((row) => row.name === name)?.value !== undefined) break
    }
  }
  const file = fileOf(draft, location, undefined, '2026-11-02')
  const pointed = () =>
    forms(
      card,
      feature,
      filed('pointed', card, () => file.forms),
    )
  Object.assign(forecostProbe, { pointed })
  return file
}

/** All that was seen and what it was taken for: to understand a page that is not read. */
function explain(card: RateCard, feature: string) {
  const scene = sceneOf(document)
  const found = detectForms(scene, card, feature)
  const claims = found.flatMap((form) => form.claims)
  return scene.widgets.map(({ widget, names }) => {
    const claim = claims.find((it) => it.widget === widget)
    const shown = widget.kind === 'prompt' ? [] : widget.shown()
    return {
      kind: widget.kind,
      tag: widget.element.localName,
      ...names,
      shown,
      as: claim?.dimension,
      read: claim?.read(),
    }
  })
}

/** Follows the page as the overlay does; how often it was searched is counted. */
function follow(card: RateCard, feature: string) {
  const binder = detected(card, feature)
  let searches = 0
  const find = (root: ParentNode) => {
    searches++
    return binder.find(root)
  }
  const { forms: seen } = watchPage(document, [{ ...binder, find }], new AbortController().signal)
  let reads = 0
  const count = () => {
    for (const form of seen.value) {
      const { read } = form
      form.read = () => {
        reads++
        read()
      }
    }
    return seen.value.length
  }
  const request = () => seen.value.map(({ readings }) => requestOf(card, feature, readings.value))
  Object.assign(forecostProbe, { followed: { count, request, tally: () => ({ searches, reads }) } })
}

const forecostProbe = {
  forms,
  point,
  explain,
  follow,
  likely: (cards: RateCard[]) => likely(document, sceneOf(document), cards),
  tooMany: () => sceneOf(document).tooMany,
}
Object.assign(globalThis, { forecostProbe })
