import fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimate } from '../../core/estimate'
import { readFields, writeFields } from '../../core/fragment'
import type { Request } from '../../core/rate-card'
import { requestOf } from '../../core/request'
import { compareGuide, guideOf, settingsTexts, toolLink, type GuideLink } from '../../core/tool-link'
import { card } from '../widget/states'

const on = new Date('2026-11-21T12:00:00Z')
const field = fc.record({
  name: fc.stringMatching(/^[a-z][\w.-]{0,12}$/),
  value: fc.string({ unit: 'grapheme' }),
})

test('fields come back as they were written, beside those of another widget and the site’s own anchor', () => {
  fc.assert(
    fc.property(fc.array(field), fc.array(field), (one, two) => {
      const fields = Object.fromEntries(one.map(({ name, value }) => [name, value]))
      const others = Object.fromEntries(two.map(({ name, value }) => [name, value]))
      const hash = writeFields(writeFields('#chapter-2', 'a', fields), 'b', others)
      expect(readFields(`#${hash}`, 'a')).toEqual(fields)
      expect(readFields(hash, 'b')).toEqual(others)
      expect(writeFields(writeFields(hash, 'a', {}), 'b', {})).toBe('chapter-2')
    }),
  )
})

test.each([
  ['calc.model=gen4&calc.duration=5', { model: 'gen4', duration: '5' }],
  ['#calc.a=%E0%A4%A&calc.b=1', { b: '1' }],
  ['#calc={"a":1}', {}],
  ['#calculator.a=1&other.a=2', {}],
  ['#calc.note=a=b', { note: 'a=b' }],
  ['#calc.bare', {}],
])('%s reads as %j', (hash, fields) => {
  expect(readFields(hash, 'calc')).toEqual(fields)
})

test('a fragment is made of signs that no documentation site trips over', () => {
  expect(writeFields('', 'calc', { ratio: '16:9', words: `{"a": ['b']}` })).toMatch(/^[\w.%=&~-]+$/)
})

const guide: GuideLink = {
  feature: 'video',
  settings: { model: 'gen4', duration: '5', resolution: '720p', variants: '1', audio: 'false' },
  said: { low: '60', high: '60' },
  currency: 'credits',
}

test('a link carries settings and price to the tool, and keeps the rest of its address', () => {
  const link = toolLink('https://nord.example/create?x=1#tab', guide)
  expect(link).toBe(
    'https://nord.example/create?x=1#tab&forecost.feature=video&forecost.said=60&forecost.currency=credits&forecost.set.model=gen4&forecost.set.duration=5&forecost.set.resolution=720p&forecost.set.variants=1&forecost.set.audio=false',
  )
  expect(guideOf(new URL(link).hash)).toEqual(guide)
})

test.each([
  ['no guide at all', '#top', undefined],
  ['a feature that is no name', '#forecost.feature=%3Cb%3E&forecost.said=1', undefined],
  ['a price that is no number', '#forecost.feature=video&forecost.said=cheap', { feature: 'video', settings: {} }],
  [
    'a range',
    '#forecost.feature=video&forecost.said=40..60',
    { feature: 'video', settings: {}, said: { low: '40', high: '60' } },
  ],
  [
    'a setting of the prototype',
    '#forecost.feature=video&forecost.set.__proto__=1',
    { feature: 'video', settings: {} },
  ],
])('%s in the address is read as it should be', (_name, hash, read) => {
  expect(guideOf(hash)).toEqual(read)
})

const settings = { model: 'gen4', duration: '5', resolution: '720p', variants: '1', audio: false }
const asked = (more: { [name: string]: string }) => ({ ...guide, settings: { ...guide.settings, ...more } })
test.each<[string, GuideLink, Request, { is: string; strange?: string[] }]>([
  ['the guide is right and everything is set as it says', guide, settings, { is: 'same' }],
  ['the guide is right, whatever is set', guide, { ...settings, duration: '8' }, { is: 'same' }],
  ['the price has changed since', { ...guide, said: { low: '40', high: '40' } }, settings, { is: 'changed' }],
  ['the guide had no price', { ...guide, said: undefined }, settings, { is: 'incomparable' }],
  [
    'the guide left the duration open',
    asked({ duration: '' }),
    settings,
    { is: 'incomparable', strange: ['duration'] },
  ],
  ['the guide spoke of money', { ...guide, currency: 'USD' }, settings, { is: 'incomparable' }],
  [
    'the guide spoke of an option that is gone',
    asked({ resolution: '8k' }),
    settings,
    { is: 'incomparable', strange: ['resolution'] },
  ],
  [
    'the guide spoke of what never was',
    asked({ colour: 'red', duration: 'call me' }),
    settings,
    { is: 'incomparable', strange: ['duration', 'colour'] },
  ],
])('%s', (_name, said, set, { is, strange = [] }) => {
  const price = (request: Request) => estimate(card, 'video', request, on)
  const answer = compareGuide(said, card.features['video']!, set, price)
  expect(answer).toMatchObject({ is, strange })
  const known = Object.entries(settings).filter(([name]) => !strange.includes(name))
  expect(answer.wanted).toEqual(Object.fromEntries(known))
})

test('settings go out as text and come back the same', () => {
  expect(settingsTexts({ ...settings, clips: ['4', '12'], voice: null, ratio: undefined })).toEqual({
    model: 'gen4',
    duration: '5',
    resolution: '720p',
    variants: '1',
    audio: 'false',
    clips: '4,12',
    voice: 'null',
    ratio: '',
  })
  const options = { type: 'choice' as const, options: ['3.0', '3.1'] }
  const version = { ...card.features['video']!, dimensions: { version: options } }
  expect(requestOf(version, settingsTexts({ version: '3.0' }))).toEqual({ version: '3.0' })
})
