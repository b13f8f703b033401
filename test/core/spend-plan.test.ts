import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Account } from '../../core/account'
import { english } from '../../core/locales'
import { planTotalText } from '../../core/locales/plans'
import type { Plan, RateCard } from '../../core/rate-card'
import { spendPlan, type Holding, type SpendPlan, type Task } from '../../core/spend-plan'
import { cheapestPacks } from '../../core/spend-plan/packs'
import { gathered } from '../../core/spend-plan/gathered'
import { plansFor } from '../../core/spend-plan/cheapest-plan'
import { seeded } from '../../core/random'
import { cardOf } from './sample-card'

const NOW = Date.parse('2026-11-10T12:00:00Z')
const DAY = 86_400_000
const card = (rest: Partial<RateCard> = {}) =>
  cardOf(
    {
      dimensions: {
        duration: { type: 'number', unit: 's', min: 1, max: 10, step: 1 },
        audio: { type: 'toggle' },
        style: { type: 'choice', options: ['plain', 'secret'] },
      },
      charges: [
        {
          name: 'video',
          meter: 'duration',
          rates: [{ match: { style: 'secret' }, unpriced: 'ask the vendor' }, { amount: '12' }],
        },
        { name: 'sound', when: { audio: true }, amount: '0.5' },
      ],
    },
    rest,
  )
const account = (rest: Partial<Account>): Account =>
  Account.parse({ provider: 'sample', id: 'a', currency: 'credits', readAt: NOW, from: 'session', ...rest })
const task = (id: string, duration: number | undefined, rest: Partial<Task> = {}): Task => ({
  id,
  provider: 'sample',
  feature: 'run',
  request: { duration, audio: false, style: 'plain' },
  ...rest,
})
const plan = (tasks: Task[], given: Partial<Account>, rest: Partial<RateCard> = {}): SpendPlan =>
  spendPlan(tasks, { sample: { card: card(rest), account: account(given) } }, NOW)
const of = (p: SpendPlan) => p.accounts[0]!
const pro = (rest: Partial<Plan> = {}): Partial<RateCard> => ({ plans: { pro: { name: 'Pro', ...rest } } })

describe('a list of tasks against 100 credits', () => {
  test('60 and 36 leave 4, exactly', () => {
    const p = plan([task('a', 5), task('b', 3)], { balance: '100' })
    expect(p.lines.map(({ total, left }) => [total?.low, left])).toEqual([
      ['60', { low: '40', high: '40' }],
      ['36', { low: '4', high: '4' }],
    ])
    expect(of(p)).toMatchObject({ total: { low: '96', high: '96' }, doubts: ['no-plan'] })
    expect(of(p).ends).toBeUndefined()
  })
  test('the money ends at the second line, 20 short', () =>
    expect(of(plan([task('a', 5), task('b', 5), task('c', 1)], { balance: '100' }))).toMatchObject({
      ends: { sure: 'b', maybe: 'b' },
      short: { low: '32', high: '32' },
    }))
  test('one to three attempts make a range, which may end earlier than it surely does', () =>
    expect(
      of(plan([task('a', 3, { attempts: { low: 1, high: 3 } }), task('b', 5), task('c', 1)], { balance: '100' })),
    ).toMatchObject({
      total: { low: '108', high: '180' },
      ends: { maybe: 'a', sure: 'c' },
      short: { low: '8', high: '80' },
    }))
  test('runs and attempts multiply', () =>
    expect(plan([task('a', 2, { runs: 3, attempts: { low: 2, high: 4 } })], { balance: '100' }).lines[0]).toMatchObject(
      {
        presses: { low: 6, high: 12 },
        total: { low: '144', high: '288' },
      },
    ))
  test('the higher priority is taken first, whatever the order of the list', () =>
    expect(
      plan([task('a', 5), task('b', 5, { priority: 2 }), task('c', 5, { priority: 1 })], { balance: '100' }).lines.map(
        ({ id }) => id,
      ),
    ).toEqual(['b', 'c', 'a']))
  test('a task without a price is not counted as nothing: the total stays open', () => {
    const secret = task('a', 5, { request: { duration: 5, audio: false, style: 'secret' } })
    const p = plan([secret, task('b', 5)], { balance: '100' })
    expect(p.lines[0]).toMatchObject({ estimate: { status: 'unpriced' }, drains: [] })
    expect(p.lines[0]!.total).toBeUndefined()
    expect(of(p)).toMatchObject({ total: { low: '60', high: '60' }, open: 'some' })
    expect(planTotalText(of(p), english)).toBe('All together 60 credits, and what has no price')
  })
  test('where nothing has a price there is no total, and certainly not 0', () => {
    const secret = task('a', 5, { request: { duration: 5, audio: false, style: 'secret' } })
    expect(planTotalText(of(plan([secret], { balance: '100' })), english)).toBe('None of this has a price')
  })
  test('without an account there are totals and nothing else', () =>
    expect(spendPlan([task('a', 5)], { sample: { card: card() } }, NOW).accounts).toEqual([
      { provider: 'sample', currency: 'credits', total: { low: '60', high: '60' }, doubts: [], because: 'no-account' },
    ]))
  test('what runs in flight hold is not there to spend', () =>
    expect(of(plan([task('a', 5)], { balance: '100', held: '50' })).short).toEqual({ low: '10', high: '10' }))
})

