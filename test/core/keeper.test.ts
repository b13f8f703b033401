import { describe, expect, test } from 'vitest'
import { keeper, type Keeper, type KeeperQuestion } from '../../core/keeper'
import { keepRecord, type KeepRecord } from '../../core/keeper/record'
import { retryTerms, type RetryTerms } from '../../core/keeper/terms'
import { Entry } from '../../core/ledger'
import { seeded } from '../../core/random'
import type { RateCard } from '../../core/rate-card'
import { cardOf } from './sample-card'

const record = (kept: number, judged: number, failed = 0, ended = judged + failed): KeepRecord => ({
  judged: { n: judged },
  kept,
  ended: { n: ended },
  failed,
  lost: failed,
})
const known = (answer: Keeper): Keeper & { status: 'known' } => {
  if (answer.status !== 'known') throw new Error(`expected to know, got ${answer.because}`)
  return answer
}
const ask = (rest: Partial<KeeperQuestion>): Keeper =>
  keeper({
    total: { low: '60', high: '60' },
    wanted: 1,
    record: record(0, 0),
    terms: { failures: 'free', freeRetries: 0 },
    ...rest,
  })

/** Presses until `wanted` are kept, by playing the vendor's rules; how many of them were paid. */
function play(wanted: number, keep: number, fail: number, terms: RetryTerms, random: () => number): number {
  let paid = 0
  let kept = 0
  let free = 0
  while (kept < wanted) {
    const retry = free > 0
    const failed = random() < fail
    if (failed && terms.failures === 'free') continue
    if (retry) free--
    else {
      paid++
      free = terms.freeRetries ?? Infinity
    }
    if (failed || random() >= keep) continue
    kept++
    free = 0
  }
  return paid
}

describe('until kept, against simulation of the rules', () => {
  const cases: [string, number, number, number, RetryTerms][] = [
    ['one version, one in four is kept', 1, 0.25, 0, { failures: 'free', freeRetries: 0 }],
    ['three versions', 3, 0.4, 0, { failures: 'free', freeRetries: 0 }],
    ['ten versions, failures refunded', 10, 0.5, 0.2, { failures: 'free', freeRetries: 0 }],
    ['two versions, failures charged', 2, 0.4, 0.25, { failures: 'charged', freeRetries: 0 }],
    ['one version, four free retries', 1, 0.2, 0, { failures: 'free', freeRetries: 4 }],
    ['three versions, two free retries, failures charged', 3, 0.3, 0.1, { failures: 'charged', freeRetries: 2 }],
    ['retries without limit', 2, 0.1, 0.3, { failures: 'free', freeRetries: null }],
  ]
  test.each(cases)('%s', (_, wanted, keep, fail, terms) => {
    // So long a record that the rate is as good as known.
    const n = 2_000_000
    const sure = record(keep * n, n, fail * n, n)
    const answer = known(ask({ wanted, terms, record: sure }))
    const random = seeded(7)
    const runs = Array.from({ length: 40_000 }, () => play(wanted, keep, fail, terms, random))
    const mean = runs.reduce((a, b) => a + b) / runs.length
    expect(Math.abs(answer.runs.expected.low / mean - 1)).toBeLessThan(0.02)
    const within = (most: number) => runs.filter((r) => r <= most).length / runs.length
    expect(within(answer.runs.enough.low)).toBeGreaterThan(0.89)
    if (answer.runs.enough.low > wanted) expect(within(answer.runs.enough.low - 1)).toBeLessThan(0.91)
    expect(answer.most.low).toBe(String(60 * answer.runs.enough.low))
  })
  test('with a learned rate nine users of ten stay within what was said (4,000 users of any keep rate)', () => {
    const random = seeded(11)
    let within = 0
    let asked = 0
    for (let user = 0; user < 4000; user++) {
      const keep = random()
      const kept = Array.from({ length: 20 }, () => random() < keep).filter(Boolean).length
      const answer = ask({ record: record(kept, 20), wanted: 2 })
      if (answer.status === 'silent') continue
      asked++
      if (play(2, keep, 0, { failures: 'free', freeRetries: 0 }, random) <= answer.runs.enough.low) within++
    }
    expect(asked).toBeGreaterThan(3500)
    // Whole runs: at least nine of ten, and not many more.
    expect(within / asked).toBeGreaterThan(0.89)
    expect(within / asked).toBeLessThan(0.95)
  })
})

