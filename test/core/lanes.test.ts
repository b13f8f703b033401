import { describe, expect, test } from 'vitest'
import { Account } from '../../core/account'
import { estimate } from '../../core/estimate'
import { lanes, waitsOf, type LaneQuestion } from '../../core/lanes'
import { Entry } from '../../core/ledger'
import { matches } from '../../core/matches'
import { seeded } from '../../core/random'
import type { RateCard, Request } from '../../core/rate-card'
import { cardOf } from './sample-card'

const NOW = Date.parse('2026-11-10T12:00:00Z')
const card = (rest: Partial<RateCard> = {}): RateCard =>
  cardOf(
    {
      dimensions: {
        model: { type: 'choice', options: ['fast', 'best'] },
        seconds: { type: 'number', min: 1, max: 20 },
        audio: { type: 'toggle', when: { model: 'best' } },
      },
      meters: { work: ['seconds', '2'] },
      charges: [{ name: 'video', meter: 'work', amount: '6' }],
      completion: { by: ['model'], cells: { fast: '30..60', best: '120..300' } },
    },
    {
      plans: {
        unlimited: {
          name: 'Unlimited',
          entitlements: [
            { mode: 'relaxed', wait: '0..600', match: { model: 'fast', seconds: { max: 10 } } },
            { mode: 'included', runs: '5', every: 'day', match: { audio: false } },
            { mode: 'unlimited', surface: 'ios' },
          ],
        },
      },
      queue: { over: 'queued', wait: '60..120' },
      ...rest,
    },
  )
const account = (rest: Partial<Account>): Account =>
  Account.parse({
    provider: 'sample',
    id: 'a',
    currency: 'credits',
    balance: '400',
    readAt: NOW,
    from: 'session',
    plan: 'unlimited',
    ...rest,
  })
const ask = (request: LaneQuestion['request'], given: Partial<Account> = {}, rest: Partial<LaneQuestion> = {}) =>
  lanes({
    card: card(),
    feature: 'run',
    request,
    estimate: estimate(card(), 'run', request, new Date(NOW)),
    account: account(given),
    now: NOW,
    ...rest,
  })

describe('credits and waits side by side', () => {
  test('paid now, or relaxed with its published wait', () =>
    expect(ask({ model: 'fast', seconds: 5 })).toEqual([
      { kind: 'paid', total: { low: '60', high: '60' }, standing: 'enough', completion: { low: 30, high: 60 } },
      {
        kind: 'relaxed',
        total: { low: '0', high: '0' },
        wait: { low: 0, high: 600, from: 'card' },
        completion: { low: 30, high: 60 },
      },
    ]))
  test('what the plan includes for other settings is not promised', () =>
    expect(ask({ model: 'fast', seconds: 11 }).map(({ kind }) => kind)).toEqual(['paid']))
  test('nor where an unread setting leaves it open', () =>
    expect(ask({ model: 'fast' }).map(({ kind }) => kind)).toEqual(['paid']))
  test('five a day without sound at the best model', () =>
    expect(ask({ model: 'best', seconds: 5, audio: false })[1]).toMatchObject({
      kind: 'included',
      runs: '5',
      every: 'day',
      completion: { low: 120, high: 300 },
    }))
  test('another surface has its own', () =>
    expect(ask({ model: 'best', seconds: 5, audio: true }, {}, { surface: 'ios' }).map(({ kind }) => kind)).toEqual([
      'paid',
      'unlimited',
    ]))
  test('with every slot busy the paid run waits as published', () =>
    expect(ask({ model: 'fast', seconds: 5 }, { queue: { running: 2, slots: 2 } })[0]).toMatchObject({
      queued: true,
      wait: { low: 60, high: 120, from: 'card' },
    }))
  test("the account's own word on the queue goes before the card's", () =>
    expect(
      ask({ model: 'fast', seconds: 5 }, { queue: { running: 2, slots: 2, wait: { low: 5, high: 9 } } })[0],
    ).toMatchObject({ wait: { low: 5, high: 9, from: 'account' } }))
  test('an unread model leaves the completion between both', () =>
    expect(ask({ seconds: 5 })[0]!.completion).toEqual({ low: 30, high: 300 }))
  test('without an account the paid lane alone is known', () =>
    expect(
      lanes({
        card: card(),
        feature: 'run',
        request: {},
        estimate: estimate(card(), 'run', {}, new Date(NOW)),
        now: NOW,
      }),
    ).toMatchObject([{ kind: 'paid', standing: 'unknown' }]))
})

describe("the user's own waits", () => {
  const common = { provider: 'sample', account: 'a' }
  const run = (id: string, seconds: number, amount: string): Entry[] => [
    Entry.parse({
      ...common,
      id: `p${id}`,
      at: 1000,
      run: id,
      kind: 'press',
      feature: 'run',
      request: {},
      cardVersion: 1,
    }),
    Entry.parse({
      ...common,
      id: `c${id}`,
      at: 1000 + seconds * 1000,
      run: id,
      kind: 'charge',
      amount,
      currency: 'credits',
      from: 'history',
      outcome: 'done',
    }),
  ]
  const ledger = [
    run('1', 50, '6'),
    run('2', 40, '6'),
    run('3', 90, '6'),
    run('4', 45, '6'),
    run('5', 60, '6'),
    run('6', 400, '0'),
  ].flat()
  const ended = card({ settlement: 'end' })
  test('from press to the charge at the end', () =>
    expect(waitsOf(ledger, ended).map(({ lane, seconds }) => [lane, seconds])).toEqual([
      ['paid', 50],
      ['paid', 40],
      ['paid', 90],
      ['paid', 45],
      ['paid', 60],
      ['free', 400],
    ]))
  test('a charge at the press says nothing of the wait', () =>
    expect(waitsOf(ledger, card({ settlement: 'press' }))).toEqual([]))
  test('five of them are told with their basis, one is not', () => {
    const [paid, relaxed] = ask({ model: 'fast', seconds: 5 }, {}, { waits: waitsOf(ledger, ended) })
    expect(paid!.measured).toEqual({ low: 40, likely: 50, high: 90, basis: { n: 5, from: 1000, to: 1000 } })
    expect(relaxed!.measured).toBeUndefined()
  })
})