describe('an account that owes', () => {
  const short = (p: SpendPlan) => [p.lines.map((line) => line.short?.low), of(p).short]
  test('20 below nothing, two runs of 60: the first lacks 80, the second 60, 140 in all', () =>
    expect(short(plan([task('a', 5), task('b', 5)], { balance: '-20' }))).toEqual([
      ['80', '60'],
      { low: '140', high: '140' },
    ]))
  test('what runs in flight hold sinks it further', () =>
    expect(short(plan([task('a', 5)], { balance: '-20', held: '5' }))).toEqual([['85'], { low: '85', high: '85' }]))
  test('a grant below nothing is paid by the one that is not', () => {
    const grants: Account['grants'] = [
      { id: 'p', kind: 'plan', amount: '-30' },
      { id: 't', kind: 'top-up', amount: '100' },
    ]
    const p = plan([task('a', 5), task('b', 5)], { grants })
    expect(p.lines.map(({ left, short: lacks }) => [left?.low, lacks?.low])).toEqual([
      ['10', undefined],
      ['0', '50'],
    ])
  })
  test('whether new credits pay it first is not published: 30 to 50 of 50 are free', () => {
    const grants: Account['grants'] = [{ id: 'p', kind: 'plan', amount: '-20', expires: NOW + DAY }]
    const monthly = pro({
      grants: [{ kind: 'plan', amount: '50', every: 'month', expires: 'period-end', refill: 'reset' }],
    })
    const [line] = plan(
      [task('a', 1, { at: NOW + 2 * DAY })],
      { grants, plan: 'pro', resets: NOW + DAY },
      monthly,
    ).lines
    expect(line!.left).toEqual({ low: '18', high: '38' })
  })
})

