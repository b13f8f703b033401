import { expect, test } from 'vitest'
import type { Dimension } from '../../../core/pricing'
import type { RateCard } from '../../../core/rate-card'
import { meaningOf } from '../../../extension/detect/meaning'
import { termsOf, wordsIn } from '../../../extension/detect/vocabulary'
import type { Shown } from '../../../extension/binding/shown'

const model: Dimension = { type: 'choice', options: ['veo3.1', 'veo3.1_fast', 'gen4_turbo'] }
const resolution: Dimension = { type: 'choice', options: ['720p', '1080p', '4k'] }
const size: Dimension = { type: 'choice', options: ['512x512', '1024x1024'] }
const lengths: Dimension = { type: 'choice', options: ['5', '10', '60'] }
const duration: Dimension = { type: 'number', unit: 's', min: 1, max: 600 }
const minutes: Dimension = { type: 'number', unit: 'min', min: 0 }
const variants: Dimension = { type: 'number', min: 1, max: 8 }
const audio: Dimension = { type: 'toggle' }
const labels = { model: { options: { gen4_turbo: ['Gen-4 Turbo', 'Turbo'] } } }

function reads(name: string, dimension: Dimension | Dimension[], shown: Shown, around = '') {
  const card = { features: { tool: { dimensions: { [name]: dimension } } }, labels } as unknown as RateCard
  const [term] = termsOf(card, 'tool')
  const read = meaningOf(shown, term!, wordsIn(around))
  return read?.stated ?? read?.on ?? read?.count
}

const said = (text: string): Shown => ({ text })

test.each<[string, string, Dimension | Dimension[], Shown, unknown, string?]>([
  ['seconds with their unit', 'duration', duration, said('5s'), '5'],
  ['seconds in words', 'duration', duration, said('5 seconds'), '5'],
  ['seconds in Japanese', 'duration', duration, said('5秒'), '5'],
  ['seconds in Russian', 'duration', duration, said('5 секунд'), '5'],
  ['a clock', 'duration', duration, said('0:05'), '5'],
  ['a minute, for a card that counts seconds', 'duration', duration, said('1 min'), '60'],
  ['two minutes, for a card that counts minutes', 'minutes', minutes, said('2 min'), '2'],
  ['a bare number beside "Duration (min)"', 'duration', duration, { value: '2' }, '120', 'Duration (min)'],
  ['the name beside the value', 'duration', duration, said('Duration: 15 s'), '15'],
  ['frames are not seconds', 'duration', duration, said('120 frames'), undefined],
  ['credits are not seconds', 'duration', duration, said('5 credits'), undefined],
  ['a price beside the value', 'duration', duration, said('5s (12 credits)'), '5'],
  ['two numbers', 'duration', duration, said('5–10 s'), undefined],
  ['the vendor chooses', 'duration', duration, said('Auto'), 'auto'],
  ['a choice of bare seconds', 'duration', lengths, said('10 s'), '10'],
  ['a choice of seconds said in minutes', 'duration', lengths, said('1 min'), '60'],
  ['seconds that are not sold come back as they stand', 'duration', lengths, said('7 s'), '7 s'],
  ['places of a list do not count as seconds', 'duration', lengths, { text: '10 s', value: '1' }, '10'],
  ['a place of a list and a bare number disagree', 'duration', duration, { text: '10', value: '2' }, undefined],
  ['variants', 'variants', variants, said('2 variants'), '2'],
  ['variants with a cross', 'variants', variants, said('×4'), '4'],
  ['1080p with its nickname', 'resolution', resolution, said('1080p (HD)'), '1080p'],
  [
    '1080 alone, where every option is so many p',
    'resolution',
    { type: 'choice', options: ['720p', '1080p'] },
    said('1080'),
    '1080p',
  ],
  ['another resolution', 'resolution', resolution, said('1080p60'), '1080p60'],
  ['pixels with separators', 'size', size, said('1,024 x 1,024'), '1024x1024'],
  ['pixels with a cross', 'size', size, said('1024×1024'), '1024x1024'],
  ['a model by its label', 'model', model, said('Gen-4 Turbo'), 'gen4_turbo'],
  ['a model by its machine name', 'model', model, said('GEN4 TURBO'), 'gen4_turbo'],
  ['the longer name wins', 'model', model, said('Veo 3.1 Fast'), 'veo3.1_fast'],
  ['an unlisted kin of a model is none of them', 'model', model, said('Veo 3.1 Pro'), 'Veo 3.1 Pro'],
  ['an unlisted kin of numbers and options is unread', 'duration', [duration, lengths], said('5 s Extra'), undefined],
  ['a switch', 'audio', audio, { on: true }, true],
  ['a choice of on and off', 'audio', audio, said('Off'), false],
  ['a choice of yes, in German', 'audio', audio, said('Ja'), true],
  ['a word that is neither', 'audio', audio, said('Stereo'), undefined],
  ['a switch is no choice', 'model', model, { on: true }, undefined],
])('%s', (_, name, dimension, shown, expected, around) => {
  expect(reads(name, dimension, shown, around)).toBe(expected)
})
