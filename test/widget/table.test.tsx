import { afterEach, expect, test } from 'vitest'
import type { RateCard } from '../../core/rate-card'
import { ForecostTable } from '../../widget/table'
import { card } from './states'

afterEach(() => document.body.replaceChildren())

const { video } = card.features as { video: RateCard['features'][string] }
/** One model is sold at the vendor's quote alone, the other by the second. */
const quoted: RateCard = {
  ...card,
  features: {
    video: {
      ...video,
      dimensions: { model: video.dimensions['model']!, duration: video.dimensions['duration']! },
      charges: [
        {
          name: 'Video',
          meter: 'duration',
          rates: [{ match: { model: 'turbo' }, unpriced: 'Ask the vendor for a quote' }, { amount: '12' }],
        },
      ],
    },
  },
}

async function shown(settings: string, what: string): Promise<string> {
  const table = Object.assign(new ForecostTable(), { card: quoted, feature: 'video', settings })
  document.body.append(table)
  await expect.poll(() => table.shadowRoot!.querySelector('footer')).not.toBe(null)
  return [...table.shadowRoot!.querySelectorAll(what)].map((one) => one.textContent).join(' | ')
}

test('a cell without a price says why, where everybody can read it', async () =>
  expect(await shown('duration=5', 'td')).toBe('60 credits | price not knownAsk the vendor for a quote'))

test('where nothing has a price, that and the reason are said, and no price that were always the same', async () =>
  expect(await shown('duration=99', '.notice')).toMatch(/^price not knownDuration .*99.*10/))
