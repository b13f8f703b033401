import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Account } from '../../core/account'
import { afford, type Afford } from '../../core/afford'
import { estimate } from '../../core/estimate'
import type { Feature, RateCard, Request } from '../../core/rate-card'
import { standing } from '../../core/standing'
import { feature, request, values } from './random-feature'
import { Fraction } from './reference'
import { cardOf } from './sample-card'

const NOW = Date.parse('2026-11-10T12:00:00Z')
const account = (rest: Partial<Account>): Account =>
  Account.parse({ provider: 'sample', id: 'a', currency: 'credits', readAt: NOW, from: 'session', ...rest })

type Rooms = { balance: number; cap?: number; spend?: number; runs?: number }
const rooms: fc.Arbitrary<Rooms> = fc.record(
  {
    balance: fc.integer({ min: 0, max: 120 }),
    cap: fc.integer({ min: 0, max: 60 }),
    spend: fc.integer({ min: 0, max: 60 }),
    runs: fc.integer({ min: 1, max: 6 }),
  },
  { requiredKeys: ['balance'] },
)
const holder = ({ balance, cap, spend, runs }: Rooms): Account =>
  account({
    balance: String(balance),
    ...(cap !== undefined && { cap: { max: cap + 40, used: 40 } }),
    limits: [
      ...(spend === undefined ? [] : [{ kind: 'spend' as const, max: spend, used: 0 }]),
      ...(runs === undefined ? [] : [{ kind: 'runs' as const, max: runs + 3, used: 3 }]),
    ],
  })

/** Whether `count` runs at their dearest stay within everything, by adding them up. */
function fits(total: string, count: number, { balance, cap, spend, runs }: Rooms): boolean {
  const all = Fraction.of(total).times(Fraction.of(count))
  const within = [balance, cap, spend].filter((n) => n !== undefined).every((n) => !Fraction.of(n).less(all))
  return within && (runs === undefined || count <= runs)
}
const totalOf = (card: RateCard, r: Request): string | undefined => {
  const quote = estimate(card, 'run', r, new Date(NOW))
  return quote.status === 'unpriced' ? undefined : quote.total.high
}
const mostBy = (total: string, room: Rooms): number | null => {
  if (total === '0' && room.runs === undefined) return null
  let count = 0
  while (fits(total, count + 1, room)) count++
  return count
}
const known = (answer: Afford): Afford & { status: 'known' } => {
  if (answer.status !== 'known') throw new Error(`expected to know, got ${answer.status}`)
  return answer
}

describe('what a balance affords, against brute force on generated cards', () => {
  const ask = (f: Feature, r: Request, room: Rooms) => {
    const card = cardOf(f)
    return { card, answer: known(afford({ card, feature: 'run', request: r, account: holder(room), now: NOW })) }
  }
  test('the most runs fit, and one more does not (400 cards)', () =>
    fc.assert(
      fc.property(feature(), request, rooms, (f, r, room) => {
        const { card, answer } = ask(f, r, room)
        const total = totalOf(card, r)
        expect(answer.runs?.low).toEqual(total === undefined ? undefined : mostBy(total, room))
      }),
      { numRuns: 400, seed: 41 },
    ))
  test('every offer fits, one run more does not, and no higher value allows as many (400 cards)', () =>
    fc.assert(
      fc.property(feature(), request, rooms, (f, r, room) => {
        const { card, answer } = ask(f, r, room)
        for (const { dimension, order, offers, next } of answer.reaches) {
          const sold = values[dimension]!.flatMap((value) => {
            const total = totalOf(card, { ...r, [dimension]: value })
            return total === undefined ? [] : [{ value, total, most: mostBy(total, room) ?? Infinity }]
          })
          const height = (value: unknown, total: string) =>
            order === 'ranked' ? Fraction.of(String(value)) : Fraction.of(total)
          for (const offer of offers) {
            const own = sold.find(({ value }) => String(value) === String(offer.value))!
            expect(offer.runs ?? Infinity).toBe(own.most)
            expect(own.most).toBeGreaterThan(0)
            const higher = sold.filter((s) => height(own.value, own.total).less(height(s.value, s.total)))
            for (const { most } of higher) expect(most).toBeLessThan(own.most)
          }
          const best = Math.max(0, ...sold.map(({ most }) => most))
          expect(Math.max(0, ...offers.map(({ runs }) => runs ?? Infinity))).toBe(best)
          if (next) expect(fits(totalOf(card, { ...r, [dimension]: next.value })!, 1, room)).toBe(false)
        }
      }),
      { numRuns: 400, seed: 42 },
    ))
  test('one run fits where standing says so, and as many as can be taken one after another (400 accounts)', () => {
    const kinds = ['plan', 'member', 'daily', 'pool', 'top-up'] as const
    const grants = fc.array(fc.record({ kind: fc.constantFrom(...kinds), amount: fc.integer({ min: 1, max: 20 }) }), {
      maxLength: 4,
    })
    const each = fc.constantFrom(1, 2.5, 7)
    fc.assert(
      fc.property(grants, fc.integer({ min: 0, max: 25 }), each, (list, cap, amount) => {
        const card = cardOf({ dimensions: {}, charges: [{ name: 'run', amount: String(amount) }] })
        const quote = estimate(card, 'run', {}, new Date(NOW))
        let now = account({ grants: list.map((grant, i) => ({ id: `${i}`, ...grant })), cap: { max: cap, used: 0 } })
        const { runs } = known(afford({ card, feature: 'run', request: {}, account: now, now: NOW }))
        let taken = 0
        for (;;) {
          const stands = standing(quote, now, card, NOW)
          if (stands.status !== 'enough' && stands.status !== 'low') break
          taken++
          const shared = stands.drains.filter(({ grant }) => !['member', 'daily'].includes(grant.kind))
          const used = shared.reduce((sum, drain) => sum + Number(drain.amount.high), Number(now.cap!.used))
          now = {
            ...now,
            cap: { max: cap, used },
            grants: now.grants!.map((grant) => ({
              ...grant,
              amount:
                Number(grant.amount) - Number(stands.drains.find((d) => d.grant.id === grant.id)?.amount.high ?? 0),
            })),
          }
        }
        expect(runs?.low).toBe(taken)
      }),
      { numRuns: 400, seed: 44 },
    )
  })
  test('a long ladder is searched to the same answer as trying every number (300 cards)', () => {
    const long = (f: Feature): Feature => ({
      ...f,
      dimensions: { ...f.dimensions, seconds: { type: 'number', unit: 's', min: 0, max: 100, step: 1 } },
    })
    fc.assert(
      fc.property(feature(), request, rooms, (f, r, room) => {
        const { card, answer } = ask(long(f), r, room)
        const reach = answer.reaches.find(({ dimension }) => dimension === 'seconds')
        for (const offer of reach?.offers ?? []) {
          const count = Math.max(...[1, 2, 5, 10, 20, 50, 100].filter((n) => n <= (offer.runs ?? Infinity)))
          expect(offer.runs ?? Infinity).toBe(
            mostBy(totalOf(card, { ...r, seconds: offer.value as number })!, room) ?? Infinity,
          )
          for (let s = Number(offer.value) + 1; s <= 100; s++) {
            const total = totalOf(card, { ...r, seconds: s })
            if (total !== undefined) expect(fits(total, count, room)).toBe(false)
          }
        }
      }),
      { numRuns: 300, seed: 43 },
    )
  })
})

