import type { Account } from '../../../core/account'
import type { Shape } from './shape'

const DAY = 86_400_000
const NOW = Date.parse('2026-11-10T12:00:00Z')
const grant = (id: string, kind: NonNullable<Account['grants']>[number]['kind'], amount: string, days?: number) => ({
  id,
  kind,
  amount,
  expires: days === undefined ? null : NOW + days * DAY,
})
const drained = (...parts: string[]) => ({
  drains: parts.map((part) => {
    const [id, amount] = part.split(' ') as [string, string]
    return { grant: { id }, amount: { low: amount, high: amount } }
  }),
})
const buckets = [
  grant('extra', 'top-up', '100'),
  grant('plan', 'plan', '30', 9),
  grant('rollover', 'rollover', '20', 60),
]
const ends = (outcome: string, low: string, high = low) => ({ outcome, taken: { low, high } })

/** E. What happens to the balance. */
export const balance: Shape[] = [
  {
    number: 66,
    name: 'reserved at the press, settled at the end',
    balances: [
      {
        rest: { settlement: 'reserve' },
        asks: [
          [
            'nothing is held',
            '60',
            { balance: '100' },
            { status: 'low', balance: '100', after: { low: '40', high: '40' } },
          ],
          [
            '60 held leave 40',
            '60',
            { balance: '100', held: '60' },
            { status: 'short', balance: '40', short: { low: '20', high: '20' } },
          ],
          ['40 held leave just enough', '60', { balance: '100', held: '40' }, { after: { low: '0', high: '0' } }],
        ],
      },
    ],
  },
  {
    number: 67,
    name: 'given back on an error only',
    balances: [
      {
        rest: {
          refunds: [
            { outcome: 'error', charged: 'nothing' },
            { outcome: 'unsatisfactory', charged: 'everything' },
          ],
        },
        asks: [
          [
            'an error takes nothing',
            '60',
            { balance: '100' },
            { endings: [ends('error', '0'), ends('unsatisfactory', '60')] },
          ],
        ],
      },
    ],
  },
  {
    number: 68,
    name: 'a failure that is charged',
    balances: [
      {
        rest: {
          refunds: [
            { outcome: 'error', charged: 'nothing' },
            { outcome: 'moderated', charged: 'everything', feature: 'run' },
            { outcome: 'cancelled', charged: 'everything', feature: 'other' },
          ],
        },
        asks: [
          [
            'moderated video is paid for, and another tool’s rule is not ours',
            '60',
            { balance: '100' },
            { endings: [ends('error', '0'), ends('moderated', '60')] },
          ],
        ],
      },
    ],
  },
  {
    number: 69,
    name: 'charged for the part that was made',
    balances: [
      {
        rest: { refunds: [{ outcome: 'partial', charged: 'part-made' }] },
        asks: [['between nothing and all', '60', { balance: '100' }, { endings: [ends('partial', '0', '60')] }]],
      },
    ],
  },
  {
    number: 70,
    name: 'a balance may fall below zero, then nothing runs',
    balances: [
      {
        rest: { plans: { free: { name: 'Free', overdraft: null } } },
        asks: [
          [
            '10 are enough to start',
            '60',
            { balance: '10', plan: 'free' },
            { status: 'low', after: { low: '-50', high: '-50' } },
          ],
          ['0 are not', '60', { balance: '0', plan: 'free' }, { status: 'short' }],
          ['nor is a debt', '60', { balance: '-50', plan: 'free' }, { status: 'short' }],
        ],
      },
    ],
  },
  {
    number: 71,
    name: 'buckets are spent in an order',
    balances: [
      {
        rest: { burnOrder: { order: ['plan', 'rollover', 'top-up'] } },
        asks: [['plan, rollover, extra', '60', { grants: buckets }, drained('plan 30', 'rollover 20', 'extra 10')]],
      },
      {
        rest: { burnOrder: { order: ['top-up', 'plan'] } },
        asks: [['the purchased first', '60', { grants: buckets }, drained('extra 60')]],
      },
      {
        rest: { burnOrder: { order: 'soonest-expiry' } },
        asks: [
          [
            'the soonest to expire first',
            '60',
            { grants: [grant('b', 'top-up', '50', 40), grant('a', 'plan', '50', 80), grant('c', 'top-up', '5', 3)] },
            drained('c 5', 'b 50', 'a 5'),
          ],
        ],
      },
    ],
  },
  {
    number: 72,
    name: 'the member’s own plan first, then the shared pool',
    balances: [
      {
        rest: { burnOrder: { order: ['member', 'pool'] } },
        asks: [
          [
            'within the own plan',
            '60',
            { grants: [grant('team', 'pool', '500'), grant('own', 'member', '60', 9)] },
            drained('own 60'),
          ],
          [
            'and beyond it',
            '61',
            { grants: [grant('team', 'pool', '500'), grant('own', 'member', '60', 9)] },
            drained('own 60', 'team 1'),
          ],
          [
            'a cap on the pool binds',
            '61',
            { grants: [grant('team', 'pool', '500')], cap: { max: '100', used: '40' } },
            { status: 'limit', binding: { kind: 'cap', left: '60' } },
          ],
        ],
      },
    ],
  },
]
