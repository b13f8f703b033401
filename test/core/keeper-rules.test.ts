import { describe, expect, test } from 'vitest'
import { estimate } from '../../core/estimate'
import { keeper } from '../../core/keeper'
import { keepRecord, type KeepRecord } from '../../core/keeper/record'
import { retryTerms } from '../../core/keeper/terms'
import { Entry } from '../../core/ledger'
import { startingRequest } from '../../core/present'
import { seeded } from '../../core/random'
import { loadCards } from '../../core/rate-cards'
import type { RateCard } from '../../core/rate-card'
import { cardOf } from './sample-card'

// A vendor that charges, refunds and repeats as its card says, played press by press in credits; nothing of the product's is used.

type Rules = { error: boolean; moderated: boolean; disliked: boolean; retries: number }
type Truth = { keep: number; error: number; moderated: number }
type Press = { charged: number; back: number; outcome: 'kept' | 'disliked' | 'failed' }

function* pressesOf(
  { keep, error, moderated }: Truth,
  rules: Rules,
  price: () => number,
  random: () => number,
): Generator<Press> {
  for (let free = 0; ;) {
    const charged = free > 0 ? 0 : price()
    const dice = random()
    const failed = dice < error ? rules.error : dice < error + moderated ? rules.moderated : undefined
    const outcome = failed !== undefined ? 'failed' : random() < keep ? 'kept' : 'disliked'
    const isCharged = outcome === 'failed' ? failed! : outcome === 'kept' || rules.disliked
    // A repeat comes with a run that was paid and is used up by one that is not given back; a version that is kept ends the repeats.
    if (outcome === 'kept') free = 0
    else if (isCharged) free = free > 0 ? free - 1 : rules.retries
    yield { charged, back: isCharged ? 0 : charged, outcome }
  }
}

/** What such presses take until so many are kept. */
function spentUntil(wanted: number, presses: Generator<Press>): number {
  let spent = 0
  for (let kept = 0; kept < wanted;) {
    const { charged, back, outcome } = presses.next().value as Press
    spent += charged - back
    if (outcome === 'kept') kept++
  }
  return spent
}

const refunds = ({ error, moderated, disliked }: Rules): RateCard['refunds'] => [
  { outcome: 'error', charged: error ? 'everything' : 'nothing' },
  { outcome: 'moderated', charged: moderated ? 'everything' : 'nothing' },
  { outcome: 'unsatisfactory', charged: disliked ? 'everything' : 'nothing' },
]
const on = new Date('2026-11-10')
const cardWith = (rules: Rules): RateCard =>
  cardOf(
    { dimensions: {}, charges: [{ name: 'run', amount: '60' }] },
    {
      refunds: refunds(rules),
      plans: { pro: { name: 'Pro', freeRetries: rules.retries === Infinity ? null : String(rules.retries) } },
    },
  )

/** The ledger that such presses leave: a repeat that was free has a charge of 0. */
function ledgerOf(all: readonly Press[]): Entry[] {
  const common = { provider: 'sample', account: 'a' }
  return all.flatMap(({ charged, back, outcome }, i): Entry[] => {
    const run = `r${i}`
    return [
      {
        ...common,
        id: `c${i}`,
        at: i * 10,
        run,
        kind: 'charge',
        amount: String(charged),
        currency: 'credits',
        from: 'history',
        outcome: outcome === 'failed' ? 'failed' : 'done',
      },
      ...(back > 0
        ? [
            {
              ...common,
              id: `b${i}`,
              at: i * 10 + 1,
              run,
              kind: 'refund' as const,
              amount: String(back),
              currency: 'credits',
            },
          ]
        : []),
      ...(outcome === 'failed'
        ? []
        : [{ ...common, id: `k${i}`, at: i * 10 + 2, run, kind: 'kept' as const, kept: outcome === 'kept' }]),
    ]
  })
}

const free = { error: false, moderated: false, disliked: true, retries: 0 }
const rules: [string, Rules][] = [
  ['failures are refunded', free],
  ['failures are charged', { ...free, error: true, moderated: true }],
  ['errors are refunded, moderated runs charged', { ...free, moderated: true }],
  ['two free retries, failures are refunded', { ...free, retries: 2 }],
  ['two free retries, failures are charged', { ...free, error: true, moderated: true, retries: 2 }],
]

describe('learned from a ledger, against what the same vendor then takes of 700 users of any keep rate', () => {
  test.each(rules.flatMap(([name, rule]) => [1, 3].map((wanted) => [name, rule, wanted] as const)))(
    '%s, %o, %i wanted',
    (_, rule, wanted) => {
      const random = seeded(41 + wanted)
      let within = 0
      let asked = 0
      let said = 0
      let took = 0
      while (asked < 700) {
        const truth = { keep: random(), error: 0.2 * random(), moderated: 0.2 * random() }
        const seen = first(
          24,
          pressesOf(truth, rule, () => 60, random),
        )
        const record = keepRecord(ledgerOf(seen))
        const terms = retryTerms(cardWith(rule), 'run', {}, 'pro', on)
        const answer = keeper({ total: { low: '60', high: '60' }, wanted, record, terms })
        if (answer.status === 'silent' || answer.rate.is !== 'learned') continue
        asked++
        const next = spentUntil(
          wanted,
          pressesOf(truth, rule, () => 60, random),
        )
        if (next <= Number(answer.most.high)) within++
        // Of few kept the average is ruled by the rarest cases, which 700 users do not hold.
        if (record.kept < 4) continue
        said += Number(answer.likely.low)
        took += next
      }
      // Whole runs: at least nine of ten, and not many more; three standard errors of 700 users.
      expect(within / asked).toBeGreaterThan(0.9 - 0.034)
      expect(within / asked).toBeLessThan(0.98)
      expect(Math.abs(took / said - 1)).toBeLessThan(0.1)
    },
  )
})

