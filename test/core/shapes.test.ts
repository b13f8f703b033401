import { describe, expect, test } from 'vitest'
import { Account } from '../../core/account'
import { decimal, parseDecimal, round } from '../../core/amount'
import { estimate } from '../../core/estimate'
import { Plan, RateCard } from '../../core/rate-card'
import { loadCard } from '../../core/rate-cards'
import type { Estimate } from '../../core/result'
import { standing } from '../../core/standing'
import { answerOf, cardOf } from './sample-card'
import counted from './shapes/a-counted.json'
import modifiers from './shapes/b-modifiers.json'
import rounding from './shapes/c-rounding.json'
import honesty from './shapes/d-honesty.json'
import balance from './shapes/e-balance.json'
import type { Ask, Balance, Part, PlanAsk, Shape } from './shapes/shape'

const shapes = [counted, modifiers, rounding, honesty, balance].flat() as unknown as Shape[]
const NOW = Date.parse('2026-11-10T12:00:00Z')

test('each of the 72 shapes is here once', () =>
  expect(shapes.map(({ number }) => number)).toEqual(Array.from({ length: 72 }, (_, i) => i + 1)))

describe.each(shapes)('shape $number: $name', ({ parts = [], balances = [], plans = [] }) => {
  for (const part of parts) sell(part)
  for (const each of balances) spend(each)
  if (plans.length > 0)
    test.each<PlanAsk>(plans)('%s', (_, plan, accepted) => expect(Plan.safeParse(plan).success).toBe(accepted))
})

function sell(part: Part): void {
  test.each<Ask>(part.asks)('%j comes to %s', async (request, answer, more = {}) => {
    const [card, feature] = await cardFor(part)
    const result = estimate(card, feature, request, new Date(more.on ?? card.checkedOn), more.surface)
    expect(more.printedTo ? printed(result, more.printedTo) : answerOf(result)).toBe(answer)
    if (more.why) expect(result.reasons.map(({ code }) => code)).toContain(more.why)
    if (more.rate) expect(result.rate?.amount).toEqual({ low: more.rate, high: more.rate })
    if (more.approximate) expect(result).toMatchObject({ approximate: true })
  })
}

async function cardFor(part: Part): Promise<[RateCard, string]> {
  if (!('card' in part)) return [RateCard.parse(cardOf(part.feature, part.rest)), 'run']
  return [(await loadCard(part.card))!, part.feature]
}

/** The figure as a page prints it, to a step. */
function printed(result: Estimate, to: string): string {
  if (result.status === 'unpriced') return 'unpriced'
  const [low, high] = [result.total.low, result.total.high].map((end) => {
    const { lo, d } = round(parseDecimal(end)!, 'nearest', parseDecimal(to)!)
    return decimal(lo, d)!
  })
  return low === high ? low! : `${low}..${high}`
}

function spend({ rest, asks }: Balance): void {
  test.each(asks)('%s', (_, total, given, expected) => {
    const card = RateCard.parse(cardOf({ dimensions: {}, charges: [{ name: 'run', amount: total }] }, rest))
    const account = Account.parse({
      provider: 'sample',
      id: 'a',
      currency: 'credits',
      readAt: NOW,
      from: 'session',
      ...given,
    })
    expect(standing(estimate(card, 'run', {}, new Date(NOW)), account, card, NOW)).toMatchObject(expected)
  })
}
