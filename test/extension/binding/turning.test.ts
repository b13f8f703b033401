import { effect, computed, signal } from '@preact/signals-core'
import { afterEach, expect, test, vi } from 'vitest'
import { markup } from '../../../extension/binding/markup'
import { watchPage } from '../../../extension/binding/watch'
import { runOf } from '../../../extension/overlay/run'
import { readCard } from '../../../core/read-card'
import { localeFor } from '../../../core/locales'
import { cardOf } from '../background/site-server'

afterEach(() => vi.useRealTimers())

/** 4 credits a second, and 6 from 22 November on. */
const card = readCard(
  JSON.stringify(
    cardOf('https://atelier.example', {
      features: {
        clip: {
          surface: 'app',
          source: 'page',
          dimensions: { seconds: { type: 'number', min: 1, max: 10 } },
          charges: [
            {
              name: 'clip',
              meter: 'seconds',
              rates: [
                { from: '2026-11-22', amount: '6' },
                { from: '2026-01-01', amount: '4' },
              ],
            },
          ],
        },
      },
    }),
  ),
).card!

test('a page that stays open over midnight shows the new day’s price at the next look, with the same settings', async () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 21, 23, 50) })
  document.body.innerHTML = `<form data-rate-card-feature="clip"><input type="number" value="5" data-rate-card-dimension="seconds">
    <button data-rate-card-generate>Go</button></form>`
  const life = new AbortController()
  const seen = watchPage(document, [markup], life.signal)
  await vi.runAllTimersAsync()
  const view = signal({ on: true as const, card, locale: await localeFor('en') })
  const run = computed(() => seen.forms.value[0] && runOf(seen.forms.value[0], view, signal(undefined)).value)
  const totals: unknown[] = []
  effect(() => void totals.push(run.value?.estimate.status === 'exact' && run.value.estimate.total.low))
  expect(totals.at(-1)).toBe('20')
  await vi.advanceTimersByTimeAsync(30 * 60_000)
  expect(totals).toHaveLength(1)
  document.dispatchEvent(new Event('pointerup', { bubbles: true }))
  await vi.runAllTimersAsync()
  expect(totals.at(-1)).toBe('30')
  life.abort()
})
