import { computed, effect } from '@preact/signals-core'
import { binders } from '../binding/binders'
import { watchPage, type Form, type Seen } from '../binding/watch'
import { mountChip } from './chip'
import { awaitBinders } from './join'
import { forgetParts } from './on-demand'
import { answerPopup, askForView, type Site } from './site'

/** Starts the overlay on a page; all it does ends when `signal` aborts. Until a form is there it only watches. */
export function startOverlay(page: Document, signal: AbortSignal): void {
  const leaving = new AbortController()
  const life = AbortSignal.any([signal, leaving.signal])
  forgetParts()
  const seen = watchPage(page, binders, life)
  awaitBinders(seen, life)
  const site = askForView(page, seen, life, () => leaving.abort())
  answerPopup(seen, site, life)
  keepChips(seen, site, life)
}

/** One chip beside every button of every form, for as long as both are there. */
function keepChips({ forms }: Seen, site: Site, life: AbortSignal) {
  const mounted = new Map<HTMLElement, { form: Form; ending: AbortController }>()
  const buttons = computed(() => new Map(forms.value.flatMap((form) => form.buttons.value.map((b) => [b, form]))))
  const stop = effect(() => {
    const wanted = site.view.value && !site.dismissed.value ? buttons.value : new Map<HTMLElement, Form>()
    for (const [button, { form, ending }] of mounted) {
      if (wanted.get(button) === form) continue
      ending.abort()
      mounted.delete(button)
    }
    for (const [button, form] of wanted) {
      if (mounted.has(button)) continue
      const ending = new AbortController()
      mounted.set(button, { form, ending })
      mountChip(button, form, site, AbortSignal.any([life, form.signal, ending.signal]))
    }
  })
  life.addEventListener('abort', () => {
    stop()
    for (const { ending } of mounted.values()) ending.abort()
  })
}
