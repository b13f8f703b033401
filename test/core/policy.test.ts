import { describe, expect, test } from 'vitest'
import type { Account } from '../../core/account'
import { estimate } from '../../core/estimate'
import { localeFor } from '../../core/locales'
import { requestText } from '../../core/locales/requests'
import { standingText } from '../../core/locales/standings'
import { rulesFor, underRules, type OrganisationCap, type Rules } from '../../core/policy'
import type { Request } from '../../core/rate-card'
import { standing } from '../../core/standing'
import { matterText } from '../../widget/components/panel'
import { cardOf } from './sample-card'

const day = new Date('2026-11-21')
const now = day.getTime()
const locale = await localeFor('en')
const card = cardOf({
  dimensions: {
    model: { type: 'choice', options: ['swift', 'grand'] },
    seconds: { type: 'number', min: 1, max: 100 },
  },
  charges: [{ name: 'run', meter: 'seconds', amount: '4' }],
})
const account = (over: Partial<Account> = {}): Account => ({
  provider: 'sample',
  id: 'ann',
  currency: 'credits',
  grants: [{ id: 'pool', kind: 'pool', amount: '9400' }],
  readAt: now,
  from: 'session',
  ...over,
})
const cap = (over: Partial<OrganisationCap>): Rules => ({
  caps: [{ provider: 'sample', currency: 'credits', max: '100', per: 'run', ...over }],
})

function run(rules: Rules, request: Request = { model: 'swift', seconds: 30 }, who = account(), spent = '0') {
  const price = estimate(card, 'run', request, day)
  const stands = underRules(standing(price, who, card, now), price, request, rulesFor(rules, 'sample', spent))
  return { price, stands, chip: standingText(stands, 'credits', locale) }
}

describe('a rule of the organisation', () => {
  test.each<[string, Rules, Request | undefined, string, string]>([
    ['no rules', {}, undefined, 'enough', '9,280 left'],
    ['the vendor on the list', { vendors: ['sample'] }, undefined, 'enough', '9,280 left'],
    [
      'the vendor not on the list',
      { vendors: ['other'] },
      undefined,
      'not-permitted',
      'not allowed by your organisation',
    ],
    ['an empty list of vendors', { vendors: [] }, undefined, 'not-permitted', 'not allowed by your organisation'],
    ['the model on the list', { models: { sample: ['swift'] } }, undefined, 'enough', '9,280 left'],
    [
      'another model',
      { models: { sample: ['grand'] } },
      undefined,
      'not-permitted',
      'model not allowed by your organisation',
    ],
    ['models of another vendor', { models: { other: [] } }, undefined, 'enough', '9,280 left'],
    ['a model that is unread', { models: { sample: ['grand'] } }, { seconds: 30 }, 'enough', '9,280 left'],
    [
      'another feature',
      { features: { sample: ['fly'] } },
      undefined,
      'not-permitted',
      'tool not allowed by your organisation',
    ],
    ['a cap on a run that it passes', cap({}), undefined, 'limit', 'your organisation’s cap: 100 a run'],
    ['a cap on a run that it fits', cap({ max: '120' }), undefined, 'enough', '9,280 left'],
    ['a cap of another feature', cap({ feature: 'fly' }), undefined, 'enough', '9,280 left'],
    ['a cap in another currency', cap({ currency: 'USD' }), undefined, 'enough', '9,280 left'],
    ['a cap of nothing', cap({ max: '0' }), undefined, 'limit', 'not allowed by your organisation'],
  ])('with %s: %o', (_, rules, request, status, chip) => {
    const { stands, chip: said } = run(rules, request)
    expect([stands.status, said]).toEqual([status, chip])
  })
  test('on a month counts what the month has taken', () => {
    const monthly = cap({ per: 'month', max: '1000' })
    expect(run(monthly, undefined, account(), '880').chip).toBe('low: 0 left under your organisation’s cap')
    expect(run(monthly, undefined, account(), '100').chip).toBe('780 left under your organisation’s cap')
    const over = run(monthly, undefined, account(), '900')
    expect(over.chip).toBe('your organisation’s cap: 100 left')
    expect(run(monthly, undefined, account(), '2000').chip).toBe('your organisation’s cap is reached')
  })
  test('may stop only the dearest case of a range', () =>
    expect(run(cap({}), { model: 'swift' }).stands.binding).toMatchObject({ kind: 'org-run', maybe: true }))
  test('stands behind a seat’s cap that leaves less, and before one that leaves more', () => {
    const seat = (used: string) => account({ cap: { max: '1000', used } })
    expect(run(cap({}), undefined, seat('950')).stands.binding?.kind).toBe('cap')
    expect(run(cap({ max: '20' }), undefined, seat('950')).stands.binding?.kind).toBe('org-run')
  })
  test('holds without an account, too', () => {
    const price = estimate(card, 'run', { model: 'swift', seconds: 30 }, day)
    const none = standing(price, undefined, card, now)
    expect(underRules(none, price, {}, rulesFor({ vendors: [] }, 'sample', '0')).status).toBe('not-permitted')
  })
})

