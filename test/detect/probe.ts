import { estimate } from '../../core/estimate'
import type { RateCard } from '../../core/rate-card'
import { readForm } from '../../extension/binding/read'
import { requestOf } from '../../extension/binding/request'
import { watchPage } from '../../extension/binding/watch'
import { detected } from '../../extension/detect/binder'
import { detectForms, sceneOf } from '../../extension/detect/scan'
import { likely } from '../../extension/detect/likely'

// Runs in an isolated world of the page, as a content script does: it sees the document, never the page's own variables.

/** The forms found now, what they ask for and what that comes to. */
function forms(card: RateCard, feature: string) {
  return detected(card, feature)
    .find(document)
    .map((bound) => {
      const request = requestOf(card, feature, readForm(bound))
      const buttons = bound.buttons().map((button) => button.textContent?.trim() ?? '')
      const { status, ...rest } = estimate(card, feature, request, new Date('2026-11-02'), 'app')
      return { request, buttons, status, total: 'total' in rest ? rest.total : undefined }
    })
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

const forecostProbe = { forms, explain, follow, likely: (cards: RateCard[]) => likely(document, cards) }
Object.assign(globalThis, { forecostProbe })
