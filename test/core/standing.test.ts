import { describe, expect, test } from 'vitest'
import { Account } from '../../core/account'
import { estimate } from '../../core/estimate'
import type { Plan } from '../../core/rate-card'
import { standing } from '../../core/standing'
import { cardOf } from './sample-card'

const NOW = Date.parse('2026-11-10T12:00:00Z')
const DAY = 86_400_000
const feature = {
  dimensions: { duration: { type: 'number' as const, unit: 's', min: 1, max: 10 } },
  charges: [{ name: 'video', meter: 'duration', amount: '12' }],
}
const card = (rest = {}) => cardOf(feature, { roles: { viewer: { name: 'Viewer', may: ['history'] } }, ...rest })
const account = (rest: Partial<Account>): Account =>
  Account.parse({ provider: 'sample', id: 'a', currency: 'credits', readAt: NOW, from: 'session', ...rest })
const of = (given: Partial<Account>, request = { duration: 5 }, rest = {}) => {
  const c = card(rest)
  return standing(estimate(c, 'run', request, new Date(NOW)), account(given), c, NOW)
}

describe('what a run of 60 credits does to an account', () => {
  test.each<[string, Partial<Account>, object]>([
    ['400 leave 340', { balance: '400' }, { status: 'enough', balance: '400', after: { low: '340', high: '340' } }],
    ['60 leave nothing, which is low', { balance: '60' }, { status: 'low', after: { low: '0', high: '0' } }],
    ['119 do not pay for another like it', { balance: 119 }, { status: 'low', after: { low: '59', high: '59' } }],
    ['48 are 12 short', { balance: '48' }, { status: 'short', short: { low: '12', high: '12' } }],
    [
      'held credits are not free',
      { balance: '100', held: '50' },
      { status: 'short', balance: '50', short: { low: '10', high: '10' } },
    ],
    [
      'what is owed is not 0: 5 below nothing are 65 short',
      { balance: '-5' },
      { status: 'short', balance: '-5', short: { low: '65', high: '65' }, after: { low: '-65', high: '-65' } },
    ],
    [
      'a grant below nothing is paid by the others: 100 less 30 owed are 70',
      {
        grants: [
          { id: 'p', kind: 'plan', amount: '-30' },
          { id: 't', kind: 'top-up', amount: '100' },
        ],
      },
      { status: 'low', balance: '70', after: { low: '10', high: '10' } },
    ],
    [
      'grants that together are below nothing are owed, and what runs hold comes on top',
      {
        grants: [
          { id: 'p', kind: 'plan', amount: '-30' },
          { id: 't', kind: 'top-up', amount: '10' },
        ],
        held: '5',
      },
      { status: 'short', balance: '-25', short: { low: '85', high: '85' }, drains: [] },
    ],
    ['an unknown balance is not 0', { balance: null }, { status: 'unknown', because: 'no-balance' }],
    [
      'another currency is not compared',
      { balance: '400', currency: 'USD' },
      { status: 'unknown', because: 'other-currency' },
    ],
    [
      'a viewer may not',
      { balance: '400', role: { id: 'viewer' } },
      { status: 'not-permitted', binding: { kind: 'role', name: 'viewer' } },
    ],
    [
      'a past-due account may not',
      { balance: '400', status: 'past-due' },
      { status: 'not-permitted', binding: { kind: 'status' } },
    ],
    [
      'the seat cap binds, not the balance of 9400',
      { balance: '9400', cap: { max: '1000', used: '960' } },
      { status: 'limit', binding: { kind: 'cap', left: '40', max: '1000' } },
    ],
    [
      'a cap of exactly 60 left pays for it, and for nothing more',
      { balance: '9400', cap: { max: '1000', used: '940' } },
      { status: 'low', spendable: { left: '60', after: { high: '0' } } },
    ],
    [
      'a spent daily limit binds',
      { balance: '400', limits: [{ kind: 'runs', max: 5, used: 5, window: 'day', resets: NOW + DAY }] },
      { status: 'limit', binding: { kind: 'runs', left: '0', resets: NOW + DAY } },
    ],
    [
      'full slots that queue do not stop',
      { balance: '400', limits: [{ kind: 'concurrent', max: 2, used: 2, over: 'queued' }] },
      { status: 'enough' },
    ],
    [
      'a limit of another feature does not bind',
      { balance: '400', limits: [{ kind: 'runs', feature: 'other', max: 1, used: 1 }] },
      { status: 'enough' },
    ],
    [
      'a reading of an hour ago is stale',
      { balance: '400', readAt: NOW - 3_600_000 },
      { status: 'enough', stale: true, age: 3_600_000 },
    ],
  ])('%s', (_, given, expected) => expect(of(given)).toMatchObject(expected))
})