const asked = (who: Account, rules: Rules = {}, more: object = {}) => {
  const { price, stands } = run(rules, undefined, who)
  return requestText({ estimate: price, standing: stands, account: who, card, locale, ...more })
}

describe('the words to the user and to the admin', () => {
  const seat = account({ cap: { max: '1000', used: '960' }, organisation: { id: 'nord' } })

  test('a seat’s cap binds, not the balance', () => {
    const { price, stands } = run({}, undefined, seat)
    expect(matterText({ locale, now, estimate: price }, stands)).toBe(
      'Your seat’s cap binds, not the balance of 9,400: 40 of 1,000 left',
    )
  })
  test('the request says what is wanted, what stops it and what to do', () =>
    expect(asked(seat)).toBe(
      [
        'Hello,',
        'I would like to run Run at Sample. It takes 120 credits.',
        'My own cap has 40 of 1,000 left.',
        'The balance itself is 9,400.',
        'Could you raise it?',
        'Thank you.',
      ].join('\n'),
    ))
  test.each<[string, Account, Rules, RegExp]>([
    ['a model', account(), { models: { sample: [] } }, /Nord does not allow the model swift\.\nCould you allow it\?/],
    ['a cap of the organisation', account(), cap({}), /Nord allows 100 a run\.\nCould you raise it\?/],
    [
      'an empty pool',
      account({ grants: [{ id: 'p', kind: 'pool', amount: '5' }] }),
      {},
      /The balance is 5, which is not enough\.\nCould you add credits\?/,
    ],
  ])('for %s names the rule', (_, who, rules, words) =>
    expect(asked(who, rules, { organisation: 'Nord', contact: 'Ines' })).toMatch(words),
  )
  test('a contact is greeted by name', () => expect(asked(seat, {}, { contact: 'Ines' })).toMatch(/^Hello Ines,/))
  test('a day in it is whole: who reads it may do so weeks later', () => {
    const resets = Date.UTC(2026, 10, 24, 12)
    expect(asked({ ...seat, cap: { max: '1000', used: '960', resets } })).toContain(
      'My own cap has 40 of 1,000 left until November 24, 2026.',
    )
  })
  test.each<[string, Account, ('buy' | 'caps')[], boolean]>([
    [
      'who may buy asks nobody for credits',
      account({ organisation: { id: 'own' }, grants: [], balance: '5' }),
      ['buy'],
      false,
    ],
    ['who may set caps asks nobody for one', seat, ['caps'], false],
    ['who may buy cannot set a cap', seat, ['buy'], true],
  ])('%s', (_, who, may, asks) =>
    expect(asked({ ...who, role: { id: 'some', may: ['generate', ...may] } }) !== undefined).toBe(asks),
  )
  test('nobody is asked where one’s own balance is short, or nothing stops the run', () => {
    expect(asked(account({ grants: undefined, balance: '5' }))).toBeUndefined()
    expect(asked(account())).toBeUndefined()
  })
})