describe('grants, and what time does to them', () => {
  const grants: Account['grants'] = [
    { id: 'top', kind: 'top-up', amount: '100', expires: null },
    { id: 'promo', kind: 'promo', amount: '30', expires: NOW + 2 * DAY },
  ]
  const drains = (p: SpendPlan) =>
    p.lines.map((line) => line.drains.map(({ grant, amount }) => `${grant.id} ${amount.low}..${amount.high}`))
  test('each line says what it drains, in burn order', () =>
    expect(drains(plan([task('a', 2), task('b', 2)], { grants }))).toEqual([
      ['promo 24..24'],
      ['promo 6..6', 'top 18..18'],
    ]))
  test('what is not spent by then lapses before the later line', () => {
    const p = plan([task('a', 2), task('b', 2, { at: NOW + 3 * DAY })], { grants })
    expect(drains(p)).toEqual([['promo 24..24'], ['top 24..24']])
    expect(p.lines[1]!.before).toMatchObject([
      { kind: 'lapse', at: NOW + 2 * DAY, grant: { id: 'promo' }, amount: { low: '6', high: '6' } },
    ])
  })
  test('a plan that resets loses what is left and gets its credits again', () => {
    const monthly = pro({
      grants: [{ kind: 'plan', amount: '50', every: 'month', expires: 'period-end', refill: 'reset' }],
    })
    const p = plan(
      [task('a', 2), task('b', 4, { at: NOW + 5 * DAY })],
      { plan: 'pro', resets: NOW + 4 * DAY, grants: [{ id: 'p', kind: 'plan', amount: '40', expires: NOW + 4 * DAY }] },
      monthly,
    )
    expect(p.lines[1]!.before).toMatchObject([
      { kind: 'lapse', amount: { low: '16', high: '16' } },
      { kind: 'renewal', amount: { low: '50', high: '50' } },
    ])
    expect(p.lines[1]!.left).toEqual({ low: '2', high: '2' })
  })
  test('what rolls over is kept up to the cap', () => {
    const rolling = pro({
      grants: [{ kind: 'plan', amount: '50', every: 'month', expires: 'period-end', rollover: { cap: '10' } }],
    })
    const p = plan(
      [task('a', 2), task('b', 1, { at: NOW + 5 * DAY })],
      { plan: 'pro', resets: NOW + 4 * DAY, grants: [{ id: 'p', kind: 'plan', amount: '40', expires: NOW + 4 * DAY }] },
      rolling,
    )
    expect(p.lines[1]!.before).toMatchObject([{ kind: 'lapse', amount: { low: '6', high: '6' } }, { kind: 'renewal' }])
    expect(p.lines[1]!.left).toEqual({ low: '48', high: '48' })
  })
  test('a bare balance keeps what is beyond the allotment, and says that this is taken for granted', () => {
    const monthly = pro({
      grants: [{ kind: 'plan', amount: '50', every: 'month', expires: 'period-end', refill: 'reset' }],
    })
    const p = plan(
      [task('a', 1, { at: NOW + 5 * DAY })],
      { plan: 'pro', resets: NOW + 4 * DAY, balance: '70' },
      monthly,
    )
    expect([p.lines[0]!.left, of(p).doubts]).toEqual([{ low: '58', high: '58' }, ['bare-balance']])
  })
  test('the line that passes the member cap says so, though the balance is there', () =>
    expect(
      plan([task('a', 5), task('b', 5)], { balance: '900', cap: { max: '100', used: '0' } }).lines.map(
        ({ stop }) => stop?.kind,
      ),
    ).toEqual([undefined, 'cap']))
  test('a cap that resets in between does not bind', () =>
    expect(
      plan([task('a', 5), task('b', 5, { at: NOW + 2 * DAY })], {
        balance: '900',
        cap: { max: '100', used: '0', resets: NOW + DAY },
      }).lines.map(({ stop }) => stop),
    ).toEqual([undefined, undefined]))
})

/** One course of spending: plain grants in burn order, one exact amount after another. */
function play(amounts: number[], pots: number[]): { taken: number[][]; left: number[]; short: number[] } {
  const free = [...pots]
  const result = { taken: [] as number[][], left: [] as number[], short: [] as number[] }
  for (const amount of amounts) {
    let owed = amount
    result.taken.push(
      free.map((pot, i) => ((free[i] = pot - Math.min(pot, owed)), (owed -= pot - free[i]!), pot - free[i]!)),
    )
    result.left.push(free.reduce((a, b) => a + b, 0))
    result.short.push(owed)
  }
  return result
}

