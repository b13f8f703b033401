import { describe, expect, test } from 'vitest'
import { readLines } from '../../../core/import-lines'
import { readCsv, textOf, type Table } from '../../../extension/history/read-csv'

const tableOf = (text: string): Table => {
  const table = readCsv(text)
  if ('problem' in table) throw new Error(JSON.stringify(table))
  return table
}
const utf16 = (text: string, mark: number[], little: boolean) => {
  const units = new DataView(new ArrayBuffer(text.length * 2))
  ;[...text].forEach((char, i) => units.setUint16(i * 2, char.charCodeAt(0), little))
  return new Blob([new Uint8Array(mark), units])
}
const latin1 = (text: string) => new Blob([Uint8Array.from(text, (char) => char.charCodeAt(0))])

describe('a file in any usual encoding is the same text', () => {
  const text = 'Zeit;Betrag;Für\n'
  test.each<[string, Blob]>([
    ['UTF-8', new Blob([text])],
    ['UTF-8 with a mark', new Blob(['\ufeff', text])],
    ['UTF-16, little end first', utf16(text, [0xff, 0xfe], true)],
    ['UTF-16, big end first', utf16(text, [0xfe, 0xff], false)],
    ['western Windows', latin1(text)],
  ])('%s', async (_, file) => expect(await textOf(file)).toBe(text))
})

describe('a table', () => {
  test.each([',', ';', '\t', '|'])('separated by %j', (sign) => {
    const { heads, rows } = tableOf(['time,credits', '2026-04-03,5', '2026-04-04,7'].join('\r\n').replaceAll(',', sign))
    expect([heads, rows.length]).toEqual([['time', 'credits'], 2])
  })
  test('names the line that each row begins on, with blank rows and cells of several lines between', () => {
    const { lines } = tableOf('time,what\n1,"a\nb"\n\n , \n2,c\n')
    expect(lines).toEqual([2, 6])
  })
  test('with a column twice keeps both', () => expect(tableOf('a,b,a\n1,2,3').heads).toHaveLength(3))
  test('with columns named as what every object has changes nothing but its own rows', () => {
    const { rows } = tableOf('__proto__,constructor,time\nx,y,2026-04-03\n')
    expect(({} as { x?: unknown }).x).toBeUndefined()
    expect(Object.prototype).not.toHaveProperty('time')
    const columns = { at: 'time', amount: '__proto__', what: 'toString' }
    const read = readLines(rows, { columns, currency: 'credits', zone: () => 0 })
    expect(read.lines).toEqual([])
  })
  test('of ten thousand columns offers two hundred', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(',')
    expect(tableOf(`${many}\n${many}`).heads).toHaveLength(200)
  })
})

describe('no table', () => {
  test.each<[string, string, object]>([
    ['a file that ends in the middle of a cell', 'time,what\n1,a\n2,b\n3,"c\n4,d', { problem: 'quotes', line: 4 }],
    ['nothing at all', '', { problem: 'no-rows' }],
    ['heads alone', 'time,credits\n', { problem: 'no-rows' }],
    ['one column', 'time\n1\n', { problem: 'not-csv' }],
    ['a program', '\u0000\u0001\u0002'.repeat(1000), { problem: 'not-csv' }],
  ])('%s', (_, text, problem) => expect(readCsv(text)).toMatchObject(problem))
})
