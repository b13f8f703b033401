import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Entry } from '../../core/ledger'
import { matchBalance, matchHistory, type HistoryLine } from '../../core/matching'
import { balanceOf, runsOf, spendBy } from '../../core/projections'

const whose = { provider: 'sample', account: 'a' }
const pressed = (run: string, at: number, total?: string, feature = 'video'): Entry[] => [
  Entry.parse({ ...whose, id: `press/${run}`, at, run, kind: 'press', feature, request: {}, cardVersion: 1 }),
  Entry.parse({
    ...whose,
    id: `said/${run}`,
    at,
    run,
    kind: 'estimate',
    currency: 'credits',
    on: '2026-11-10',
    ...(total && { total: { low: total, high: total } }),
  }),
]
const line = (id: string, at: number, amount: string, rest: Partial<HistoryLine> = {}): HistoryLine => ({
  id,
  at,
  amount,
  currency: 'credits',
  outcome: 'done',
  ...rest,
})
const reading = (at: number, balance: string) => ({ at, balance, currency: 'credits' })
const nets = (entries: Entry[]) =>
  Object.fromEntries(runsOf(entries).map(({ run, net, status }) => [run, net ?? status]))
const minute = 60_000

describe('lines of a history find their presses', () => {
  const two = [...pressed('1', 10 * minute, '60'), ...pressed('2', 11 * minute, '24')]
  test.each<[string, HistoryLine[], object]>([
    ['in order', [line('a', 12 * minute, '60'), line('b', 13 * minute, '24')], { 1: '60', 2: '24' }],
    ['out of order', [line('b', 13 * minute, '24'), line('a', 12 * minute, '60')], { 1: '60', 2: '24' }],
    [
      'when the second is done first',
      [line('b', 12 * minute, '24'), line('a', 13 * minute, '60')],
      { 1: '60', 2: '24' },
    ],
    ['when another amount was taken than was said', [line('a', 12 * minute, '72')], { 1: '72', 2: 'in-flight' }],
    ['hours late', [line('a', 300 * minute, '60')], { 1: '60', 2: 'in-flight' }],
    ['by a clock a minute behind ours', [line('a', 9 * minute + 1, '60')], { 1: '60', 2: 'in-flight' }],
    ['not a day and more later', [line('a', 10 * minute + 25 * 60 * minute, '99')], { 1: 'in-flight', 2: 'in-flight' }],
    ['not before they were pressed', [line('a', 5 * minute, '60')], { 1: 'in-flight', 2: 'in-flight' }],
    ['not for another tool', [line('a', 12 * minute, '60', { feature: 'image' })], { 1: 'in-flight', 2: 'in-flight' }],
    ['not while they run', [line('a', 12 * minute, '60', { outcome: 'running' })], { 1: 'in-flight', 2: 'in-flight' }],
    [
      'with what came back',
      [line('a', 12 * minute, '60', { outcome: 'failed' }), line('r', 13 * minute, '60', { refundOf: 'a' })],
      { 1: '0', 2: 'in-flight' },
    ],
  ])('%s', (_, lines, expected) => expect(nets([...two, ...matchHistory(two, lines, whose)])).toEqual(expected))

  test('a run that is charged twice is one run', () => {
    const [first, again] = [line('a', 12 * minute, '60', { job: 'j' }), line('b', 13 * minute, '60', { job: 'j' })]
    expect(nets([...two, ...matchHistory(two, [first, again], whose)])).toEqual({ 1: '120', 2: 'in-flight' })
    const once = [...two, ...matchHistory(two, [first], whose)]
    expect(nets([...once, ...matchHistory(once, [first, again], whose)])).toEqual({ 1: '120', 2: 'in-flight' })
  })
  test('a site that calls itself by the same names has a ledger of its own', () => {
    const forged = matchHistory(two, [line('a', 12 * minute, '60')], { ...whose, site: 'https://elsewhere.example' })
    expect(forged).toMatchObject([{ site: 'https://elsewhere.example' }])
    expect(forged[0]).not.toHaveProperty('run')
    expect(forged[0]!.id).not.toBe(matchHistory(two, [line('a', 12 * minute, '60')], whose)[0]!.id)
  })
  test('a line without a press is kept, without a run', () => {
    const added = matchHistory([], [line('a', minute, '5')], whose)
    expect(added).toMatchObject([{ kind: 'charge', amount: '5', foreign: 'a' }])
    expect(added[0]).not.toHaveProperty('run')
  })
  test('a press of another account is left alone', () => {
    const other = pressed('x', minute, '5').map((entry) => ({ ...entry, account: 'b' }))
    expect(matchHistory(other, [line('a', 2 * minute, '5')], whose)[0]).not.toHaveProperty('run')
  })
})

