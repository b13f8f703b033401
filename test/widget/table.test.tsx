import { afterEach, expect, test, vi } from 'vitest'
import type { RateCard } from '../../core/rate-card'
import '../../widget/forecost'
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

async function shown(settings: string, what: string, card = quoted): Promise<string> {
  const table = Object.assign(new ForecostTable(), { card, feature: 'video', settings })
  document.body.append(table)
  await expect.poll(() => table.shadowRoot!.querySelector('footer')).not.toBe(null)
  return [...table.shadowRoot!.querySelectorAll(what)].map((one) => one.textContent).join(' | ')
}

test('a cell without a price says why, where everybody can read it', async () =>
  expect(await shown('duration=5', 'td')).toBe('60 credits | price not knownAsk the vendor for a quote'))

test('a cell whose heads name what the card does not list says so in two words', async () => {
  const long = { when: { model: 'turbo' }, type: 'choice', options: ['5'] } as const
  const { duration, model } = quoted.features['video']!.dimensions
  const dimensions = { model: model!, duration: [long, duration].flat() as (typeof video.dimensions)[string] }
  const some = { ...quoted, features: { video: { ...quoted.features['video']!, dimensions } } }
  expect(await shown('', 'td', some)).toContain(
    '36 credits | not listed | 48 credits | not listed | 60 credits | price not known',
  )
})

test('on a page that stays open a table shows the prices of the day it is drawn on', async () => {
  const { duration } = quoted.features['video']!.dimensions
  const rates = [{ from: '2026-12-01', amount: '15' }, { amount: '12' }]
  const charges = [{ name: 'Video', meter: 'duration', rates }]
  const dearer = { ...quoted, features: { video: { ...quoted.features['video']!, dimensions: { duration }, charges } } }
  vi.useFakeTimers({ now: Date.parse('2026-11-30T12:00:00Z'), toFake: ['Date'] })
  const table = Object.assign(new ForecostTable(), { card: dearer, feature: 'video', rows: 'duration' })
  document.body.append(table)
  const price = () => table.shadowRoot!.querySelector('td')?.textContent
  await expect.poll(price).toContain('24 credits')
  vi.setSystemTime(Date.parse('2026-12-01T12:00:00Z'))
  table.theme = 'dark'
  await expect.poll(price).toContain('30 credits')
  vi.useRealTimers()
})

test('where nothing has a price, that and the reason are said, and no price that were always the same', async () =>
  expect(await shown('duration=99', '.notice')).toMatch(/^price not knownDuration .*99.*10/))

test('a number that is left to the vendor is named as the card has it', async () =>
  expect(await shown('duration=auto', 'caption')).toContain('Duration Auto'))

test('a pressed price goes into its calculator, which keeps its tools, its runs and its balance', async () => {
  const calculator = Object.assign(document.createElement('forecost-calculator'), { id: 'prices', card, balance: 100 })
  const settings = 'duration=5&variants=1'
  const table = Object.assign(new ForecostTable(), { card, feature: 'video', settings, for: 'prices' })
  document.body.append(calculator, table)
  await expect.poll(() => table.shadowRoot!.querySelector('td button')).not.toBe(null)
  calculator.show({ feature: 'stitch', runs: 3 })
  table.shadowRoot!.querySelector<HTMLButtonElement>('td button')!.click()
  await expect.poll(() => calculator.shadowRoot!.querySelector('.total')?.textContent).toBe('120 credits')
  expect(calculator.values).toMatchObject({ feature: 'video', settings: { duration: '5' }, runs: 3, balance: '100' })
  expect(calculator.shadowRoot!.querySelector('#tool')).toBeTruthy()
})
