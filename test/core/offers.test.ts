import { describe, expect, test } from 'vitest'
import { afford } from '../../core/afford'
import { cheaper } from '../../core/cheaper'
import { compareOffers } from '../../core/compare-offers'
import { detours } from '../../core/detours'
import { Account } from '../../core/account'
import { estimate } from '../../core/estimate'
import { headline } from '../../core/headline'
import { RateCard } from '../../core/rate-card'
import { standing } from '../../core/standing'
import { cardOf } from './sample-card'

const NOW = Date.parse('2026-11-10T12:00:00Z')
const ON = new Date(NOW)
const card = (rest: Partial<RateCard> = {}): RateCard =>
  cardOf(
    {
      kind: 'text-to-video',
      dimensions: {
        model: { type: 'choice', options: ['draft', 'full'] },
        duration: { type: 'number', unit: 's', min: 1, max: 10, step: 1 },
        resolution: { type: 'choice', options: ['720p', '1080p'] },
      },
      charges: [{ name: 'video', meter: 'duration', amount: { by: ['model'], cells: { draft: '2', full: '12' } } }],
    },
    rest,
  )

describe('a draft first, the full one at the end', () => {
  const detour = {
    name: 'Draft, then master',
    feature: 'run',
    match: { model: 'full' },
    again: { feature: 'run', set: { model: 'draft' }, take: { duration: 'duration' } },
    once: { feature: 'run', set: { model: 'full' }, take: { duration: 'duration' } },
  }
  const withDetour = RateCard.parse(card({ detours: [detour] }))
  test('5 s: 70 for one attempt instead of 60, and less from the second', () =>
    expect(detours(withDetour, 'run', { model: 'full', duration: 5 }, ON)).toMatchObject([
      {
        direct: { low: '60' },
        again: { low: '10' },
        once: { low: '60' },
        single: { low: '70', high: '70' },
        paysFrom: 2,
      },
    ]))
  test('it pays from there and not before', () => {
    const [{ direct, again, once, paysFrom }] = detours(withDetour, 'run', { model: 'full', duration: 5 }, ON) as [
      ReturnType<typeof detours>[0],
    ]
    const around = (n: number) => n * Number(again.high) + Number(once.high)
    expect([
      around(paysFrom!) < paysFrom! * Number(direct.low),
      around(paysFrom! - 1) < (paysFrom! - 1) * Number(direct.low),
    ]).toEqual([true, false])
  })
  test('not for settings that it is not sold for', () =>
    expect(detours(withDetour, 'run', { model: 'draft', duration: 5 }, ON)).toEqual([]))
  test('a card without detours has none', () =>
    expect(detours(card(), 'run', { model: 'full', duration: 5 }, ON)).toEqual([]))
})

describe('the same job elsewhere', () => {
  const dollars: RateCard = {
    ...cardOf({
      kind: 'text-to-video',
      dimensions: {
        duration: { type: 'choice', options: ['4', '8'] },
        resolution: { type: 'choice', options: ['1080P'] },
      },
      charges: [{ name: 'video', meter: 'duration', amount: '0.03' }],
    }),
    provider: 'other',
    currency: 'USD',
  }
  const worth = card({ money: { amount: '1', per: '100', currency: 'USD', source: 'page' } })
  const offers = compareOffers(
    [worth, dollars, { ...card(), provider: 'unworthy' }],
    'text-to-video',
    { duration: 5, resolution: '1080p' },
    ON,
  )
  test('cheapest in money first, without a money value last', () =>
    expect(offers.map(({ provider, model, money }) => [provider, model, money?.amount.low])).toEqual([
      ['sample', 'draft', '0.1'],
      ['other', undefined, '0.12'],
      ['sample', 'full', '0.6'],
      ['unworthy', 'draft', undefined],
      ['unworthy', 'full', undefined],
    ]))
  test('what could not be had as wanted is said', () =>
    expect(offers.find(({ provider }) => provider === 'other')!.differs).toEqual([
      { dimension: 'duration', wanted: 5, got: '4' },
    ]))
  test('another kind of job is not compared', () => expect(compareOffers([worth], 'upscale', {}, ON)).toEqual([]))
})

describe('the one line that matters most', () => {
  const line = (given: Partial<Account>, request = { model: 'full', duration: 5, resolution: '720p' }) => {
    const account = Account.parse({
      provider: 'sample',
      id: 'a',
      currency: 'credits',
      readAt: NOW,
      from: 'session',
      ...given,
    })
    return headline({
      stands: standing(estimate(card(), 'run', request, ON), account, card(), NOW),
      cheaper: cheaper({ card: card(), feature: 'run', request, on: ON }),
      afford: afford({ card: card(), feature: 'run', request, account, now: NOW }),
      now: NOW,
    })
  }
  test('what is missing, and the gentlest change that would fit', () =>
    expect(line({ balance: '50' })).toMatchObject({
      is: 'short',
      short: { low: '10' },
      fits: { edits: [{ dimension: 'duration', to: '4' }] },
    }))
  test('the cap that binds', () =>
    expect(line({ balance: '900', cap: { max: '100', used: '60' } })).toMatchObject({
      is: 'binding',
      binding: { kind: 'cap', left: '40' },
    }))
  test('credits about to lapse', () =>
    expect(line({ grants: [{ id: 'p', kind: 'promo', amount: '80', expires: NOW + 86_400_000 }] })).toMatchObject({
      is: 'lapses',
      amount: { low: '60' },
    }))
  test('a day’s credits lapse every day, and are not what matters most', () =>
    expect(line({ grants: [{ id: 'd', kind: 'daily', amount: '800', expires: NOW + 86_400_000 }] })).toMatchObject({
      is: 'cheaper',
    }))
  test('else what would be cheaper', () =>
    expect(line({ balance: '900' })).toMatchObject({
      is: 'cheaper',
      change: { edits: [{ dimension: 'duration', from: 5, to: '4' }], saving: { low: '12' } },
    }))
  test('else how many more', () =>
    expect(line({ balance: '900' }, { model: 'draft', duration: 1, resolution: '720p' })).toEqual({
      is: 'more',
      runs: 450,
    }))
})
