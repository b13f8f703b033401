import { expect, test } from 'vitest'
import type { Feature } from '../../../core/rate-card'
import { judge } from '../../coverage/judge'
import type { Rule } from '../../coverage/mapping'
import type { Row } from '../../coverage/rows'
import { cardOf } from '../sample-card'

// The judge itself is judged: it must be able to say "wrong".

const dimensions: Feature['dimensions'] = {
  model: { type: 'choice', options: ['fast', 'best'] },
  seconds: { type: 'number', unit: 's', min: 1, max: 60 },
}
const perSecond = (fast: string, best: string): Partial<Feature> => ({
  dimensions,
  charges: [{ name: 'run', meter: 'seconds', amount: { by: ['model'], cells: { fast, best } } }],
})

type Case = {
  says: string
  feature: Partial<Feature>
  rule?: Partial<Rule>
  row?: Partial<Row>
  is: 'exact' | 'contained' | 'declined' | 'wrong'
}
const fast: Row['params'] = { model: 'fast', length: 10 }
const rate = (amount: number, unit = 'credits/second') => ({ expected: { amount, unit }, kind: 'rate' as const })

const cases: Case[] = [
  { says: 'the published total', feature: perSecond('5', '9'), is: 'exact' },
  { says: 'another total', feature: perSecond('6', '9'), is: 'wrong' },
  {
    says: 'another currency',
    feature: perSecond('5', '9'),
    row: { expected: { amount: 50, unit: 'USD/run' } },
    is: 'wrong',
  },
  {
    says: 'a range over the dimension the row leaves out',
    feature: perSecond('5', '9'),
    row: { params: { length: 10 } },
    is: 'contained',
  },
  {
    says: 'a range over what is unread that does not hold the figure',
    feature: perSecond('6', '9'),
    row: { params: { length: 10 } },
    is: 'wrong',
  },
  { says: 'a range of the card where the page has one figure', feature: perSecond('4..6', '9'), is: 'wrong' },
  {
    says: 'a published range within ours',
    feature: perSecond('4..6', '9'),
    row: { expected: { amount: null, min: 40, max: 60, unit: 'credits/run' } },
    is: 'contained',
  },
  {
    says: 'a published range wider than ours',
    feature: perSecond('4..6', '9'),
    row: { expected: { amount: null, min: 30, max: 60, unit: 'credits/run' } },
    is: 'wrong',
  },
  { says: 'a rate', feature: perSecond('5', '9'), rule: { per: 'seconds' }, row: rate(5), is: 'exact' },
  {
    says: 'a rate a minute, of a dimension in seconds',
    feature: perSecond('0.5', '9'),
    rule: { per: 'seconds' },
    row: rate(30, 'credits/minute'),
    is: 'exact',
  },
  {
    says: 'a rate that holds beside a base',
    feature: { ...perSecond('5', '9'), charges: [...perSecond('5', '9').charges!, { name: 'base', amount: '7' }] },
    rule: { per: 'seconds' },
    row: rate(5),
    is: 'exact',
  },
  { says: 'a rate that is off', feature: perSecond('5', '9'), rule: { per: 'seconds' }, row: rate(5.5), is: 'wrong' },
  {
    says: 'a figure rounded for print, where the mapping says so',
    feature: perSecond('5.004', '9'),
    rule: { roundedTo: '0.1' },
    is: 'exact',
  },
  { says: 'a figure rounded for print, where it does not', feature: perSecond('5.004', '9'), is: 'wrong' },
  {
    says: 'a row whose listed values disagree',
    feature: perSecond('5', '9'),
    rule: { each: ['model'] },
    row: { params: { model: 'fast, best', length: 10 } },
    is: 'wrong',
  },
  {
    says: 'a row whose listed values agree',
    feature: perSecond('5', '5'),
    rule: { each: ['model'] },
    row: { params: { model: 'fast, best', length: 10 } },
    is: 'exact',
  },
  {
    says: 'what the card declines',
    feature: { dimensions, charges: [{ name: 'run', rates: [{ unpriced: 'ask' }] }] },
    is: 'declined',
  },
  { says: 'a feature the card has not', feature: perSecond('5', '9'), rule: { feature: 'walk' }, is: 'wrong' },
  { says: 'a row without a rule', feature: perSecond('5', '9'), rule: { tool: 'another' }, is: 'declined' },
]

test.each(cases)('$says is $is', ({ feature, rule = {}, row = {}, is }) => {
  const card = cardOf({ dimensions: {}, charges: [], ...feature } as never)
  const mapping = {
    vendor: 'Sample',
    card: 'sample',
    rules: [{ feature: 'run', request: { model: '$model', seconds: '$length' }, ...rule }],
  }
  const published: Row = {
    id: '1',
    vendor: 'Sample',
    tool: 'video',
    params: fast,
    expected: { amount: 50, unit: 'credits/run' },
    kind: 'charge',
    as_of: '2026-11-01',
    ...row,
  }
  expect(judge(card, mapping, published).is).toBe(is)
})
