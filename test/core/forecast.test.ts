import { describe, expect, test } from 'vitest'
import type { Account } from '../../core/account'
import { forecast, type Forecast, type ForecastQuestion } from '../../core/forecast'
import { Entry } from '../../core/ledger'
import { english } from '../../core/locales'
import { endedByTexts, runOutText } from '../../core/locales/forecasts'
import { seeded } from '../../core/random'
import type { PlanGrant, RateCard } from '../../core/rate-card'
import { coverage, shares, summed } from './forecast-coverage'
import { kindNames } from './forecast-kinds'
import { accountOf, DAY, entriesOf, NOW, plainCard } from './forecast-users'

/** `amount` at noon of each of the last `days` days, where `when` says so; 0 Sunday. */
const daily = (amount: number, days: number, when: (weekday: number) => boolean = () => true): Entry[] =>
  entriesOf(
    Array.from({ length: days }, (_, i) => ({ at: NOW - (days - i) * DAY, amount })).filter(({ at }) =>
      when(new Date(at).getUTCDay()),
    ),
  )
/** Much or little by turns, so that the history has some chance in it. */
const uneven = (days: number): Entry[] =>
  entriesOf(Array.from({ length: days }, (_, i) => ({ at: NOW - (days - i) * DAY, amount: i % 2 === 0 ? 60 : 140 })))

const ask = (entries: Entry[], given: Partial<Account>, rest: Partial<ForecastQuestion> = {}): Forecast =>
  forecast({ entries, account: accountOf(given), card: plainCard(), now: NOW, offset: 0, random: seeded(3), ...rest })
const known = (answer: Forecast): Forecast & { status: 'known' } => {
  if (answer.status !== 'known') throw new Error(`expected to know, got ${answer.because}`)
  return answer
}
const pro = (grant: Partial<PlanGrant>): RateCard =>
  plainCard({
    plans: {
      pro: {
        name: 'Pro',
        grants: [{ kind: 'plan', amount: '3000', every: 'month', expires: 'period-end', refill: 'reset', ...grant }],
      },
    },
  })
const PLANNED = 'A task of your plan takes the last of it'
const days = (instant: number | undefined) => (instant === undefined ? undefined : (instant - NOW) / DAY)

test('80 % intervals hold 80 % of what really happens, as near as 840 simulated users of every kind can tell (test/slow has more)', () => {
  const found = summed(kindNames.map((kind, i) => coverage(kind, 105, 31 + i)))
  const { runOut, burn, early, late } = shares(found)
  // Three standard errors of so many users.
  expect(Math.abs(runOut - 0.8)).toBeLessThan(0.042)
  expect(Math.abs(burn - 0.8)).toBeLessThan(0.042)
  expect([early < 0.15, late < 0.15, found.silent < 50]).toEqual([true, true, true])
})

