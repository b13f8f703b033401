import { expect, test } from 'vitest'
import type { Account } from '../../core/account'
import { balanceOf } from '../../core/balance'
import { heldBy, overtakenAt, withHeld } from '../../core/held'
import { Entry } from '../../core/ledger'

const whose = { provider: 'sample', account: 'a' }
const minute = 60_000
const pressed = (run: string, at: number, high: string, rest = {}): Entry[] => [
  Entry.parse({
    ...whose,
    id: `press/${run}`,
    at,
    run,
    kind: 'press',
    feature: 'video',
    request: {},
    cardVersion: 1,
    balance: '400',
    ...rest,
  }),
  Entry.parse({
    ...whose,
    id: `said/${run}`,
    at,
    run,
    kind: 'estimate',
    currency: 'credits',
    on: '2026-11-10',
    total: { low: high, high },
  }),
]
const ranged = (run: string, at: number, low: string, high: string): Entry[] =>
  pressed(run, at, high).map((entry) => (entry.kind === 'estimate' ? { ...entry, total: { low, high } } : entry))
const charge = (run: string, at: number, amount: string): Entry =>
  Entry.parse({ ...whose, id: `c/${run}`, at, run, kind: 'charge', amount, currency: 'credits', from: 'history' })
const read = (at: number, balance: string, rest: Partial<Account> = {}): Account => ({
  provider: 'sample',
  id: 'a',
  currency: 'credits',
  balance,
  readAt: at,
  from: 'session',
  ...rest,
})

test.each<[string, Entry[], Account, 'press' | 'end' | undefined, string]>([
  ['nothing is held without a run', [], read(0, '400'), undefined, '0'],
  ['a run just pressed holds the dearest that was said', pressed('1', 10, '60'), read(0, '400'), undefined, '60'],
  ['two hold both', [...pressed('1', 10, '60'), ...pressed('2', 20, '24')], read(0, '400'), undefined, '84'],
  ['what the balance has lost since is not held again', pressed('1', 10, '60'), read(5_000, '340'), undefined, '0'],
  [
    'of two, the one that is taken is held no more',
    [...pressed('1', 10, '60'), ...pressed('2', 20, '24')],
    read(5_000, '340'),
    undefined,
    '24',
  ],
  [
    'a charge that is known is not taken for the other',
    [...pressed('1', 10, '60'), ...pressed('2', 20, '24'), charge('1', 30, '60')],
    read(5_000, '340'),
    undefined,
    '24',
  ],
  ['a charged run holds nothing', [...pressed('1', 10, '60'), charge('1', 30, '60')], read(0, '400'), undefined, '0'],
  ['a balance that did not move goes on being held', pressed('1', 10, '60'), read(9_000, '400'), 'end', '60'],
  ['a vendor that takes at the press is believed', pressed('1', 10, '60'), read(9_000, '400'), 'press', '0'],
  ['though not before it can know', pressed('1', 10, '60'), read(500, '400'), 'press', '60'],
  [
    'of a range, what a vendor takes at the press is all of it',
    ranged('1', 10, '40', '60'),
    read(500, '352'),
    'press',
    '0',
  ],
  [
    'of two ranges, the second is held whole until it is taken too',
    [...ranged('1', 10, '40', '60'), ...ranged('2', 20, '40', '60')],
    read(500, '352'),
    'press',
    '72',
  ],
  [
    'of a range at a vendor that takes at the end, the rest is held',
    ranged('1', 10, '40', '60'),
    read(500, '352'),
    'end',
    '12',
  ],
  [
    'a vendor that tells what it holds is believed',
    pressed('1', 10, '60'),
    read(9_000, '400', { held: '0' }),
    undefined,
    '0',
  ],
  [
    'a run that we said would be refused holds nothing',
    pressed('1', 10, '600', { standing: 'short' }),
    read(0, '400'),
    undefined,
    '0',
  ],
])('%s', (_, entries, account, settlement, held) => expect(heldBy(entries, account, settlement, 10_000)).toBe(held))

test('a run of which nothing is heard for a quarter of an hour holds nothing', () =>
  expect(heldBy(pressed('1', 0, '60'), read(14 * minute, '400'), undefined, 16 * minute)).toBe('0'))

test('what is held is free no more, beside what the vendor holds itself', () => {
  expect(balanceOf(withHeld(read(0, '400'), '60'), 0)).toBe('340')
  expect(balanceOf(withHeld(read(0, '400', { held: '12.5' }), '60'), 0)).toBe('327.5')
})

test.each<[string, Entry[], Account, 'press' | 'end' | undefined, boolean]>([
  ['nothing pressed overtakes nothing', [], read(0, '400'), 'press', false],
  ['a press overtakes the reading before it', pressed('1', 10, '60'), read(0, '400'), 'press', true],
  ['and one that may have been too early to know', pressed('1', 10, '60'), read(500, '400'), 'press', true],
  ['but not one well after it', pressed('1', 10, '60'), read(5_000, '340'), 'press', false],
  [
    'nor where it is known what was taken',
    [...pressed('1', 10, '60'), charge('1', 30, '60')],
    read(500, '340'),
    'press',
    false,
  ],
  [
    'a press that we said would be refused may have run all the same',
    pressed('1', 10, '600', { standing: 'short' }),
    read(0, '400'),
    'press',
    true,
  ],
  [
    'until the account was read after it',
    pressed('1', 10, '600', { standing: 'short' }),
    read(300, '400'),
    'press',
    false,
  ],
  [
    'a vendor that tells what it holds is asked too',
    pressed('1', 10, '60'),
    read(0, '400', { held: '0' }),
    undefined,
    true,
  ],
  ['at one that takes at the end the run is held instead', pressed('1', 10, '60'), read(0, '400'), 'end', false],
])('%s', (_, entries, account, settlement, overtaken) =>
  expect(overtakenAt(entries, account, settlement, { now: 10_000, told: false }) !== undefined).toBe(overtaken),
)

test('a minute after a press nobody waits for a reading any longer', () =>
  expect(overtakenAt(pressed('1', 0, '60'), read(0, '400'), 'press', { now: minute, told: false })).toBeUndefined())

test.each([
  ['overtakes the reading before it', 500, true],
  ['does not overtake one well after its press', 5_000, false],
])('a charge heard after a reading %s', (_, at, overtaken) => {
  const entries = [...pressed('1', 10, '60'), charge('1', 30, '60')]
  expect(overtakenAt(entries, read(at, '400'), 'press', { now: 10_000, told: true }) !== undefined).toBe(overtaken)
})
