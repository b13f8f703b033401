import { computed, signal } from '@preact/signals'
import { estimate } from '../../core/estimate'
import type { Locale } from '../../core/locales'
import { presentDimensions, startingRequest } from '../../core/present'
import { loadCard, providers } from '../../core/rate-cards'
import type { RateCard, Request } from '../../core/rate-card'

/** A bundled card to try: a tool and its settings, priced as the overlay would. */
export function createTrial(locale: Locale) {
  const card = signal<RateCard | undefined>(undefined)
  const feature = signal('')
  const request = signal<Request>({})
  const today = new Date()

  const dimensions = computed(() =>
    card.value ? presentDimensions(card.value, feature.value, request.value, today) : [],
  )
  const price = computed(() => card.value && estimate(card.value, feature.value, request.value, today))

  let last: string | undefined
  async function choose(provider: string) {
    last = provider
    const loaded = await loadCard(provider)
    // Another was chosen while this one was on its way.
    if (provider !== last) return
    card.value = loaded
    if (loaded) take(Object.keys(loaded.features)[0]!)
  }
  function take(name: string) {
    feature.value = name
    request.value = startingRequest(card.value!, name, {}, today)
  }
  function set(name: string, value: Request[string]) {
    const edited = { ...request.value, [name]: value }
    request.value = startingRequest(card.value!, feature.value, edited, today)
  }
  return { locale, card, feature, request, dimensions, price, choose, take, set, providers, today }
}
export type Trial = ReturnType<typeof createTrial>