describe('where 100 a day lead', () => {
  test('1,000 last about ten days, with a basis', () => {
    const { runOut, burn } = known(ask(uneven(40), { balance: '1000' }))
    expect(days(runOut.likely)).toBeGreaterThan(8.5)
    expect(days(runOut.likely)).toBeLessThan(11.5)
    expect(runOut.low! < runOut.likely! && runOut.likely! < runOut.high!).toBe(true)
    expect(burn).toMatchObject({ basis: { n: 40, from: NOW - 40 * DAY, to: NOW - DAY }, days: 39 })
    expect(burn.perDay.low < 100 && burn.perDay.high > 100).toBe(true)
  })
  test('100,000 do not run out before the horizon', () =>
    expect(known(ask(uneven(40), { balance: '100000' })).runOut).toMatchObject({
      low: undefined,
      likely: undefined,
      high: undefined,
      chance: 0,
    }))
  test('what is owed is not 0, and it is over at once', () => {
    const { balance, runOut } = known(ask(uneven(40), { balance: '-50' }))
    expect([balance, runOut.likely, runOut.chance]).toEqual(['-50', NOW, 1])
  })
  test('the same ledger, clock and seed give the same answer', () =>
    expect(ask(uneven(40), { balance: '1000' })).toEqual(ask(uneven(40), { balance: '1000' })))
  test('the rarest numbers of chance end no forecast', () => {
    // One day of a fortnight took nearly all of it: the lumps are hardly known.
    const rare = entriesOf(
      Array.from({ length: 14 }, (_, i) => ({ at: NOW - (14 - i) * DAY, amount: i === 9 ? 9000 : 1 })),
    )
    let turn = 0
    const chance = seeded(5)
    const random = () => (turn++ % 11 === 0 ? 0 : chance())
    const { runOut, burn } = known(ask(rare, { balance: '5000' }, { random }))
    expect([Number.isNaN(runOut.likely), Number.isNaN(burn.perDay.high)]).toEqual([false, false])
  })
  test('an entry that arrives twice counts once', () =>
    expect(ask([...uneven(40), ...uneven(40)], { balance: '1000' })).toEqual(ask(uneven(40), { balance: '1000' })))
  test('refunds are not spent', () => {
    const back = uneven(40).map(({ id, at, provider, account }, i) =>
      Entry.parse({
        id: `${id}r`,
        at,
        provider,
        account,
        kind: 'refund',
        amount: i % 2 === 0 ? '30' : '70',
        currency: 'credits',
      }),
    )
    expect(known(ask([...uneven(40), ...back], { balance: '1000' })).burn.perDay.likely).toBeCloseTo(
      known(ask(uneven(40), { balance: '1000' })).burn.perDay.likely / 2,
      6,
    )
  })
  test('a planned task of 800 brings it forward to the day it is due', () => {
    const { runOut } = known(ask(uneven(40), { balance: '1000' }, { planned: [{ at: NOW + 3 * DAY, amount: '800' }] }))
    expect(days(runOut.likely)).toBeGreaterThan(2)
    expect(days(runOut.likely)).toBeLessThan(4.5)
  })
  test('a planned task of all there is ends it at its moment, not in the course of its day', () => {
    const at = NOW + 2.1 * DAY
    const { runOut } = known(ask(uneven(40), { balance: '5000' }, { planned: [{ at, amount: '5000' }] }))
    expect([runOut.low, runOut.likely, runOut.high]).toEqual([at, at, at])
  })
  test.each<[string, Partial<Account>, { at: number; amount: string }[], string[]]>([
    ['a task that takes all there is ends it', { balance: '5000' }, [{ at: 2.1, amount: '5000' }], [PLANNED]],
    ['a small task does not', { balance: '1000' }, [{ at: 3, amount: '20' }], []],
    ['nothing planned', { balance: '1000' }, [], []],
    ['a task beyond the end does not', { balance: '1000' }, [{ at: 50, amount: '5000' }], []],
    ['nor one where nothing was left before it', { balance: '0' }, [{ at: 0, amount: '5000' }], []],
    [
      'a task that takes all of the cap: both are told',
      { balance: '9000', cap: { max: 2000, used: 0 } },
      [{ at: 2.1, amount: '2000' }],
      ['Your cap ends it, not the balance', PLANNED],
    ],
  ])('what ends it is told: %s', (_, given, tasks, told) => {
    const planned = tasks.map(({ at, amount }) => ({ at: NOW + at * DAY, amount }))
    expect(endedByTexts(known(ask(uneven(40), given, { planned })), english)).toEqual(told)
  })
  test('a planned task that is overdue is due now', () => {
    const [due, overdue] = [0, -DAY].map((at) =>
      known(
        ask(uneven(40), { balance: '1000', resets: NOW + 9 * DAY }, { planned: [{ at: NOW + at, amount: '800' }] }),
      ),
    )
    expect(overdue).toEqual(due)
    expect(days(due!.runOut.likely)).toBeLessThan(4)
  })
  test('a monthly renewal that comes in time keeps it going', () => {
    const grants: Account['grants'] = [{ id: 'p', kind: 'plan', amount: '1000', expires: NOW + 5 * DAY }]
    const stays = known(
      ask(
        uneven(40),
        { grants, plan: 'pro', resets: NOW + 5 * DAY },
        { card: pro({ amount: '9000' }), horizonDays: 30 },
      ),
    )
    expect(stays.runOut.chance).toBeLessThan(0.05)
    const stops = known(ask(uneven(40), { grants }, { card: plainCard(), horizonDays: 30 }))
    expect(stops.runOut.chance).toBeGreaterThan(0.95)
  })
  test('what is not spent by the reset lapses: about 500 of 1,000', () => {
    const grants: Account['grants'] = [{ id: 'p', kind: 'plan', amount: '1000', expires: NOW + 5 * DAY }]
    const [lapsing] = known(ask(uneven(40), { grants, plan: 'pro', resets: NOW + 5 * DAY }, { card: pro({}) })).lapsing
    expect(lapsing).toMatchObject({ grant: 'p', at: NOW + 5 * DAY })
    expect(lapsing!.amount.low < 500 && lapsing!.amount.high > 500 && lapsing!.amount.high < 900).toBe(true)
  })
  test('what rolls over does not lapse', () => {
    const grants: Account['grants'] = [{ id: 'p', kind: 'plan', amount: '1000', expires: NOW + 5 * DAY }]
    expect(
      known(
        ask(uneven(40), { grants, plan: 'pro', resets: NOW + 5 * DAY }, { card: pro({ rollover: {}, refill: 'add' }) }),
      ).lapsing,
    ).toEqual([])
  })
  test('the promotion that is spent first does not lapse, the top-up behind it lasts', () => {
    const grants: Account['grants'] = [
      { id: 'promo', kind: 'promo', amount: '100', expires: NOW + 6 * DAY },
      { id: 'top', kind: 'top-up', amount: '900', expires: null },
    ]
    const { lapsing, runOut } = known(ask(uneven(40), { grants }))
    expect(lapsing).toEqual([])
    expect(days(runOut.likely)).toBeGreaterThan(8.5)
  })
  test('the band of balances falls, and its ends stay in order', () => {
    const { balanceBand } = known(ask(uneven(40), { balance: '1000' }, { horizonDays: 20 }))
    expect(balanceBand).toHaveLength(21)
    expect(balanceBand.every(({ low, likely, high }) => low <= likely && likely <= high)).toBe(true)
    expect(balanceBand.every(({ likely }, i) => i === 0 || likely <= balanceBand[i - 1]!.likely)).toBe(true)
  })
})

