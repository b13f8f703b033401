import { expect, test } from 'vitest'
import { Entry } from '../../../core/ledger'
import { pastBalances } from '../../../extension/answers/forecast-of'

const reading = (id: string, at: number, balance: string, currency = 'credits') =>
  Entry.parse({ id, at, provider: 'sample', account: 'a', kind: 'balance', balance, currency })

test('the balances of a plot are in the order of time, whatever the order of their ids', () =>
  expect(
    pastBalances([reading('a', 3, '10'), reading('b', 1, '30'), reading('c', 2, '20')], 'credits').map(({ at }) => at),
  ).toEqual([1, 2, 3]))
test('balances in another currency are not drawn', () =>
  expect(pastBalances([reading('a', 1, '10', 'USD')], 'credits')).toEqual([]))
