import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Account } from '../../core/account'
import { estimate } from '../../core/estimate'
import { GrantKind, type Plan, type RateCard, type Refund } from '../../core/rate-card'
import { standing, type Standing } from '../../core/standing'
import { spend, type Spent } from './purse'
import { cardOf } from './sample-card'

const NOW = Date.parse('2026-11-10T12:00:00Z')
const DAY = 86_400_000
const RUNS = { numRuns: 3000, seed: 20261121 }

const amount = fc.integer({ min: 0, max: 80 }).map((n) => String(n / 4))
const kinds = GrantKind.options
const burnOrder = fc.record({
  order: fc.oneof(
    fc.constant('soonest-expiry' as const),
    fc.subarray([...kinds]).chain((some) => fc.shuffledSubarray(some)),
  ),
})
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
const outcomes = ['error', 'moderated', 'cancelled', 'unsatisfactory', 'partial'] as const
const refund: fc.Arbitrary<Refund> = fc.record(
  {
    outcome: fc.constantFrom(...outcomes),
    charged: fc.constantFrom('nothing', 'everything', 'part-made'),
    feature: fc.constantFrom('run', 'other'),
  },
  { requiredKeys: ['outcome', 'charged'] },
)
const plan: fc.Arbitrary<Plan> = fc.record({
  name: fc.constant('Team'),
  overdraft: fc.oneof(fc.constant(undefined), fc.constant(null), amount),
  burnOrder: maybe(burnOrder),
})
const card: fc.Arbitrary<RateCard> = fc
  .record({ plan, burnOrder: maybe(burnOrder), refunds: fc.array(refund, { maxLength: 5 }) })
  .map(({ plan, ...rest }) =>
    cardOf(
      {
        dimensions: { duration: { type: 'number', unit: 's', min: 0, max: 400 } },
        charges: [{ name: 'video', meter: 'duration', amount: '0.25' }],
      },
      {
        ...rest,
        plans: { team: plan },
        roles: { maker: { name: 'Maker', may: ['generate'] }, viewer: { name: 'Viewer', may: ['history'] } },
      },
    ),
  )
const features = fc.constantFrom(['run'], ['other'], ['other', 'run'])
const grants = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    amount,
    expires: fc.oneof(
      fc.constant(undefined),
      fc.constant(null),
      fc.integer({ min: -2, max: 5 }).map((n) => NOW + n * DAY),
    ),
    priority: maybe(fc.integer({ min: 0, max: 2 })),
    features: fc.option(features, { nil: undefined, freq: 4 }),
  }),
  { maxLength: 6 },
)
const used = fc.record({ max: amount, used: amount })
const limit = fc.record({
  kind: fc.constantFrom('runs', 'concurrent', 'spend', 'spend'),
  max: fc.option(amount, { freq: 6 }),
  used: fc.constantFrom('0', '1', '2.5'),
  feature: fc.option(fc.constantFrom('run', 'other'), { nil: undefined }),
  over: maybe(fc.constantFrom('queued', 'refused', 'slower', 'charged')),
})
const holds = fc.oneof(
  { weight: 4, arbitrary: fc.record({ grants }) },
  { weight: 1, arbitrary: fc.record({ balance: fc.integer({ min: -40, max: 120 }).map((n) => String(n / 4)) }) },
)
const account: fc.Arbitrary<Account> = fc
  .record({
    holds,
    held: maybe(amount),
    cap: fc.option(used, { nil: undefined, freq: 2 }),
    limits: fc.array(limit, { maxLength: 2 }),
    plan: fc.option(fc.constant('team'), { nil: undefined, freq: 4 }),
    role: fc.option(fc.constantFrom({ id: 'maker' }, { id: 'viewer' }, { id: 'stranger' }), {
      nil: undefined,
      freq: 4,
    }),
  })
  .map(({ holds, ...rest }) => {
    const named = 'grants' in holds ? { grants: holds.grants.map((grant, i) => ({ ...grant, id: `g${i}` })) } : holds
    return Account.parse(
      JSON.parse(
        JSON.stringify({
          provider: 'sample',
          id: 'a',
          currency: 'credits',
          readAt: NOW,
          from: 'session',
          ...named,
          ...rest,
        }),
      ),
    )
  })
