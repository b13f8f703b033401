import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchPress, settlePress } from '../../core/late-press'
import { Entry } from '../../core/ledger'
import { matchBalance, matchHistory, type BalanceReading, type HistoryLine } from '../../core/matching'
import { balanceOf, inOrder, runIn, runsOf, spendBy } from '../../core/projections'

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

/** One thing that comes to a ledger: a press, or a reading of the history. */
type Come = { press: Entry[] } | { lines: HistoryLine[] }
const TOLD = 60 * minute
/** A ledger after all this has come, in this order; as in the store, what has got its run takes the place of what had none. */
const after = (all: readonly Come[], ledger: Entry[] = [], told = TOLD): Entry[] =>
  all.reduce((entries, come) => {
    if ('lines' in come) return inOrder([...entries, ...matchHistory(entries, come.lines, whose, told)])
    const kept = [...come.press, ...entries]
    return inOrder([...kept, ...matchPress(kept, runIn(come.press[0]!)!)])
  }, ledger)

describe('a press that is kept after its charge', () => {
  const charged = line('a', 12 * minute, '60')
  const late = { press: pressed('1', 10 * minute, '60') }
  test.each<[string, Come[], object]>([
    ['has it', [{ lines: [charged] }, late], { 1: '60' }],
    [
      'also where something else was taken than was said',
      [{ lines: [{ ...charged, amount: '72' }] }, late],
      { 1: '72' },
    ],
    [
      'has what came back of it',
      [{ lines: [charged, line('r', 13 * minute, '60', { refundOf: 'a' })] }, late],
      { 1: '0' },
    ],
    [
      'also where that was told before it',
      [{ lines: [line('r', 13 * minute, '60', { refundOf: 'a' })] }, { lines: [charged] }, late],
      { 1: '0' },
    ],
    [
      'has all that its job took',
      [{ lines: [line('a', 12 * minute, '60', { job: 'j' }), line('b', 13 * minute, '12', { job: 'j' })] }, late],
      { 1: '72' },
    ],
    [
      'has the one that fits what was said of it',
      [{ lines: [line('b', 11 * minute, '24'), charged] }, late, { press: pressed('2', 10 * minute, '24') }],
      { 1: '60', 2: '24' },
    ],
    ['has one, however often it is told', [{ lines: [charged, { ...charged, id: 'b' }] }, late, late], { 1: '60' }],
    ['has none of another tool', [{ lines: [{ ...charged, feature: 'image' }] }, late], { 1: 'in-flight' }],
    ['has none of long before', [{ lines: [{ ...charged, at: 7 * minute }] }, late], { 1: 'in-flight' }],
    [
      'has none of another press',
      [{ press: pressed('0', 9 * minute, '60') }, { lines: [charged] }, late],
      { 0: '60', 1: 'in-flight' },
    ],
  ])('%s', (_, all, expected) => expect(nets(after(all))).toEqual(expected))

  test('has none that was heard before it was pressed, and that one is in no press’s way', () => {
    const before = line('o', 9 * minute, '5')
    const ledger = after([{ lines: [before] }], [], 9.5 * minute)
    expect(nets(after([late], ledger))).toEqual({ 1: 'in-flight' })
    expect(nets(after([late, { lines: [before, charged] }], ledger))).toEqual({ 1: '60' })
  })
  test('has one that an older version kept without a run, when it is told again', () => {
    const old = matchHistory([], [charged], whose)
    expect(nets(after([late], old))).toEqual({ 1: 'in-flight' })
    expect(nets(after([late, { lines: [charged] }], old))).toEqual({ 1: '60' })
  })
})

describe('in whatever order presses and readings come,', () => {
  const amount = fc.constantFrom('1', '2.5', '24', '60')
  const one = fc.record({ said: amount, took: amount, back: fc.boolean(), twice: fc.boolean() })
  const runs = fc.array(one, { minLength: 1, maxLength: 4 })
  const cuts = fc.array(fc.nat(4095), { maxLength: 5 })
  const pressAt = (i: number) => (10 + i) * minute
  test('each run comes to the same', () => {
    fc.assert(
      fc.property(runs, cuts, fc.infiniteStream(fc.nat()), (list, parts, order) => {
        const lines = list.flatMap(({ took, back, twice }, i) => {
          const own = line(`h${i}`, pressAt(i) + i, took, { feature: `f${i}`, job: `j${i}` })
          const again = { ...own, id: `t${i}`, at: own.at + 1 }
          return [own, ...(twice ? [again] : []), ...(back ? [line(`r${i}`, own.at, took, { refundOf: own.id })] : [])]
        })
        const presses = list.map(({ said }, i) => ({ press: pressed(String(i), pressAt(i), said, `f${i}`) }))
        const some = parts.map((part) => ({ lines: lines.filter((_, i) => (part >> i) % 2 === 1) }))
        const straight: Come[] = [...presses, { lines }]
        expect(nets(after(shuffled<Come>([...some, ...straight], order)))).toEqual(nets(after(straight)))
      }),
      { seed: 11, numRuns: 300 },
    )
  })
  test('none waits beside a charge that may be its own', () => {
    fc.assert(
      fc.property(runs, fc.infiniteStream(fc.nat()), (list, order) => {
        const presses = list.map(({ said }, i) => ({ press: pressed(String(i), 10 * minute + i, said) }))
        const lines = list.map(({ took }, i) => ({ lines: [line(`h${i}`, 11 * minute + i, took)] }))
        const ledger = after(shuffled<Come>([...presses, ...lines], order))
        expect(runsOf(ledger).map(({ charges }) => charges.length)).toEqual(list.map(() => 1))
      }),
      { seed: 12, numRuns: 300 },
    )
  })
})

function shuffled<T>(all: readonly T[], order: Iterator<number>): T[] {
  const rest = [...all]
  return all.map(() => rest.splice(order.next().value % rest.length, 1)[0]!)
}

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

  describe('also where the readings were kept before the press', () => {
    const [one, two] = [pressed('1', 2 * minute, '60'), pressed('2', 3 * minute, '24')]
    const back = reading(12 * minute, '400')
    test.each<[string, Entry[], BalanceReading[], object]>([
      ['it took what was said of it', [], [reading(9 * minute, '340')], { 1: '60' }],
      ['at a later reading', [], [reading(9 * minute, '400'), reading(11 * minute, '340')], { 1: '60' }],
      ['and that came back', [], [reading(9 * minute, '340'), back], { 1: '0' }],
      ['it and another together', two, [{ ...reading(9 * minute, '316'), shared: true }], { 1: '60', 2: '24' }],
      ['what was taken for another’s is not its own', two, [reading(9 * minute, '340')], { 1: 'in-flight', 2: '60' }],
      ['nor something else: others may have taken it', [], [reading(9 * minute, '330')], { 1: 'in-flight' }],
      ['nor what was read before it', [], [reading(1.5 * minute, '340')], { 1: 'in-flight' }],
    ])('%s', (_, others, readings, expected) => {
      const read = readings.reduce((all, next) => [...all, ...matchBalance(all, next, whose)], [...start, ...others])
      const kept = [...read, ...one]
      expect(nets([...kept, ...settlePress(kept, '1', whose)])).toEqual(expected)
    })
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