describe('what this person can still spend, where a limit leaves less than the balance', () => {
  const cap = { max: '500', used: '380' }
  const spend = { kind: 'spend' as const, max: '500', used: '400' }
  test.each<[string, Partial<Account>, object]>([
    ['60 under the cap, of a pool of 5546.75', { balance: '5546.75', cap }, { left: '120', under: 'cap', after: '60' }],
    [
      'the spend limit, where it leaves less than the cap',
      { balance: '5546.75', cap, limits: [spend] },
      { left: '100', under: 'spend', after: '40' },
    ],
    [
      'a spend limit past which runs are only slower says nothing',
      { balance: '900', limits: [{ ...spend, over: 'slower' }] },
      {},
    ],
    ['the pool, where it is smaller than the cap', { balance: '100', cap }, {}],
    [
      'the cap and what is the seat’s own',
      {
        grants: [
          { id: 'own', kind: 'member', amount: '10', expires: NOW + DAY },
          { id: 'pool', kind: 'plan', amount: '900' },
        ],
        cap,
      },
      { left: '130', under: 'cap', after: '70' },
    ],
    [
      'what is held is of the pool, and the cap leaves less',
      { balance: '900', held: '50', cap },
      { left: '120', under: 'cap', after: '60' },
    ],
  ])('%s', (_, given, expected) => {
    const { left, under, after } = of(given).spendable ?? {}
    expect({ ...(under && { left: left!, under, after: after!.high }) }).toEqual(expected)
  })
  test('a cap that does not pay for another like it is low', () =>
    expect(of({ balance: '5546.75', cap }).status).toBe('enough') ??
    expect(of({ balance: '5546.75', cap: { ...cap, used: '381' } }).status).toBe('low'))
  test('a run that the cap stops leaves what it left', () =>
    expect(of({ balance: '5546.75', cap: { ...cap, used: '450' } })).toMatchObject({
      status: 'limit',
      spendable: { left: '50', under: 'cap' },
    }))
})

describe('grants', () => {
  const grants: Account['grants'] = [
    { id: 'top', kind: 'top-up', amount: '100', expires: null },
    { id: 'plan', kind: 'plan', amount: '30', expires: NOW + 9 * DAY },
    { id: 'promo', kind: 'promo', amount: '20', expires: NOW + DAY },
    { id: 'gone', kind: 'promo', amount: '500', expires: NOW - 1 },
  ]
  const drained = (rest: object) =>
    of({ grants }, { duration: 5 }, rest).drains.map(({ grant, amount }) => `${grant.id} ${amount.high}`)
  test('the soonest to expire goes first where the card says nothing', () =>
    expect(drained({})).toEqual(['promo 20', 'plan 30', 'top 10']))
  test('purchased first where the card says so', () =>
    expect(drained({ burnOrder: { order: ['top-up', 'plan', 'promo'] } })).toEqual(['top 60']))
  test('kinds that the order does not name come last', () =>
    expect(drained({ burnOrder: { order: ['plan'] } })).toEqual(['plan 30', 'promo 20', 'top 10']))
  test('an expired grant is worth nothing', () => expect(of({ grants }).balance).toBe('150'))
  test('a grant for other features does not pay', () =>
    expect(of({ grants: [{ id: 'x', kind: 'plan', amount: '900', features: ['other'] }] }).status).toBe('short'))
})

describe('a range of 12 to 120', () => {
  const range = (given: Partial<Account>) => of(given, {} as { duration: number })
  test('leaves a range', () =>
    expect(range({ balance: '400' })).toMatchObject({ status: 'enough', after: { low: '280', high: '388' } }))
  test('may be short', () =>
    expect(range({ balance: '100' })).toMatchObject({
      status: 'short',
      short: { low: '0', high: '20' },
      binding: { maybe: true },
    }))
  test('is surely short', () => expect(range({ balance: '10' }).short).toEqual({ low: '2', high: '110' }))
})

describe('overdraft', () => {
  const plans = (overdraft: Plan['overdraft']) => ({ plans: { free: { name: 'Free', overdraft } } })
  test.each<[string, Plan['overdraft'], string, string]>([
    ['a run may take a positive balance below zero', null, '10', 'low'],
    ['and nothing runs from zero', null, '0', 'short'],
    ['50 below zero is allowed', '50', '10', 'low'],
    ['49 below zero is not enough for 50', '49', '10', 'short'],
  ])('%s', (_, overdraft, balance, status) =>
    expect(of({ balance, plan: 'free' }, { duration: 5 }, plans(overdraft)).status).toBe(status),
  )
  test('an allowed overdraft does not hide a cap that binds too', () =>
    expect(
      of({ balance: '10', plan: 'free', cap: { max: '100', used: '80' } }, { duration: 5 }, plans(null)),
    ).toMatchObject({ status: 'limit', binding: { kind: 'cap', left: '20' } }))
})
