import { expect, test } from 'vitest'
import { english } from '../../../core/locales'
import { editsText } from '../../../core/locales/answers'
import { localeFor } from '../../../core/locales/load'
import { settingsText, valueText } from '../../../core/locales/settings'
import type { Request } from '../../../core/rate-card'
import { card } from '../../widget/states'

const nord = { card, feature: 'video', locale: english }
const gone = { card: undefined, feature: 'video', locale: english }

test.each<[string, typeof nord | typeof gone, Request, string]>([
  ['labels and units speak for themselves', nord, { model: 'gen4', duration: '5' }, 'Gen-4.5, 5 s'],
  ['what is on is named, what is off is not', nord, { audio: true, model: 'turbo' }, 'Sound, Gen-4 Turbo'],
  ['what is off, absent or not known is left out', nord, { audio: false, voice: null, duration: undefined }, ''],
  ['a bare count takes its name', nord, { variants: '2' }, 'Variants 2'],
  ['an option in plain words begins like a name', nord, { voice: 'calm' }, 'Calm'],
  ['without the card the names are made readable', gone, { videoLength: '5', audio: true }, 'Video length 5, Audio'],
  ['a list is joined as the language does', gone, { clips: ['4', '12'] }, 'Clips 4 and 12'],
])('%s', (_name, subject, request, text) => {
  expect(settingsText(subject, request)).toBe(text)
})

test('numbers follow the language', async () => {
  const locale = await localeFor('de')
  expect(settingsText({ ...gone, locale }, { duration: '1.5' })).toBe('Duration 1,5')
})

test('from right to left a change of Latin names reads from the first to the second as well', async () => {
  const locale = await localeFor('ar')
  const edits = [{ dimension: 'model', from: 'gen4', to: 'turbo' }]
  expect(editsText({ ...nord, locale }, edits)).toBe('Gen-4.5\u200f ←\u200f Gen-4 Turbo')
})

test.each<[Request[string], string]>([
  [true, 'on'],
  [false, 'off'],
  [null, 'not set'],
])('beside its name %s is said as "%s"', (value, text) => {
  expect(valueText(nord, 'audio', value)).toBe(text)
})
