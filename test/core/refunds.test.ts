import { expect, test } from 'vitest'
import { estimate } from '../../core/estimate'
import type { Refund, Request } from '../../core/rate-card'
import { endingsOf } from '../../core/refunds'
import { cardOf } from './sample-card'

const feature = {
  dimensions: { duration: { type: 'number' as const, min: 1, max: 10 } },
  charges: [{ name: 'video', meter: 'duration', amount: '12' }],
}
const endings = (refunds: Refund[] | undefined, request: Request) => {
  const card = cardOf(feature, refunds && { refunds })
  const found = endingsOf(card, estimate(card, 'run', request, new Date('2026-11-10')))
  return found.map(({ outcome, taken }) => `${outcome} ${taken.low}..${taken.high}`)
}

test.each<[string, Refund[] | undefined, Request, string[]]>([
  ['a card that says nothing', undefined, { duration: 5 }, []],
  ['an error that is free', [{ outcome: 'error', charged: 'nothing' }], { duration: 5 }, ['error 0..0']],
  ['an unread duration', [{ outcome: 'moderated', charged: 'everything' }], {}, ['moderated 12..120']],
  ['a part that was made', [{ outcome: 'partial', charged: 'part-made' }], { duration: 5 }, ['partial 0..60']],
  [
    'a rule that may not hold for this run',
    [{ outcome: 'error', charged: 'everything', match: { duration: { min: 8 } } }],
    { duration: 5 },
    ['error 0..60'],
  ],
  [
    'a rule for this feature before one for all',
    [
      { outcome: 'error', charged: 'nothing' },
      { outcome: 'error', charged: 'everything', feature: 'run' },
    ],
    { duration: 5 },
    ['error 60..60'],
  ],
  ['a rule for another feature', [{ outcome: 'error', charged: 'nothing', feature: 'other' }], { duration: 5 }, []],
  ['a run without a price', [{ outcome: 'error', charged: 'everything' }], { duration: 11 }, []],
])('%s', (_, refunds, request, expected) => expect(endings(refunds, request)).toEqual(expected))
