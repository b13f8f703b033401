import { expect, test } from 'vitest'
import { estimate } from '../../../core/estimate'
import { english } from '../../../core/locales'
import type { Request } from '../../../core/rate-card'
import type { GuideLink } from '../../../core/tool-link'
import { guideSays } from '../../../extension/overlay/guide'
import type { Run } from '../../../extension/overlay/run'
import { card, now } from '../../widget/states'

const settings = { model: 'gen4', duration: '5', resolution: '720p', variants: '1', audio: false }
const guide: GuideLink = {
  feature: 'video',
  settings: { model: 'gen4', duration: '5', resolution: '720p', variants: '1', audio: 'false' },
  said: { low: '60', high: '60' },
  currency: 'credits',
}
const price = (request: Request) => estimate(card, 'video', request, new Date(now))
const run = (request: typeof settings) =>
  ({
    request,
    estimate: price(request),
    price,
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
    'The guide’s price was for other settings: 8 s → 5 s. For those the guide said 60 credits; here they come to 60 credits',
  ],
  [
    'something is set otherwise, and its price has changed too',
    { ...guide, said: { low: '40', high: '40' } },
    { ...settings, variants: '2', audio: true },
    'The guide’s price was for other settings: Variants 2 → 1 and Sound on → off. For those the guide said 40 credits; here they come to 60 credits',
  ],
  [
    'the guide spoke of an option that is gone',
    { ...guide, settings: { ...guide.settings, resolution: 'call me' } },
    settings,
    'The guide’s price was for other settings: Resolution',
  ],
  ['the guide named no price', { ...guide, said: undefined }, settings, ''],
  ['the guide counted in something else', { ...guide, currency: 'USD' }, settings, ''],
])('where %s, the panel says so', (_name, link, set, words) => {
  expect(guideSays(run(set), link).lines.join('. ')).toBe(words)
})