describe('what a keep rate rests on', () => {
  test('7 judged runs are not enough: one in three is assumed, and said to be', () =>
    expect(known(ask({ record: record(3, 7) })).rate).toEqual({ is: 'assumed', rate: 1 / 3, kept: 3, basis: { n: 7 } }))
  test('8 are', () =>
    expect(known(ask({ record: record(4, 8) })).rate).toMatchObject({
      is: 'learned',
      rate: 0.5,
      kept: 4,
      basis: { n: 8 },
    }))
  test('its interval narrows with more runs', () => {
    const width = (n: number) => {
      const { rate } = known(ask({ record: record(n / 2, n) }))
      return rate.is === 'learned' ? rate.high - rate.low : 1
    }
    expect([width(8) > width(40), width(40) > width(400), width(400) < 0.1]).toEqual([true, true, true])
  })
  test('none kept of ten says nothing about how many it takes', () =>
    expect(ask({ record: record(0, 10) })).toMatchObject({ status: 'silent', because: 'none-kept' }))
  test('whether failures are charged is unknown: from the one case to the other', () => {
    const { runs } = known(
      ask({ record: { ...record(10, 20, 20, 40), lost: 0 }, terms: { failures: 'unknown', freeRetries: 0 } }),
    )
    expect(runs.expected.high).toBeGreaterThan(runs.expected.low * 1.7)
  })
  test('a range stays a range, and its most is exact', () =>
    expect(known(ask({ total: { low: '0.1', high: '0.3' }, record: record(20, 40) })).most).toMatchObject({
      low: '0.4',
      high: '1.2',
    }))
})

describe("the vendor's terms", () => {
  const on = new Date('2026-11-10')
  const card = (rest: Partial<RateCard>) =>
    cardOf(
      { dimensions: { model: { type: 'choice', options: ['a', 'b'] } }, charges: [{ name: 'run', amount: '1' }] },
      rest,
    )
  test.each<[string, Partial<RateCard>, string | undefined, RetryTerms]>([
    ['a card that says nothing', {}, undefined, { failures: 'unknown', freeRetries: 0 }],
    [
      'failures are refunded',
      { refunds: [{ outcome: 'error', charged: 'nothing' }] },
      undefined,
      { failures: 'free', freeRetries: 0 },
    ],
    [
      'failures are charged',
      { refunds: [{ outcome: 'error', charged: 'everything' }] },
      undefined,
      { failures: 'charged', freeRetries: 0 },
    ],
    [
      'errors are refunded, moderated runs are not',
      {
        refunds: [
          { outcome: 'error', charged: 'nothing' },
          { outcome: 'moderated', charged: 'everything' },
        ],
      },
      undefined,
      { failures: 'mixed', freeRetries: 0 },
    ],
    [
      'a rule for another model',
      { refunds: [{ outcome: 'error', charged: 'everything', match: { model: 'b' } }] },
      undefined,
      { failures: 'unknown', freeRetries: 0 },
    ],
    [
      'four retries with the plan',
      { plans: { pro: { name: 'Pro', freeRetries: 4 } } },
      'pro',
      { failures: 'unknown', freeRetries: 4 },
    ],
    [
      'retries without limit',
      { plans: { pro: { name: 'Pro', freeRetries: null } } },
      'pro',
      { failures: 'unknown', freeRetries: null },
    ],
  ])('%s', (_, rest, plan, expected) =>
    expect(retryTerms(card(rest), 'run', { model: 'a' }, plan, on)).toEqual(expected),
  )
})

test('a record counts judged runs, kept ones, and failures that nobody judged', () => {
  const common = { provider: 'sample', account: 'a' }
  const charge = (run: string, at: number, outcome: 'done' | 'failed') =>
    Entry.parse({
      ...common,
      id: `c${run}`,
      at,
      run,
      kind: 'charge',
      amount: '5',
      currency: 'credits',
      from: 'history',
      outcome,
    })
  const kept = (run: string, at: number, keep: boolean) =>
    Entry.parse({ ...common, id: `k${run}`, at, run, kind: 'kept', kept: keep })
  const ledger = [
    charge('1', 10, 'done'),
    charge('2', 20, 'done'),
    charge('3', 30, 'failed'),
    kept('1', 40, true),
    kept('2', 41, false),
  ]
  expect(keepRecord(ledger)).toEqual({
    judged: { n: 2, from: 10, to: 20 },
    kept: 1,
    ended: { n: 3, from: 10, to: 30 },
    failed: 1,
    lost: 1,
  })
})
