import { expect, test } from 'vitest'
import { english } from '../../../core/locales'
import { lineName, qualifierText, rateText, totalText, workingText } from '../../../core/locales/estimates'
import { reasonText, reasonTexts } from '../../../core/locales/reasons'
import type { Under } from '../../../core/spendable'
import { standingText } from '../../../core/locales/standings'
import { agoText, ageText, dateText, dayText, waitText } from '../../../core/locales/time'
import { quantityText } from '../../../core/locales/units'
import { readable, wordsOf } from '../../../core/labels'
import { estimate } from '../../../core/estimate'
import type { RateCard } from '../../../core/rate-card'
import type { Estimate, Factor, Line, Reason } from '../../../core/result'
import type { Standing } from '../../../core/standing'

const card: RateCard = {
  format: 1,
  provider: 'nord',
  name: 'Nord',
  version: 1,
  checkedOn: '2026-04-21',
  currency: 'credits',
  sources: {
    own: { url: 'https://nord.example/prices', seenOn: '2026-04-21', grade: 'first-party' },
    copy: { url: 'https://copy.example', seenOn: '2026-04-21', grade: 'third-party' },
    shop: { url: 'https://shop.example', seenOn: '2026-04-21', grade: 'reseller' },
    old: { url: 'https://nord.example/old', seenOn: null, words: 'last spring', grade: 'first-party' },
  },
  labels: { duration: { label: 'Duration' }, quality: { options: { hd: ['High definition'] } } },
  features: {
    video: {
      surface: 'app',
      source: 'own',
      dimensions: {
        duration: { type: 'number', unit: 's', min: 2, max: 10 },
        variants: { type: 'number', min: 1, max: 4 },
        quality: { type: 'choice', options: ['hd', 'sd'] },
      },
      charges: [
        { name: 'Video', meter: ['duration', 'variants'], amount: { by: ['quality'], cells: { hd: '12', sd: '5' } } },
      ],
    },
    speech: {
      surface: 'app',
      source: 'own',
      dimensions: { seconds: { type: 'number', unit: 'seconds' } },
      charges: [{ name: 'Speech', meter: 'seconds', per: 30, round: 'up', amount: '4' }],
      total: { min: '20' },
    },
  },
  examples: [],
}
const day = new Date('2026-05-01T12:00:00Z')
const words = wordsOf(card, 'video')
const run = (request: object) => estimate(card, 'video', request as never, day)

test.each<[object, string, string]>([
  [{ duration: 5, variants: 1, quality: 'hd' }, '60 credits', '60 cr'],
  [{ duration: 5, variants: 1 }, '25–60 credits', '25–60 cr'],
  [{ duration: 11, variants: 1, quality: 'hd' }, 'price not known', 'price not known'],
])('a video of %j reads %s, in short %s', (request, full, short) => {
  expect(totalText(run(request), english)).toBe(full)
  expect(totalText(run(request), english, 'short')).toBe(short)
})

test.each<[string, object, string]>([
  ['video', { duration: 5, variants: 2, quality: 'hd' }, '5 s × 2 variants × 12 credits per second'],
  ['video', { duration: 5, quality: 'hd' }, '5 s × 1–4 variants × 12 credits per second'],
  ['video', { duration: 5, variants: 1, quality: 'hd' }, '5 s × 12 credits per second'],
  ['video', { duration: 2, variants: 1, quality: 'hd' }, '2 s × 12 credits per second'],
  ['speech', { seconds: 1 }, '1 s × 4 credits per started 30 s'],
  ['speech', { seconds: 240 }, '240 s × 4 credits per started 30 s'],
])('the line of a %s of %j is worked as %s', (feature, request, text) => {
  const result = estimate(card, feature, request as never, day)
  expect(workingText(result.lines[0]!, 'credits', wordsOf(card, feature), english)).toBe(text)
})

test('what the bill adds to reach its minimum is called so', () => {
  const lines: Line[] = estimate(card, 'speech', { seconds: 9 }, day).lines
  expect(lines.map((line) => lineName(line, english))).toEqual(['Speech', 'Minimum charge'])
})

test('a vendor’s own tilde is kept before the amount', () => {
  expect(
    totalText({ ...run({ duration: 5, variants: 1, quality: 'hd' }), approximate: true } as Estimate, english),
  ).toBe('~60 credits')
})

test('a price per unit says so, with what comes on top', () => {
  const amount = { low: '12', high: '12' }
  expect(rateText({ amount, dimension: 'duration', unit: 's' }, 'credits', english)).toBe('12 credits per second')
  const base = { low: '20', high: '20' }
  expect(rateText({ amount, dimension: 'text', unit: 'characters', base }, 'credits', english)).toBe(
    '20 credits + 12 credits per character',
  )
})