test('whatever the attempts turn out to be, drains, remainders and shortfalls lie within what was said (300 plans, every course)', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          duration: fc.integer({ min: 1, max: 4 }),
          low: fc.integer({ min: 0, max: 2 }),
          more: fc.integer({ min: 0, max: 2 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 3 }),
      (list, pots) => {
        const tasks = list.map(({ duration, low, more }, i) =>
          task(`${i}`, duration, { attempts: { low, high: low + more } }),
        )
        const p = plan(tasks, {
          grants: pots.map((amount, i) => ({
            id: `g${i}`,
            kind: 'plan' as const,
            amount,
            expires: NOW + (i + 1) * DAY,
          })),
        })
        const courses = list.reduce<number[][]>(
          (all, { low, more, duration }) =>
            all.flatMap((c) => Array.from({ length: more + 1 }, (_, n) => [...c, (low + n) * duration * 12])),
          [[]],
        )
        for (const amounts of courses) {
          const really = play(amounts, pots)
          p.lines.forEach((line, i) => {
            const inside = (value: number, range: { low: string; high: string } | undefined) =>
              value >= Number(range?.low ?? 0) && value <= Number(range?.high ?? 0)
            expect(inside(amounts[i]!, line.total)).toBe(true)
            expect(inside(really.left[i]!, line.left)).toBe(true)
            expect(inside(really.short[i]!, line.short)).toBe(true)
            pots.forEach((_, g) =>
              expect(inside(really.taken[i]![g]!, line.drains.find(({ grant }) => grant.id === `g${g}`)?.amount)).toBe(
                true,
              ),
            )
          })
        }
      },
    ),
    { numRuns: 300, seed: 71 },
  ))

test('with exact prices every drain is exact and the drains of a line add up to what it takes (300 plans)', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 4 }),
      (durations, pots) => {
        const p = plan(
          durations.map((d, i) => task(`${i}`, d)),
          {
            grants: pots.map((amount, i) => ({
              id: `g${i}`,
              kind: 'plan' as const,
              amount,
              expires: NOW + (i + 1) * DAY,
            })),
          },
        )
        const really = play(
          durations.map((d) => d * 12),
          pots,
        )
        p.lines.forEach((line, i) => {
          expect(
            pots.map((_, g) => Number(line.drains.find(({ grant }) => grant.id === `g${g}`)?.amount.low ?? 0)),
          ).toEqual(really.taken[i])
          expect(line.drains.every(({ amount }) => amount.low === amount.high)).toBe(true)
        })
        const firstShort = really.short.findIndex((n) => n > 0)
        expect(of(p).ends?.sure).toBe(firstShort < 0 ? undefined : String(firstShort))
      },
    ),
    { numRuns: 300, seed: 72 },
  ))

describe('what to buy', () => {
  const packs = (...list: [number, number][]) =>
    list.map(([amount, price]) => ({ amount, price: { amount: price, currency: 'USD' }, expires: 'never' as const }))
  test('two packs of 1000 for 1,200 missing, before the line where money may end', () =>
    expect(
      of(
        plan(
          [task('a', 5), task('b', 10, { runs: 10 })],
          { balance: '60', plan: 'pro' },
          pro({ topUps: packs([1000, 10]) }),
        ),
      ).buy,
    ).toMatchObject({
      before: 'b',
      most: { purchases: [{ count: 2 }], credits: '2000', price: { amount: '20', currency: 'USD' } },
    }))
  test('without packs on sale it says so', () =>
    expect(of(plan([task('a', 5)], { balance: '10', plan: 'pro' }, pro())).because).toBe('no-packs'))
  test('the packs are the cheapest that cover it, as trying all shows (400 needs)', () => {
    const random = seeded(5)
    const whole = (most: number) => 1 + Math.floor(random() * most)
    for (let round = 0; round < 400; round++) {
      const sale = packs(...Array.from({ length: whole(3) }, (): [number, number] => [whole(30), whole(20)]))
      const need = whole(60)
      const best = Array.from({ length: need + 1 }, () => Infinity)
      best[0] = 0
      for (let n = 1; n <= need; n++)
        for (const { amount, price } of sale)
          best[n] = Math.min(best[n]!, best[Math.max(0, n - Number(amount))]! + Number(price.amount))
      const found = cheapestPacks(String(need), sale)!
      expect(Number(found.price.amount)).toBe(best[need])
      expect(Number(found.credits)).toBeGreaterThanOrEqual(need)
    }
  })
})

