import { expect, test } from 'vitest'
import { presentDimensions, startingRequest } from '../../core/present'
import { estimate } from '../../core/estimate'
import type { RateCard } from '../../core/rate-card'
import { loadCard, loadCards } from '../../core/rate-cards'
import { leftAfter, runsIn, times, worthOf } from '../../core/worth'
import { card } from '../widget/states'

const on = new Date('2026-11-21')
const names = (request: object) => presentDimensions(card, 'video', request as never, on).map(([name]) => name)

test('a dimension exists only under the settings that bring it', () => {
  expect(names({ audio: true })).toContain('voice')
  expect(names({ audio: false })).not.toContain('voice')
})

test('a dimension whose condition is undecided is left out', () => {
  expect(names({})).toEqual(['model', 'duration', 'resolution', 'audio', 'variants'])
})

test('what no source states is asked by no form and preset by none: the price is a range where it matters', async () => {
  const fal = (await loadCard('fal'))!
  const start = startingRequest(fal, 'flux', { width: 1024, height: 1024 }, on)
  expect(presentDimensions(fal, 'flux', start, on).map(([name]) => name)).toEqual(['model', 'width', 'height'])
  expect(start).not.toHaveProperty('megapixel')
  expect(estimate(fal, 'flux', start, on)).toMatchObject({ status: 'range', total: { low: '0.025', high: '0.05' } })
  expect(estimate(fal, 'flux', { ...start, megapixel: '1048576' }, on)).toMatchObject({ status: 'exact' })
})

test('every dimension that says it is not stated is marked so', async () => {
  const cards = await loadCards()
  const said = cards.flatMap(({ provider, features }) =>
    Object.values(features).flatMap(({ dimensions }) =>
      Object.values(dimensions)
        .flat()
        .filter(({ label = '', open = false }) => label.includes('not stated') !== open)
        .map(({ label }) => `${provider}: ${label}`),
    ),
  )
  expect(said).toEqual([])
})

test('of several variants the one that holds is given', () => {
  const wide = {
    ...card,
    features: {
      video: {
        ...card.features['video']!,
        dimensions: {
          model: { type: 'choice' as const, options: ['a', 'b'] },
          duration: [
            { type: 'number' as const, max: 5, when: { model: 'a' } },
            { type: 'number' as const, max: 10 },
          ],
        },
        charges: [{ name: 'x', meter: 'duration', amount: '1' }],
      },
    },
  }
  const most = (model: string) => presentDimensions(wide, 'video', { model }, on)[1]![1]
  expect([most('a'), most('b')]).toMatchObject([{ max: 5 }, { max: 10 }])
})

test('a form starts with a value for everything that exists, and follows what is given', () => {
  expect(startingRequest(card, 'video', {}, on)).toEqual({
    model: 'gen4',
    duration: '2',
    resolution: '480p',
    audio: false,
    variants: '1',
  })
  expect(startingRequest(card, 'video', { audio: true, duration: undefined }, on)).toMatchObject({
    voice: 'calm',
    duration: undefined,
  })
  expect(startingRequest(card, 'stitch', {}, on)).toEqual({ clips: ['1'], hdr: false })
})

test('it starts from the first worked example that has a price', () => {
  const examples: RateCard['examples'] = [
    { feature: 'video', request: { model: 'turbo', resolution: '4k' }, answer: 'unpriced' },
    { feature: 'video', request: { model: 'turbo', duration: 7 }, answer: '35' },
  ]
  expect(startingRequest({ ...card, examples }, 'video', { variants: '3' }, on)).toMatchObject({
    model: 'turbo',
    duration: 7,
    variants: '3',
  })
})

const range = (low: string, high = low) => ({ low, high })
test.each([
  ['60', '60', undefined, '0.01', '0.6', '0.6'],
  ['48', '60', undefined, '0.01', '0.48', '0.6'],
  ['1', '1', 3, '1', '0.333333333333', '0.333333333333'],
  ['9007199254740993', '9007199254740993', undefined, '0.01', '90071992547409.93', '90071992547409.93'],
])('%s to %s at %s per unit is worth %s', (low, high, per, amount, cheap, dear) => {
  const money = { amount, currency: 'USD', source: 'own', ...(per && { per }) }
  expect(worthOf(range(low, high), money)).toEqual({ amount: range(cheap, dear), currency: 'USD' })
})

test('several runs take exactly as many times as much', () => {
  expect(times(range('0.1', '0.3'), 3)).toEqual(range('0.3', '0.9'))
})

test.each([
  ['505', range('120'), range('4')],
  ['505', range('100', '120'), range('4', '5')],
  ['119', range('120'), range('0')],
  ['-5', range('120'), range('0')],
  ['0.3', range('0.1'), range('3')],
  ['5', range('0', '1'), undefined],
])('a balance of %s pays for runs of %j %j times', (balance, total, runs) => {
  expect(runsIn(balance, total)).toEqual(runs)
})

test.each([
  ['625', range('120'), { left: range('505') }],
  ['100', range('120'), { left: range('0'), short: range('20') }],
  ['100', range('80', '120'), { left: range('0', '20'), short: range('0', '20') }],
  ['1e3', range('80'), undefined],
])('a balance of %s after a total of %j leaves %j', (balance, total, after) => {
  expect(leftAfter(balance, total)).toEqual(after)
})