const price = fc.integer({ min: 0, max: 120 })

const standingOf = (account: Account, card: RateCard, request: object): Standing =>
  standing(estimate(card, 'run', { ...request }, new Date(NOW)), account, card, NOW)
const stops: Record<string, Spent['stopped']> = { 'not-permitted': 'permission', short: 'balance', limit: 'limit' }

/** What both say of a run that comes to one number. */
const said = (s: Standing) => ({
  balance: s.balance,
  ...(s.status !== 'not-permitted' && {
    after: s.after?.low,
    drains: Object.fromEntries(s.drains.map(({ grant, amount }) => [grant.id, amount.low])),
  }),
})

describe('what a run does to an account, against a purse of single quarter credits', () => {
  test('the balance, what is left, and what each grant gives', () => {
    fc.assert(
      fc.property(account, card, price, (account, card, seconds) => {
        const cost = String(seconds / 4)
        const ours = standingOf(account, card, { duration: seconds })
        const theirs = spend({ account, card, feature: 'run', now: NOW }, cost)!
        const { balance: _, ...drains } = theirs.drains
        expect(said(ours)).toEqual({
          balance: theirs.balance,
          ...(ours.status !== 'not-permitted' && { after: theirs.after, drains }),
        })
      }),
      RUNS,
    )
  })

  test('whether it goes through, what stops it, what is missing, and whether another like it would', () => {
    fc.assert(
      fc.property(account, card, price, (account, card, seconds) => {
        const ours = standingOf(account, card, { duration: seconds })
        const theirs = spend({ account, card, feature: 'run', now: NOW }, String(seconds / 4))!
        expect(ours.status in stops).toBe(theirs.stopped !== undefined)
        if (theirs.stopped === 'permission') expect(ours.status).toBe('not-permitted')
        if (theirs.stopped === 'count') expect(['runs', 'concurrent']).toContain(ours.binding?.kind)
        if (theirs.stopped === 'balance') expect(ours.status).toBe('short')
        if (ours.short) expect(ours.short).toEqual({ low: theirs.short, high: theirs.short })
        if (!theirs.stopped) expect(ours.status).toBe(theirs.another ? 'enough' : 'low')
      }),
      RUNS,
    )
  })

  test('of a range, both ends: what is left, what is missing, and whether only the dearest case is stopped', () => {
    fc.assert(
      fc.property(account, card, (account, card) => {
        const ours = standingOf(account, card, {})
        if (ours.status === 'not-permitted') return
        const [low, high] = ['0', '100'].map((cost) => spend({ account, card, feature: 'run', now: NOW }, cost)!)
        expect(ours.after).toEqual({ low: high!.after, high: low!.after })
        expect(ours.status in stops).toBe(high!.stopped !== undefined)
        if (high!.stopped) expect(ours.binding?.maybe ?? false).toBe(low!.stopped === undefined)
        if (ours.short) expect(ours.short).toEqual({ low: low!.short, high: high!.short })
      }),
      RUNS,
    )
  })

  test('a run that does not end well takes what the rule for its feature says, else the rule for all', () => {
    fc.assert(
      fc.property(account, card, price, (account, card, seconds) => {
        const cost = String(seconds / 4)
        const ours = standingOf(account, card, { duration: seconds }).endings ?? []
        const taken = { nothing: ['0', '0'], everything: [cost, cost], 'part-made': ['0', cost] }
        const rules = (card.refunds ?? []).filter(({ feature }) => feature !== 'other')
        const theirs = outcomes.flatMap((outcome) => {
          const about = rules.filter((rule) => rule.outcome === outcome)
          const rule = about.find(({ feature }) => feature === 'run') ?? about[0]
          return rule ? [[outcome, ...taken[rule.charged]]] : []
        })
        const shown = ours.map(({ outcome, taken }) => [outcome, taken.low, taken.high])
        expect(shown.sort()).toEqual(theirs.sort())
      }),
      RUNS,
    )
  })
})
