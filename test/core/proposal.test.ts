import { expect, test } from 'vitest'
import { driftsOf, type Drift } from '../../core/drift'
import { Entry } from '../../core/ledger'
import { proposalOf } from '../../core/proposal'
import type { RateCard } from '../../core/rate-card'
import { cardOf } from './sample-card'

const noon = Date.UTC(2026, 10, 20, 12)
const dimensions: RateCard['features'][string]['dimensions'] = {
  duration: { type: 'number' },
  model: { type: 'choice', options: ['fast', 'fine'] },
}
const drifted = (card: RateCard, times: number, model = 'fast'): Drift => {
  const entries = [5, 2, 10].flatMap((duration, n): Entry[] => {
    const common = { provider: 'sample', account: 'a', at: noon + n, run: String(n), currency: 'credits' }
    const said = String(duration * 5)
    const { currency: _, ...press } = common
    return [
      { ...press, id: `p${n}`, kind: 'press', feature: 'run', request: { duration, model }, cardVersion: 1 },
      { ...common, id: `s${n}`, kind: 'estimate', total: { low: said, high: said }, on: '2026-11-20' },
      {
        ...common,
        id: `c${n}`,
        kind: 'charge',
        amount: String(duration * 5 * times),
        from: 'history',
        outcome: 'done',
      },
    ].map((entry) => Entry.parse(entry))
  })
  return driftsOf(entries, card)[0]!
}

test('a plain amount gets a dated rate before it, and the card a new version', () => {
  const card = cardOf({ dimensions, charges: [{ name: 'video', meter: 'duration', amount: '5' }] })
  expect(proposalOf(card, drifted(card, 1.2))).toEqual([
    {
      op: 'replace',
      path: '/features/run/charges/0',
      value: { name: 'video', meter: 'duration', rates: [{ from: '2026-11-20', amount: '6' }, { amount: '5' }] },
    },
    { op: 'replace', path: '/version', value: 2 },
  ])
})
test('a rate among several gets one like it with the day', () => {
  const rates = [
    { match: { model: 'fine' }, amount: '8' },
    { match: { model: 'fast' }, amount: '5' },
  ]
  const card = cardOf({ dimensions, charges: [{ name: 'video', meter: 'duration', rates }] })
  expect(proposalOf(card, drifted(card, 2))?.[0]).toEqual({
    op: 'add',
    path: '/features/run/charges/0/rates/1',
    value: { match: { model: 'fast' }, from: '2026-11-20', amount: '10' },
  })
})
test('an amount that stands in two places is not changed by a guess', () => {
  const rates = [
    { match: { model: 'fine' }, amount: '5' },
    { match: { model: 'fast' }, amount: '5' },
  ]
  const card = cardOf({ dimensions, charges: [{ name: 'video', meter: 'duration', rates }] })
  expect(proposalOf(card, drifted(card, 2))).toBeUndefined()
})
test('a change that would still not come to what was charged is not proposed', () => {
  const card = cardOf({ dimensions, charges: [{ name: 'video', meter: 'duration', amount: '5' }] })
  const drift = drifted(card, 1.2)
  expect(proposalOf(card, { ...drift, evidence: [{ ...drift.evidence[0]!, charged: '31' }] })).toBeUndefined()
})