describe('a seat that may not spend all there is', () => {
  const pool: Account['grants'] = [{ id: 'p', kind: 'pool', amount: '5000', expires: null }]
  const own: Account['grants'] = [{ id: 'm', kind: 'member', amount: '200', expires: null }, ...pool]
  const cap = { max: '500', used: '440' }
  test('60 left under the cap and 5,000 in the pool: it is over within two days, because of the cap', () => {
    const { runOut, allowed, balance } = known(ask(uneven(40), { grants: pool, cap }))
    expect(runOut).toMatchObject({ chance: 1, by: 'cap' })
    expect(days(runOut.high)).toBeLessThan(2.5)
    expect([balance, allowed]).toEqual(['5000', { amount: '60', by: 'cap' }])
  })
  test('the seat’s own 200 come on top of the cap', () => {
    const { runOut, allowed } = known(ask(uneven(40), { grants: own, cap }))
    expect(allowed).toEqual({ amount: '260', by: 'cap' })
    expect(days(runOut.likely)).toBeGreaterThan(1.5)
    expect(days(runOut.likely)).toBeLessThan(4)
  })
  test('a cap that starts again tomorrow with 9,000 lets the pool of 5,000 last', () => {
    const again = { max: '9000', used: '8000', resets: NOW + DAY }
    const { runOut } = known(ask(uneven(40), { grants: pool, cap: again }, { horizonDays: 30 }))
    expect(runOut.chance).toBeLessThan(0.05)
  })
  test('a cap of 500 a month stops 100 a day for the rest of each month, and the pool keeps what it did not take', () => {
    const month = { max: '500', used: '0', resets: NOW + 20 * DAY }
    const { runOut, balanceBand } = known(ask(uneven(40), { grants: pool, cap: month }, { horizonDays: 30 }))
    expect(runOut).toMatchObject({ by: 'cap' })
    expect(days(runOut.likely)).toBeGreaterThan(3.5)
    expect(days(runOut.likely)).toBeLessThan(7)
    expect([balanceBand[15]!.high, balanceBand[20]!.high > 300]).toEqual([0, true])
  })
  test('a cap that leaves more than there is changes nothing', () => {
    const wide = { max: '50000', used: '0' }
    const grants: Account['grants'] = [{ id: 'p', kind: 'pool', amount: '1000', expires: null }]
    const capped = known(ask(uneven(40), { grants, cap: wide }))
    expect(capped).toEqual(known(ask(uneven(40), { grants })))
    expect(capped.runOut.by).toBe('balance')
  })
  test('what a cap keeps from being spent lapses', () => {
    const grants: Account['grants'] = [{ id: 'p', kind: 'pool', amount: '900', expires: NOW + 8 * DAY }]
    const [lapsing] = known(ask(uneven(40), { grants, cap })).lapsing
    expect(lapsing!.amount).toEqual({ low: 840, likely: 840, high: 840 })
  })
  test('a spend limit of 30 a day takes no more than 30 on any day', () => {
    const limits: Account['limits'] = [{ kind: 'spend', max: '30', used: '10', window: 'day', resets: NOW + DAY / 2 }]
    const { balanceBand, runOut } = known(ask(uneven(40), { balance: '1000', limits }, { horizonDays: 20 }))
    expect(balanceBand.every(({ low }, i) => low >= 1000 - 20 - 30 * i - 1e-6)).toBe(true)
    expect(balanceBand.at(-1)!.likely).toBeLessThan(480)
    expect(runOut.chance).toBe(0)
  })
  test('a spend limit of 300 in all ends it like a cap, past a limit that only slows nothing ends', () => {
    const limits = (over?: 'slower'): Account['limits'] => [
      { kind: 'spend', max: '300', used: '0', ...(over && { over }) },
    ]
    expect(known(ask(uneven(40), { balance: '5000', limits: limits() })).runOut).toMatchObject({
      by: 'spend',
      chance: 1,
    })
    const slower = ask(uneven(40), { balance: '5000', limits: limits('slower') })
    expect(slower).toEqual(ask(uneven(40), { balance: '5000' }))
  })
})

