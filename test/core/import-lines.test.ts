import { describe, expect, test } from 'vitest'
import { guessColumns } from '../../core/import-columns'
import { amountIn, readLines, type Cells, type Reading } from '../../core/import-lines'

describe('a guess at the columns', () => {
  test.each<[string, string[], object]>([
    [
      'the studio’s own list',
      ['id', 'time', 'member', 'tool', 'settings', 'credits', 'outcome', 'refund of'],
      { id: 'id', at: 'time', amount: 'credits', what: 'tool', refundOf: 'refund of' },
    ],
    ['a usage list', ['Date', 'Model', 'Cost (USD)'], { at: 'Date', what: 'Model', amount: 'Cost (USD)' }],
    ['camel case', ['transactionId', 'createdAt', 'creditsUsed'], { at: 'createdAt', amount: 'creditsUsed' }],
    ['nothing that is known', ['a', 'b'], {}],
  ])('%s', (_, heads, columns) => expect(guessColumns(heads)).toMatchObject(columns))
  test('no column is taken twice', () => {
    const taken = Object.values(guessColumns(['amount', 'time']))
    expect(new Set(taken).size).toBe(taken.length)
  })
})

describe('an amount', () => {
  test.each<[string, string | undefined]>([
    ['60', '60'],
    ['60.00', '60'],
    ['-60', '-60'],
    ['−60', '-60'],
    ['(60)', '-60'],
    ['$3.40', '3.4'],
    ['-$3.40', '-3.4'],
    ['3,40 €', '3.4'],
    ['1,234.50 credits', '1234.5'],
    ['1.234,50', '1234.5'],
    ['1,234', '1234'],
    ['1.234.567', '1234567'],
    ['1 234,5', '1234.5'],
    ['12 credits', '12'],
    ['0', '0'],
    ['1,23,4.5.6', undefined],
    ['5 s × 12', undefined],
    ['', undefined],
    ['free', undefined],
    [`(${' '.repeat(100_000)}5 x 5`, undefined],
    ['9'.repeat(100), undefined],
    ['=1+1', undefined],
  ])('%s', (text, amount) => expect(amountIn(text)).toBe(amount))
})

const zone = () => 60
const reading = (rest: Partial<Reading> = {}): Reading => ({
  columns: { at: 'time', amount: 'credits', id: 'id', refundOf: 'refund of' },
  currency: 'credits',
  zone,
  ...rest,
})
test('a column called as something every object has is empty where the row lacks it', () => {
  const columns = { at: 'time', amount: 'credits', what: 'constructor', id: '__proto__' }
  const { lines } = readLines([{ time: '2026-04-03T12:00Z', credits: '5' }], reading({ columns }))
  expect(lines).toEqual([{ at: Date.UTC(2026, 3, 3, 12), amount: '5', currency: 'credits' }])
})
const times = (...texts: string[]) => texts.map((time): Cells => ({ time, credits: '5' }))
const at = (list: Cells[], rest?: Partial<Reading>) => readLines(list, reading(rest)).lines.map((line) => line.at)

describe('a time', () => {
  const noon = Date.UTC(2026, 3, 3, 12)
  test.each<[string, string]>([
    ['with its zone', '2026-04-03T12:00:00.000Z'],
    ['with an offset', '2026-04-03 14:00:00+02:00'],
    ['without a zone', '2026-04-03 13:00'],
    ['in seconds', String(noon / 1000)],
    ['in milliseconds', String(noon)],
    ['day first where day and month are the same', '3/4/2026 1:00 PM'],
  ])('%s', (_, text) => expect(at(times(text), { order: 'day' })).toEqual([noon]))

  test('the whole list tells which is the day', () =>
    expect(at(times('03/04/2026 13:00', '13/04/2026 13:00'))).toEqual([noon, noon + 10 * 86_400_000]))
  test('where it does not, nobody guesses', () =>
    expect(readLines(times('03/04/2026'), reading()).faults).toEqual([{ row: 0, code: 'which-day' }]))
  test('a day alone lasts to its end', () =>
    expect(readLines(times('2026-04-03'), reading()).lines[0]).toMatchObject({
      at: Date.UTC(2026, 3, 2, 23),
      until: Date.UTC(2026, 3, 3, 23) - 1,
    }))
  test.each(['31.02.2026', 'yesterday', '', '2026-13-01', '03/04/2026 25:10', '03/04/2026 13:00 PM', '0075-01-01'])(
    '%s is none',
    (text) => expect(readLines(times(text), reading({ order: 'day' })).faults).toEqual([{ row: 0, code: 'no-time' }]),
  )
})

describe('what gives back', () => {
  const amounts = (list: string[]) =>
    readLines(
      list.map((credits): Cells => ({ time: '2026-04-03', credits })),
      reading(),
    ).lines.map(({ amount }) => amount)
  test('a list of positive charges has negative refunds', () =>
    expect(amounts(['60', '24', '-60'])).toEqual(['60', '24', '-60']))
  test('a list of negative charges is turned round', () =>
    expect(amounts(['-60', '-24', '60'])).toEqual(['60', '24', '-60']))
  test('a line that names what it refunds gives back', () =>
    expect(
      readLines([{ time: '2026-04-03', credits: '60', id: 'b', 'refund of': 'a' }], reading()).lines,
    ).toMatchObject([{ id: 'b', amount: '-60' }]))
  test('rows without an amount are named', () =>
    expect(readLines([{ time: '2026-04-03', credits: '' }], reading()).faults).toEqual([{ row: 0, code: 'no-amount' }]))
})