const first = (n: number, presses: Generator<Press>): Press[] =>
  Array.from({ length: n }, () => presses.next().value as Press)

describe('the shipped cards, with rates as good as known', async () => {
  const cards = await loadCards()
  /** One job of each set of rules that a card and its plans have, read from the card anew. */
  const jobs = cards.flatMap((card) => {
    const seen = new Set<string>()
    return Object.keys(card.features).flatMap((feature) =>
      [undefined, ...Object.keys(card.plans ?? {})].flatMap((plan) => {
        const stated = (outcome: string) =>
          card.refunds?.find((one) => one.outcome === outcome && one.feature === feature)?.charged ??
          card.refunds?.find((one) => one.outcome === outcome && !one.feature)?.charged
        const retries = plan === undefined ? undefined : card.plans![plan]!.freeRetries
        const own = [stated('error'), stated('moderated'), stated('unsatisfactory'), retries]
        const price = estimate(card, feature, startingRequest(card, feature, {}, on), on)
        const key = JSON.stringify([own, price.status])
        if (price.status === 'unpriced' || seen.has(key)) return []
        seen.add(key)
        return [{ name: card.name, card, feature, plan, own, price }]
      }),
    )
  })
  test('all of them have some', () => expect(new Set(jobs.map(({ name }) => name)).size).toBeGreaterThan(15))

  test.each(jobs)('$name, $feature, plan $plan: $own', ({ card, feature, plan, own, price }) => {
    const [error, moderated, disliked, retries] = own
    const terms = retryTerms(card, feature, startingRequest(card, feature, {}, on), plan, on)
    const truth: Truth = { keep: 0.4, error: 0.15, moderated: moderated === 'everything' ? 0.1 : 0 }
    // What is not published is played both ways: the answer must span them.
    const ways = (error === undefined ? [false, true] : [error === 'everything']).map((isCharged): Rules => ({
      error: isCharged,
      moderated: isCharged || moderated === 'everything',
      disliked: disliked !== 'nothing',
      retries: retries === null ? Infinity : Math.floor(Number(retries ?? 0)),
    }))
    const n = 1_000_000
    const failed = truth.error + truth.moderated
    const record: KeepRecord = {
      judged: { n },
      kept: truth.keep * n,
      ended: { n },
      failed: failed * n,
      lost: (ways[0]!.error ? failed : truth.moderated) * n,
    }
    const answer = keeper({ total: price.total, wanted: 2, record, terms })
    if (answer.status === 'silent') throw new Error(answer.because)
    const played = (rule: Rules, each: number) => {
      const random = seeded(5)
      const runs = Array.from({ length: 12_000 }, () =>
        spentUntil(
          2,
          pressesOf(truth, rule, () => each, random),
        ),
      )
      return {
        mean: runs.reduce((a, b) => a + b) / runs.length,
        within: (most: number) => runs.filter((sum) => sum <= most + 1e-9).length / runs.length,
      }
    }
    const low = played(ways[0]!, Number(price.total.low))
    const high = played(ways.at(-1)!, Number(price.total.high))
    // Three digits, and twelve thousand plays.
    if (low.mean > 0) expect(Math.abs(Number(answer.likely.low) / low.mean - 1)).toBeLessThan(0.025)
    if (high.mean > 0) expect(Math.abs(Number(answer.likely.high) / high.mean - 1)).toBeLessThan(0.025)
    expect(low.within(Number(answer.most.low))).toBeGreaterThan(0.89)
    expect(high.within(Number(answer.most.high))).toBeGreaterThan(0.89)
  })
})

describe('at the edges', () => {
  const terms = { failures: 'free', freeRetries: 0 } as const
  const record = (kept: number, judged: number): KeepRecord => ({
    judged: { n: judged },
    kept,
    ended: { n: judged },
    failed: 0,
    lost: 0,
  })
  const ask = (kept: number, judged: number, wanted = 1, total = { low: '0.07', high: '12' }) =>
    keeper({ total, wanted, record: record(kept, judged), terms })
  test.each([1, 5, 50])('all of 40 kept, %i wanted: hardly more runs than wanted, never fewer', (wanted) => {
    const answer = ask(40, 40, wanted)
    if (answer.status === 'silent') throw new Error(answer.because)
    expect(answer.runs.enough.low).toBeGreaterThanOrEqual(wanted)
    expect(answer.runs.enough.low).toBeLessThanOrEqual(Math.ceil(wanted * 1.1))
    expect(answer.runs.expected.low).toBeCloseTo((wanted * 41) / 40, 1)
  })
  test('none of 40 kept: silent, and one of 1,000 is told with what it takes', () => {
    expect(ask(0, 40).status).toBe('silent')
    const answer = ask(1, 1000)
    expect(answer.status === 'known' && answer.runs.expected.low > 900 && answer.runs.enough.low > 1500).toBe(true)
  })
  test('one of 1,000 and fifty wanted are too many runs to count', () =>
    expect(ask(1, 1000, 50)).toMatchObject({ status: 'silent', because: 'too-rare' }))
  test('a free price stays free, a range keeps its ends', () => {
    expect(ask(20, 40, 1, { low: '0', high: '0' })).toMatchObject({
      likely: { low: '0', high: '0' },
      most: { low: '0', high: '0' },
    })
    const answer = ask(20, 40)
    expect(answer.status === 'known' && [answer.most, answer.runs.enough.low]).toEqual([{ low: '0.28', high: '48' }, 4])
  })
})