test.each<[Reason, string]>([
  [{ code: 'unread', dimension: 'duration' }, 'not known: Duration'],
  [
    { code: 'outside', dimension: 'duration', value: '11', allowed: ['≥ 2', '≤ 10'] },
    'Duration 11 is outside what is offered; offered: ≥ 2 and ≤ 10',
  ],
  [
    { code: 'unknown-option', dimension: 'quality', value: '8K', allowed: ['hd', 'sd'] },
    'Quality “8K” is not on the rate card; offered: High definition and sd',
  ],
  [{ code: 'not-offered', words: 'end of life' }, 'this combination is not offered: end of life'],
  [{ code: 'quote', words: 'Ask sales' }, 'Ask sales'],
  [{ code: 'surface', surfaces: ['api', 'ios'] }, 'published for the API and the iOS app only'],
  [
    { code: 'no-feature', value: 'x', allowed: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
    'the rate card has no such feature; offered: a, b, c, d and 3 more',
  ],
])('the reason %j reads %s', (reason, text) => {
  expect(reasonText(reason, words, english)).toBe(text)
})

test('what is not known is said in one sentence, other reasons in one each', () => {
  const reasons: Reason[] = [
    { code: 'unread', dimension: 'duration' },
    { code: 'published-range' },
    { code: 'unread', dimension: 'quality' },
  ]
  expect(reasonTexts(reasons, words, english)).toEqual([
    'not known: Duration and Quality',
    'the vendor itself publishes a range',
  ])
})

const base: Standing = {
  status: 'enough',
  balance: '400',
  after: { low: '340', high: '340' },
  drains: [],
  age: 0,
  stale: false,
}
const under = (limit: Under) => ({ left: '120', under: limit, after: { low: '60', high: '60' } })
test.each<[Partial<Standing>, string]>([
  [{}, '340 left'],
  [{ after: { low: '340', high: '352' } }, '340–352 left'],
  [{ status: 'low' }, 'low: 340 left'],
  [{ spendable: under('cap') }, '60 left under your cap'],
  [{ spendable: under('spend') }, '60 left under the spend limit'],
  [{ spendable: under('org-month'), status: 'low' }, 'low: 60 left under your organisation’s cap'],
  [{ status: 'short', short: { low: '12', high: '12' } }, '12 short'],
  [{ status: 'short', short: { low: '0', high: '12' } }, 'up to 12 short'],
  [{ status: 'limit', binding: { kind: 'cap', left: '40', max: '1000' } }, 'your cap: 40 left'],
  [{ status: 'limit', binding: { kind: 'runs', left: '0', max: '50' } }, 'run limit reached'],
  [{ status: 'limit', binding: { kind: 'concurrent', left: '0', max: '2' } }, 'all slots busy'],
  [{ status: 'not-permitted', binding: { kind: 'role', name: 'viewer' } }, 'your role may not generate'],
  [{ stale: true, age: 7_200_000 }, 'balance 2 hr old'],
  [{ stale: true, age: 40_000 }, 'balance not refreshed'],
  [{ pending: true, status: 'short', short: { low: '12', high: '12' } }, 'reading the balance'],
  [{ status: 'unknown', because: 'no-balance', after: undefined }, 'balance not known'],
  [{ status: 'unknown', because: 'no-account', after: undefined }, ''],
])('a standing of %j reads %s', (part, text) => {
  expect(standingText({ ...base, ...part }, 'credits', english)).toBe(text)
})

test.each([
  ['own', '2026-05-01', ''],
  ['own', '2026-11-01', 'prices of Apr 2026'],
  ['copy', '2026-05-01', 'third-party copy'],
  ['shop', '2026-05-01', 'reseller’s prices'],
  ['old', '2026-05-01', 'prices undated'],
])('prices from source %s on %s are qualified by “%s”', (source, on, text) => {
  const video = { ...card.features['video']!, source }
  const result = estimate({ ...card, features: { video } }, 'video', { duration: 2 }, new Date(on))
  expect(qualifierText(result, english)).toBe(text)
})

test('times and dates read as people write them', () => {
  expect(dayText('2026-04-21', english)).toBe('Apr 21, 2026')
  expect(dayText('2026-04-21', english, 'month')).toBe('Apr 2026')
  expect([59_999, 60_000, 7_300_000, 300_000_000].map((age) => agoText(age, english))).toEqual([
    'just now',
    '1 min ago',
    '2 hr ago',
    '3 days ago',
  ])
  expect(ageText(5 * 60_000, english)).toBe('5 min')
  const friday = Date.parse('2026-11-27T12:00:00Z')
  expect(dateText(friday, english, friday - 3 * 86_400_000)).toBe('Friday')
  expect(dateText(friday, english, friday - 30 * 86_400_000)).toBe('Nov 27')
  expect(dateText(friday, english, friday - 365 * 86_400_000)).toBe('Nov 27, 2026')
  expect(waitText({ low: 40, high: 90 }, english)).toBe('about 40–90 sec')
  expect(waitText({ low: 130, high: 290 }, english)).toBe('about 2–5 min')
})

test('units are counted in words where the catalogue has them', () => {
  expect(
    ['seconds', 's', 'images', 'MP', 'parsecs', undefined].map((unit) => quantityText('1', unit, english)),
  ).toEqual(['1 s', '1 s', '1 image', '1 MP', '1 parsecs', '1'])
  expect(quantityText({ low: '1', high: '4' }, 'image', english)).toBe('1–4 images')
})

test('names become words', () => {
  expect(['faceLimit', 'text-to-video', 'video_seconds'].map(readable)).toEqual([
    'Face limit',
    'Text to video',
    'Video seconds',
  ])
})

test('a factor of two cases that took different rates is left out', () => {
  const line: Line = { name: 'x', kind: 'charge', total: { low: '1', high: '2' }, factors: [] as Factor[] }
  expect(workingText(line, 'credits', words, english)).toBe('')
})