describe('a run-out date as a sentence', () => {
  const said = (low: number, likely: number, high: number) =>
    runOutText(
      {
        ...known(ask(uneven(40), { balance: '1000' })),
        runOut: {
          low: NOW + low * DAY,
          likely: NOW + likely * DAY,
          high: NOW + high * DAY,
          chance: 1,
          horizon: NOW,
          by: 'cap',
          planned: false,
        },
      },
      english,
      NOW,
    )
  test('with its ends', () => expect(said(8, 10, 12)).toBe('Lasts until about Nov 20 (Nov 18–Nov 22)'))
  test('today is not called by its weekday', () => {
    expect(said(0.1, 0.1, 0.2)).toBe('Lasts until about today')
    expect(said(0.1, 1, 2)).toBe('Lasts until about Wednesday (today–Thursday)')
  })
  test('without, where both are one day', () => expect(said(8, 8.1, 8.2)).toBe('Lasts until about Nov 18'))
})

describe('weekdays', () => {
  const workdays = (day: number) => day > 0 && day < 6
  test('somebody who works Monday to Friday is expected to rest at the weekend', () => {
    const { burn } = known(ask(daily(140, 56, workdays), { balance: '5000' }))
    const [sunday, monday] = burn.byWeekday!
    expect(sunday).toBeLessThan(30)
    expect(monday).toBeGreaterThan(110)
  })
  test('without a pattern every day is alike', () => {
    const random = seeded(8)
    const even = entriesOf(
      Array.from({ length: 56 }, (_, i) => ({ at: NOW - (56 - i) * DAY, amount: 50 + Math.floor(random() * 100) })),
    )
    const { burn } = known(ask(even, { balance: '5000' }))
    const spread = burn.byWeekday ? Math.max(...burn.byWeekday) / Math.min(...burn.byWeekday) : 1
    expect(spread).toBeLessThan(1.35)
  })
  test("days are the user's own: minutes east of UTC decide which day a charge falls on", () => {
    const late = entriesOf(
      Array.from({ length: 56 }, (_, i) => ({ at: NOW - (56 - i) * DAY + 11 * 3_600_000, amount: 100 })).filter(
        ({ at }) => new Date(at).getUTCDay() === 6,
      ),
    )
    const sundays = known(ask([...late, ...daily(1, 56)], { balance: '5000' }, { offset: 120 })).burn.byWeekday!
    expect(sundays.indexOf(Math.max(...sundays))).toBe(0)
  })
})