describe('what 400 credits afford', () => {
  const card = cardOf({
    dimensions: {
      resolution: { type: 'choice', options: ['4K', '720p', '1080p'] },
      duration: { type: 'number', unit: 's', min: 1, max: 600, step: 1 },
    },
    charges: [
      {
        name: 'video',
        meter: 'duration',
        amount: { by: ['resolution'], cells: { '720p': '10', '1080p': '20', '4K': '90' } },
      },
    ],
  })
  const ask = (given: Partial<Account>, rest = {}) =>
    afford({
      card,
      feature: 'run',
      request: { resolution: '720p', duration: 5 },
      account: account(given),
      now: NOW,
      ...rest,
    })
  const reach = (answer: Afford, name: string) => known(answer).reaches.find(({ dimension }) => dimension === name)!
  test('8 runs of 50', () =>
    expect(known(ask({ balance: '400' })).runs).toEqual({ low: 8, high: 8, binding: { kind: 'balance' } }))
  test('4 while the cap leaves 240', () =>
    expect(known(ask({ balance: '400', cap: { max: 1000, used: 760 } })).runs).toMatchObject({
      low: 4,
      binding: { kind: 'cap', left: '240' },
    }))
  test('up to 40 s once, 20 s twice, 8 s five times', () =>
    expect(reach(ask({ balance: '400' }), 'duration').offers.map(({ value, runs }) => [value, runs])).toEqual([
      ['40', 1],
      ['20', 2],
      ['8', 5],
      ['4', 10],
      ['2', 20],
    ]))
  test('41 s is the step that does not fit', () =>
    expect(reach(ask({ balance: '400' }), 'duration').next).toEqual({
      value: '41',
      total: { low: '410', high: '410' },
    }))
  test('4K does not fit, 1080p does four times', () => {
    const { offers, next, order } = reach(ask({ balance: '400' }), 'resolution')
    expect([order, next?.value, offers.map(({ value, runs }) => [value, runs])]).toEqual([
      'ranked',
      '4K',
      [
        ['1080p', 4],
        ['720p', 8],
      ],
    ])
  })
  test('no run, where 420 credits are owed', () => {
    const answer = known(ask({ balance: '-420' }))
    expect([answer.runs?.low, answer.reaches.flatMap(({ offers }) => offers)]).toEqual([0, []])
  })
  test('a locked dimension is left alone', () =>
    expect(
      known(ask({ balance: '400' }, { locked: ['resolution'] })).reaches.map(({ dimension }) => dimension),
    ).toEqual(['duration']))
  test('a viewer is blocked', () =>
    expect(ask({ balance: '400', role: { id: 'viewer', may: [] } })).toMatchObject({
      status: 'blocked',
      binding: { kind: 'role' },
    }))
  test('a spent run limit blocks', () =>
    expect(ask({ balance: '400', limits: [{ kind: 'runs', max: 5, used: 5 }] })).toMatchObject({
      status: 'blocked',
      binding: { kind: 'runs' },
    }))
  test('an unknown balance affords nothing that could be said', () =>
    expect(ask({ balance: null })).toEqual({ status: 'unknown', because: 'no-balance' }))
  test('with the duration unread between 1 and 600 s at least no run is sure', () =>
    expect(
      known(
        afford({
          card,
          feature: 'run',
          request: { resolution: '720p' },
          account: account({ balance: '400' }),
          now: NOW,
        }),
      ).runs,
    ).toMatchObject({ low: 0, high: 40 }))
  test('a balance above zero that may be overdrawn by one run gives one more', () => {
    const plans = { free: { name: 'Free', overdraft: null } }
    const answer = afford({
      card: { ...card, plans },
      feature: 'run',
      request: { resolution: '720p', duration: 5 },
      account: account({ balance: '401', plan: 'free' }),
      now: NOW,
    })
    expect(known(answer).runs?.low).toBe(9)
  })
})