describe('which plan is cheapest for 1,500 credits a month', () => {
  const month = (amount: string) => [{ amount, currency: 'USD', every: 'month' as const }]
  const grant = (amount: string, rest = {}) => [
    { kind: 'plan' as const, amount, every: 'month' as const, expires: 'period-end' as const, ...rest },
  ]
  const topUps = [{ amount: '500', price: { amount: '6', currency: 'USD' }, expires: 'never' as const }]
  const plans: Record<string, Plan> = {
    small: { name: 'Small', prices: month('9.99'), grants: grant('625'), topUps },
    large: {
      name: 'Large',
      prices: [...month('24'), { amount: '240', currency: 'USD', every: 'year' }],
      grants: grant('2250'),
    },
    bare: { name: 'Bare', prices: month('5'), grants: grant('100') },
    team: {
      name: 'Team',
      prices: [{ amount: '12', currency: 'USD', every: 'month', perSeat: true }],
      grants: grant('800', { perSeat: true }),
    },
    secret: { name: 'Secret' },
  }
  const offers = (volume: { low: string; high: string }, rest = {}) => plansFor(card({ plans }), volume, rest)
  test('the large one by the year; the small one needs 21 packs, which keep from month to month', () =>
    expect(
      offers({ low: '1500', high: '1500' }).map((o) => [o.plan, o.status === 'known' ? o.year.low : o.because]),
    ).toEqual([
      ['large', '240'],
      ['small', '245.88'],
      ['bare', 'no-packs'],
      ['team', 'no-packs'],
      ['secret', 'no-price'],
    ]))
  test('a range of volumes gives a range', () =>
    expect(offers({ low: '600', high: '1000' }).find((o) => o.plan === 'small')).toMatchObject({
      year: { low: '119.88', high: '173.88' },
    }))
  test('packs that last 90 days are bought for a year at the least, anew each month at the most', () => {
    const brief = topUps.map((pack) => ({ ...pack, expires: { count: 90, unit: 'day' as const } }))
    const found = plansFor(card({ plans: { small: { ...plans.small!, topUps: brief } } }), {
      low: '1500',
      high: '1500',
    })
    expect(found[0]).toMatchObject({ year: { low: '245.88', high: '263.88' } })
  })
  describe('credits by the day or the week', () => {
    const free = month('0')
    const often = (amount: string, every: 'day' | 'week' = 'day') => ({
      ...grant(amount)[0]!,
      kind: 'daily' as const,
      every,
    })
    const one = (plan: Partial<Plan>, volume: string, largest?: string) =>
      plansFor(
        card({ plans: { one: { name: 'One', ...plan } } }),
        { low: volume, high: volume },
        largest === undefined ? {} : { largest },
      )[0]!
    const byDay = { prices: free, grants: [often('30')] }
    test.each<[string, Partial<Plan>, string, string | undefined, object]>([
      [
        '560 in runs of 10 fit into 30 a day',
        byDay,
        '560',
        '10',
        { year: { low: '0', high: '0' }, spread: byDay.grants },
      ],
      ['800 in runs of 10 may fit or not', byDay, '800', '10', { because: 'by-day', grants: byDay.grants }],
      ['a run of 60 never fits into 30 a day', byDay, '60', '60', { because: 'by-day' }],
      ['without knowing the runs nothing is said', byDay, '60', undefined, { because: 'by-day' }],
      ['931 are more than any month has', byDay, '931', '10', { because: 'no-packs' }],
      ['by the week: 10 in runs of 5', { prices: free, grants: [often('10', 'week')] }, '20', '5', { spread: [{}] }],
      [
        'beside monthly credits each day counts whole',
        { prices: free, grants: [...grant('100'), often('30')] },
        '940',
        '10',
        { year: { low: '0', high: '0' }, spread: [{ every: 'day' }], allotted: { low: '100' } },
      ],
      [
        'packs for what no day holds at the least, for all beyond the month at the most',
        { prices: free, grants: [...grant('100'), often('30')], topUps },
        '1200',
        '10',
        { year: { low: '30', high: '162' } },
      ],
      [
        'what comes once is no monthly credit',
        { prices: free, grants: [{ ...often('30'), every: 'once' }] },
        '10',
        '10',
        { because: 'no-grants' },
      ],
      [
        'nor what is for one tool alone',
        { prices: free, grants: grant('100', { features: ['other'] }) },
        '10',
        '10',
        { because: 'no-grants' },
      ],
    ])('%s', (_, plan, volume, largest, expected) => expect(one(plan, volume, largest)).toMatchObject(expected))
  })
  test('a day’s credits are not spoken of where the month has enough', () => {
    const daily = { ...grant('30')[0]!, kind: 'daily' as const, every: 'day' as const }
    const one = { one: { name: 'One', prices: month('0'), grants: [...grant('100'), daily] } }
    expect(plansFor(card({ plans: one }), { low: '100', high: '100' }, { largest: '10' })[0]).not.toHaveProperty(
      'spread',
    )
  })
  test('seats multiply prices and credits', () =>
    expect(offers({ low: '1500', high: '1500' }, { seats: 2 }).find((o) => o.plan === 'team')).toMatchObject({
      year: { low: '288', high: '288' },
      allotted: { low: '1600' },
    }))
})

