import { expect, test } from 'vitest'
import { askBefore, roundAbove } from '../../../extension/guard/asks'
import type { Estimate } from '../../../core/result'
import type { Standing } from '../../../core/standing'

const common = {
  provider: 'x',
  feature: 'f',
  currency: 'credits',
  on: '2026-11-21',
  reasons: [],
  sources: [],
  tries: 1,
}
const takes = (low: string, high = low) =>
  ({ ...common, status: low === high ? 'exact' : 'range', total: { low, high }, lines: [] }) as Estimate
const unpriced = { ...common, status: 'unpriced', lines: [] } as Estimate
const is = (status: Standing['status']) => ({ status, drains: [], age: 0, stale: false }) as Standing

test.each([
  ['nothing is set', takes('600'), is('short'), undefined, undefined],
  ['the run passes the balance', takes('600'), is('short'), { stops: true }, 'stops'],
  ['the run passes a limit', takes('600'), is('limit'), { stops: true }, 'stops'],
  ['the role may not', takes('600'), is('not-permitted'), { stops: true }, 'stops'],
  ['little is left after it', takes('600'), is('low'), { stops: true }, undefined],
  ['the account is not known', takes('600'), undefined, { stops: true }, undefined],
  ['it takes as much as was set', takes('600'), is('enough'), { stops: false, above: '600' }, undefined],
  ['it takes a little more', takes('600.01'), is('enough'), { stops: false, above: '600' }, 'above'],
  ['it may take more', takes('500', '700'), is('enough'), { stops: false, above: '600' }, 'above'],
  ['only dear runs are asked about', takes('600'), is('short'), { stops: false, above: '1000' }, undefined],
  ['it has no price', unpriced, is('unknown'), { stops: true, above: '1' }, undefined],
  [
    'it takes more digits than a float holds',
    takes('9007199254740993'),
    is('enough'),
    { stops: false, above: '9007199254740992' },
    'above',
  ],
] as const)('%s', (_, estimate, standing, guard, asked) => {
  expect(askBefore({ estimate, standing }, guard)).toBe(asked)
})

test.each([
  ['600', '1000'],
  ['1000', '1000'],
  ['1001', '2000'],
  ['0.4', '1'],
  ['5', '5'],
  ['7.5', '10'],
])('above %s the next round amount is %s', (total, round) => {
  expect(roundAbove(total)).toBe(round)
})