test('however the lines arrive and how often, nothing is lost and nothing doubled', () => {
  const amounts = fc.array(fc.constantFrom('1', '2.5', '60', '24'), { minLength: 1, maxLength: 6 })
  const batches = fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(amounts, batches, (list, cuts) => {
      const presses = list.flatMap((amount, i) => pressed(String(i), (i + 1) * minute, amount))
      const lines = list.map((amount, i) => line(`h${i}`, (i + 2) * minute, amount))
      let ledger = presses
      for (const cut of cuts)
        ledger = [
          ...ledger,
          ...matchHistory(
            ledger,
            lines.filter((_, i) => (cut >> i) % 2 === 0),
            whose,
          ),
        ]
      ledger = [...ledger, ...matchHistory(ledger, lines, whose)]
      const total = list.reduce((sum, amount) => sum + Number(amount), 0)
      expect(Number(spendBy(ledger, () => 'all').get('all'))).toBe(total)
      expect(runsOf(ledger).every((run) => run.charges.length === 1)).toBe(true)
    }),
    { seed: 9, numRuns: 300 },
  )
})

describe('a balance settles runs where it does so without doubt', () => {
  const start = matchBalance([], reading(minute, '400'), whose)
  const settled = (presses: Entry[], balance: string) => {
    const ledger = [...start, ...presses]
    return nets([...ledger, ...matchBalance(ledger, reading(9 * minute, balance), whose)])
  }
  test.each<[string, Entry[], string, object]>([
    ['one run took all that is missing', pressed('1', 2 * minute, '60'), '340', { 1: '60' }],
    ['also where something else was said', pressed('1', 2 * minute, '60'), '330', { 1: '70' }],
    [
      'several took what was said of each',
      [...pressed('1', 2 * minute, '60'), ...pressed('2', 3 * minute, '24')],
      '316',
      { 1: '60', 2: '24' },
    ],
    [
      'the one that fits alone is settled, the other waits',
      [...pressed('1', 2 * minute, '60'), ...pressed('2', 3 * minute, '24')],
      '376',
      { 1: 'in-flight', 2: '24' },
    ],
    [
      'of two alike the first',
      [...pressed('1', 2 * minute, '60'), ...pressed('2', 3 * minute, '60')],
      '340',
      { 1: '60', 2: 'in-flight' },
    ],
    [
      'or nobody knows: 60 may be three of 20 or one of 60',
      [...['1', '2', '3'].flatMap((run) => pressed(run, 2 * minute, '20')), ...pressed('4', 3 * minute, '60')],
      '340',
      { 1: 'in-flight', 2: 'in-flight', 3: 'in-flight', 4: 'in-flight' },
    ],
    [
      'or nobody knows',
      [...pressed('1', 2 * minute, '60'), ...pressed('2', 3 * minute, '24')],
      '330',
      { 1: 'in-flight', 2: 'in-flight' },
    ],
    ['a balance that has not moved settles nothing', pressed('1', 2 * minute, '60'), '400', { 1: 'in-flight' }],
    ['nor one that rose', pressed('1', 2 * minute, '60'), '900', { 1: 'in-flight' }],
  ])('%s', (_, presses, balance, expected) => expect(settled(presses, balance)).toEqual(expected))

  test('a balance that others spend from too settles only what was said', () => {
    const ledger = [...start, ...pressed('1', 2 * minute, '60')]
    const read = (balance: string) => matchBalance(ledger, { ...reading(9 * minute, balance), shared: true }, whose)
    expect(nets([...ledger, ...read('330')])).toEqual({ 1: 'in-flight' })
    expect(nets([...ledger, ...read('340')])).toEqual({ 1: '60' })
  })
  test('what comes back whole within the hour is a refund', () => {
    const ledger = [...start, ...pressed('1', 2 * minute, '60')]
    const charged = [...ledger, ...matchBalance(ledger, reading(9 * minute, '340'), whose)]
    const back = (at: number, balance: string) =>
      nets([...charged, ...matchBalance(charged, reading(at, balance), whose)])
    expect(back(10 * minute, '400')).toEqual({ 1: '0' })
    expect(back(10 * minute, '390')).toEqual({ 1: '60' })
    expect(back(90 * minute, '400')).toEqual({ 1: '60' })
  })

  test('and the history, when it comes, takes its place', () => {
    const ledger = [...start, ...pressed('1', 2 * minute, '60')]
    const guessed = [...ledger, ...matchBalance(ledger, reading(9 * minute, '330'), whose)]
    const stated = [
      ...guessed,
      ...matchHistory(guessed, [line('a', 3 * minute, '60'), line('b', 4 * minute, '10')], whose),
    ]
    expect(nets(stated)).toEqual({ 1: '60' })
    expect(balanceOf(stated)?.balance).toBe('330')
  })
})