describe('events between two lines', () => {
  const daily = pro({ grants: [{ kind: 'daily', amount: '30', every: 'day', expires: 'period-end', refill: 'reset' }] })
  test('what comes and lapses day by day is told once, with its sum and its last day', () => {
    const p = plan(
      [task('a', 1), task('b', 1, { at: NOW + 20 * DAY })],
      { plan: 'pro', grants: [{ id: 'd', kind: 'daily', amount: '30', expires: NOW + DAY / 2 }] },
      daily,
    )
    const told = gathered(p.lines[1]!.before)
    expect(told.map(({ kind, amount, at, times }) => [kind, amount.high, (at - NOW) / DAY, times])).toEqual([
      ['lapse', '588', 19.5, 20],
      ['renewal', '600', 19.5, 20],
    ])
    expect(p.lines[1]!.left).toEqual({ low: '18', high: '18' })
  })
  test('one or two are told as they are', () => {
    const p = plan(
      [task('a', 1), task('b', 1, { at: NOW + DAY })],
      { plan: 'pro', grants: [{ id: 'd', kind: 'daily', amount: '30', expires: NOW + DAY / 2 }] },
      daily,
    )
    expect(gathered(p.lines[1]!.before)).toEqual(p.lines[1]!.before.map((event) => ({ ...event, times: 1 })))
  })
  test('credits in another currency than the account’s do not come into it', () => {
    const slow = pro({
      grants: [
        { kind: 'daily', amount: '100', currency: 'slow', every: 'day', expires: 'period-end', refill: 'reset' },
      ],
    })
    const p = plan(
      [task('a', 1), task('b', 1, { at: NOW + 3 * DAY })],
      { plan: 'pro', grants: [{ id: 'd', kind: 'daily', amount: '50', expires: NOW + 9 * DAY }] },
      slow,
    )
    expect([p.lines[1]!.before, p.lines[1]!.left?.low]).toEqual([[], '26'])
  })
})

test('two accounts are told apart', () => {
  const other = { ...card(), provider: 'other' }
  const holdings: Record<string, Holding> = {
    sample: { card: card(), account: account({ balance: '60' }) },
    other: { card: other, account: account({ provider: 'other', balance: '10' }) },
  }
  const p = spendPlan([task('a', 5), { ...task('b', 1), provider: 'other' }], holdings, NOW)
  expect(p.accounts.map(({ provider, short }) => [provider, short?.high])).toEqual([
    ['sample', undefined],
    ['other', '2'],
  ])
  expect(p.lines.map(({ id }) => id)).toEqual(['a', 'b'])
})
