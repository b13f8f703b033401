import { expect, test } from 'vitest'
import { english } from '../../../core/locales'
import { editsText } from '../../../core/locales/answers'
import { localeFor } from '../../../core/locales/load'
import { reasonText } from '../../../core/locales/reasons'
import { settingsText, valueText } from '../../../core/locales/settings'
import { wordsOf } from '../../../core/labels'
import type { Request } from '../../../core/rate-card'
import type { Reason } from '../../../core/result'
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
  ['an item of a list that was emptied is no 0', gone, { clips: ['4', ''] }, 'Clips 4 and not set'],
])('%s', (_name, subject, request, text) => {
  expect(settingsText(subject, request)).toBe(text)
})

test('numbers follow the language', async () => {
  const locale = await localeFor('de')
  expect(settingsText({ ...gone, locale }, { duration: '1.5' })).toBe('Duration 1,5')
})

/** As it is drawn: isolates shown as brackets. */
const shown = (text: string): string => text.replaceAll('\u2068', '[').replaceAll('\u2069', ']')

test('from right to left Latin names stand apart, so that numbers and quotes keep to their own side', async () => {
  const locale = await localeFor('ar')
  const subject = { ...nord, locale }
  const edits = [{ dimension: 'model', from: 'gen4', to: 'turbo' }]
  expect(shown(editsText(subject, edits))).toBe('[Gen-4.5] ← [Gen-4 Turbo]')
  expect(shown(settingsText(subject, { model: 'gen4', duration: '5', variants: '2' }))).toBe(
    '[Gen-4.5], 5 ث, [[Variants] 2]',
  )
  const unknown: Reason = { code: 'unknown-option', dimension: 'duration', value: '2', allowed: ['4', '6'] }
  expect(shown(reasonText(unknown, wordsOf(card, 'video'), locale))).toBe(
    '[[Duration] «2» ليس في قائمة الأسعار]؛ المعروض: 4 و6',
  )
})

test.each<[Request[string], string]>([
  [true, 'on'],
  [false, 'off'],
  [null, 'not set'],
])('beside its name %s is said as "%s"', (value, text) => {
  expect(valueText(nord, 'audio', value)).toBe(text)
})