describe('a vendor with two slots, played run by run', () => {
  const random = seeded(17)
  type Played = { start: number; seconds: number; free: boolean; end: 'done' | 'failed' | 'refunded' | 'never' }
  const common = { provider: 'sample', account: 'a' }
  /** Runs wait for a slot, relaxed ones until both are idle; some fail, some are given back, some never end. */
  const played: Played[] = []
  const slots = [0, 0]
  for (let i = 0, clock = 0; i < 400; i++) {
    clock += 60 * random()
    const free = random() < 0.3
    const open = free ? Math.max(...slots) : Math.min(...slots)
    const ends = Math.max(clock, open) + 20 + 80 * random()
    slots[slots.indexOf(Math.min(...slots))] = ends
    const dice = random()
    const end = dice < 0.1 ? 'failed' : dice < 0.15 ? 'never' : dice < 0.2 && !free ? 'refunded' : 'done'
    played.push({ start: Math.floor(clock * 1000), seconds: Math.ceil(ends - clock), free, end })
  }
  const ledger = played.flatMap(({ start, seconds, free, end }, i): Entry[] => {
    const run = `r${i}`
    const press = { ...common, id: `p${i}`, at: start, run, kind: 'press', feature: 'run', request: {}, cardVersion: 1 }
    const charge = (at: number, outcome: string, id = `c${i}`) =>
      Entry.parse({
        ...common,
        id,
        at,
        run,
        kind: 'charge',
        amount: free ? '0' : '6',
        currency: 'credits',
        from: 'history',
        outcome,
      })
    const ended = start + seconds * 1000
    const all = [Entry.parse(press)]
    if (i % 3 === 0 || end === 'never') all.push(charge(start + 1000, 'running', `s${i}`))
    if (end !== 'never') all.push(charge(ended, end === 'failed' ? 'failed' : 'done'))
    if (end === 'refunded')
      all.push(
        Entry.parse({
          ...common,
          id: `b${i}`,
          at: ended + 9000,
          run,
          kind: 'refund',
          amount: '6',
          currency: 'credits',
        }),
      )
    return all
  })
  const truth = (free: boolean) =>
    played.filter((one) => one.end === 'done' && one.free === free).map(({ seconds }) => seconds)
  const found = waitsOf([...ledger, ...ledger.slice(0, 200)].reverse(), card({ settlement: 'end' }))
  test('the waits are those of runs that were done, in their lane, each once', () => {
    const own = (lane: 'paid' | 'free') => found.filter((wait) => wait.lane === lane).map(({ seconds }) => seconds)
    expect([truth(false).length > 150, truth(true).length > 60]).toEqual([true, true])
    expect(own('paid')).toEqual(truth(false))
    expect(own('free')).toEqual(truth(true))
  })
  test('the middle one has as many above as below, and four of five lie between the ends', () => {
    const told = ask({ model: 'fast', seconds: 5 }, {}, { waits: found })
    for (const [lane, seconds] of [
      [told[0]!, truth(false)],
      [told[1]!, truth(true)],
    ] as const) {
      const { low, likely, high, basis } = lane.measured!
      const share = (is: (n: number) => boolean) => seconds.filter(is).length / seconds.length
      expect(basis.n).toBe(seconds.length)
      expect([share((n) => n < likely) <= 0.5, share((n) => n > likely) <= 0.5]).toEqual([true, true])
      expect(Math.abs(share((n) => n >= low && n <= high) - 0.8)).toBeLessThan(0.04)
    }
  })
  test('a run waits exactly where no slot is open', () => {
    for (let running = 0; running < 5; running++)
      for (let slots = 0; slots < 5; slots++)
        expect(ask({ model: 'fast', seconds: 5 }, { queue: { running, slots } })[0]!.queued === true).toBe(
          running >= slots,
        )
  })
})

describe('whether a request meets a match', () => {
  const on = new Date(NOW)
  test.each<[string, Parameters<typeof matches>[2], Request, boolean | undefined]>([
    ['a value', { model: 'fast' }, { model: 'fast' }, true],
    ['another value', { model: 'fast' }, { model: 'best' }, false],
    ['a bound', { seconds: { max: 10 } }, { seconds: 10 }, true],
    ['a bound on an unread number', { seconds: { max: 10 } }, {}, undefined],
    ['a bound that every number meets', { seconds: { min: 1 } }, {}, true],
    ['a meter', { work: { above: 20 } }, { seconds: 11 }, true],
    ['a dimension that is not there is null', { audio: null }, { model: 'fast' }, true],
    ['a name of another feature', { pixels: 5 }, { model: 'fast' }, undefined],
    ['a value out of its limits', { seconds: { max: 10 } }, { seconds: 99 }, undefined],
  ])('%s', (_, match, request, expected) => expect(matches(card(), 'run', match, request, on)).toBe(expected))
})
