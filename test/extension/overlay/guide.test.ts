import { expect, test } from 'vitest'
import { estimate } from '../../../core/estimate'
import { english } from '../../../core/locales'
import type { GuideLink } from '../../../core/tool-link'
import { guideText } from '../../../extension/overlay/guide'
import type { Run } from '../../../extension/overlay/run'
import { card, now } from '../../widget/states'

const settings = { model: 'gen4', duration: '5', resolution: '720p', variants: '1', audio: false }
const guide: GuideLink = {
  feature: 'video',
  settings: { model: 'gen4', duration: '5', resolution: '720p', variants: '1', audio: 'false' },
  said: { low: '60', high: '60' },
  currency: 'credits',
}
const run = (request: typeof settings) =>
  ({
    request,
    estimate: estimate(card, 'video', request, new Date(now)),
    site: { card, locale: english },
    now,
  }) as unknown as Run

test.each<[string, GuideLink, typeof settings, string]>([
  ['the guide is right', guide, settings, 'The guide said 60 credits, and so it is'],
  [
    'the price has changed',
    { ...guide, said: { low: '40', high: '40' } },
    settings,
    'The guide said 40 credits; it is 60 credits now',
  ],
  [
    'a range in the guide is one price now',
    { ...guide, said: { low: '40', high: '60' } },
    settings,
    'The guide said 40–60 credits; it is 60 credits now',
  ],
  [
    'something is set otherwise',
    guide,
    { ...settings, duration: '8' },
    'The guide’s price was for other settings: Duration',
  ],
  ['the guide spoke of another tool', { ...guide, feature: 'stitch' }, settings, ''],
  ['the guide named no price', { ...guide, said: undefined }, settings, ''],
  ['the guide counted in something else', { ...guide, currency: 'USD' }, settings, ''],
])('where %s, the panel says so', (_name, link, set, words) => {
  expect(guideText(run(set), link)).toBe(words)
})