describe('silence', () => {
  test.each<[string, Entry[], Partial<Account>, string, number]>([
    ['no charge at all', [], { balance: '100' }, 'no-charges', 0],
    ['nine days', uneven(9), { balance: '100' }, 'few-days', 9],
    ['seven charges in three weeks', uneven(21).filter((_, i) => i % 3 === 0), { balance: '100' }, 'few-charges', 7],
    ['nothing for two weeks', uneven(50).slice(0, 30), { balance: '100' }, 'idle', 30],
    ['no balance', uneven(40), { balance: null }, 'no-balance', 40],
    ['charges in another currency', uneven(40), { balance: '100', currency: 'USD' }, 'no-charges', 0],
  ])('%s', (_, entries, given, because, n) => {
    const answer = ask(entries, given)
    expect(answer).toMatchObject({ status: 'silent', because })
    if (answer.status === 'silent') expect(answer.basis.n).toBe(n)
  })
  test('thin charges do not silence what is known exactly', () =>
    expect(ask([], { balance: '300', resets: NOW + 9.5 * DAY })).toMatchObject({
      status: 'silent',
      balance: '300',
      budget: { days: 10, today: '30' },
    }))
})

describe('pace and budget, exactly', () => {
  const grants: Account['grants'] = [{ id: 'p', kind: 'plan', amount: '600', expires: null }]
  test('half the month gone and 80 % used: about nine days ahead', () => {
    const { pace } = ask([], { grants, plan: 'pro', resets: Date.parse('2026-11-25T12:00:00Z') }, { card: pro({}) })
    expect(pace).toMatchObject({ allotted: '3000', used: '2400', share: 0.8, from: Date.parse('2026-10-25T12:00:00Z') })
    expect(pace!.elapsed).toBeCloseTo(16 / 31, 6)
    expect(pace!.daysAhead).toBeCloseTo(0.8 * 31 - 16, 6)
  })
  test('without a plan there is no pace', () => expect(ask([], { grants, resets: NOW + DAY }).pace).toBeUndefined())
  test('what today took already counts, down to the cent', () => {
    const today = entriesOf([
      { at: NOW - 3_600_000, amount: 0.1 },
      { at: NOW - 7_200_000, amount: 0.2 },
    ])
    expect(ask(today, { balance: '99.7', resets: NOW + 2.5 * DAY }).budget).toEqual({
      until: NOW + 2.5 * DAY,
      days: 3,
      today: '33.33',
      spentToday: '0.3',
      left: '33.03',
    })
  })
  test('planned tasks before the reset are set aside, later ones are not', () => {
    const planned = [
      { at: NOW + DAY, amount: '60' },
      { at: NOW + 9 * DAY, amount: '500' },
    ]
    expect(ask([], { balance: '100', resets: NOW + 3.5 * DAY }, { planned }).budget).toMatchObject({
      days: 4,
      today: '10',
    })
  })
  test('a seat’s cap that leaves less than the balance bounds the budget, until the cap starts again', () => {
    const cap = { max: '500', used: '460', resets: NOW + 3.5 * DAY }
    const shared = [{ id: 'p', kind: 'pool' as const, amount: '900', expires: null }]
    const own = { id: 'm', kind: 'member' as const, amount: '20', expires: null }
    const resets = NOW + 9.5 * DAY
    expect(ask([], { grants: shared, cap, resets }).budget).toMatchObject({ until: cap.resets, days: 4, today: '10' })
    // The seat's own credits are not under the cap, but in burn order they are only reached where they come first.
    expect(ask([], { grants: [...shared, own], cap, resets }).budget).toMatchObject({ days: 4, today: '10' })
    expect(ask([], { grants: [own, ...shared], cap, resets }).budget).toMatchObject({ days: 4, today: '15' })
    expect(ask([], { grants: shared, cap: { ...cap, max: '5000' }, resets }).budget).toMatchObject({ today: '90' })
  })
  test('a budget is never below zero', () =>
    expect(
      ask([], { balance: '10', resets: NOW + DAY }, { planned: [{ at: NOW, amount: '60' }] }).budget,
    ).toMatchObject({ today: '0', left: '0' }))
})
