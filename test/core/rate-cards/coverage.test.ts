import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readMappings, type Mapping, type Rule } from '../../coverage/mapping'
import { count, judgeAll } from '../../coverage/report'
import { readRows } from '../../coverage/rows'
import { ruleFor } from '../../coverage/select'

const judged = await judgeAll()
const mappings = readMappings()
const rows = readRows()

test('no published price is answered wrongly', () => {
  const wrong = judged
    .filter(({ verdict }) => verdict.is === 'wrong')
    .map(({ row, verdict }) => ({ id: row.id, verdict }))
  expect(wrong).toEqual([])
})

test('every declined row says why', () => {
  const silent = judged.filter(({ verdict }) => verdict.is === 'declined' && verdict.why.trim() === '')
  expect(silent).toEqual([])
})

test.each([
  { vendor: 'Runway', priced: 31 },
  { vendor: 'Luma Dream Machine', priced: 34 },
  { vendor: 'ElevenLabs', priced: 25 },
])('all $priced rows of $vendor are exact or contained', ({ vendor, priced }) => {
  const counted = count(judged.filter(({ row }) => row.vendor === vendor))
  expect(counted.exact + counted.contained).toBe(priced)
})

describe.each(mappings)('the mapping of $vendor', (mapping) => {
  test('holds no JSON number', () => {
    const text = readFileSync(`test/coverage/${mapping.file}`, 'utf8')
    expect(numbersIn(JSON.parse(text))).toEqual([])
  })
  test('names no published amount of the rows it speaks of', () => {
    expect(amountsNamed(mapping)).toEqual([])
  })
})

test('a mapping file is one vendor', () => {
  const files = readdirSync('test/coverage').filter((name) => name.endsWith('.json'))
  expect(new Set(mappings.map((mapping) => mapping.vendor)).size).toBe(files.length)
})

function numbersIn(value: unknown): unknown[] {
  if (typeof value === 'number') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : []
}

/** Numeric settings a mapping writes itself (not taken from the row) that equal what the row publishes. */
function amountsNamed(mapping: Mapping): string[] {
  return rows
    .filter((row) => row.vendor === mapping.vendor)
    .flatMap((row) => {
      const rule = ruleFor(mapping, row)
      const { amount, min, max } = row.expected
      const published = new Set([amount, min, max].map(Number))
      const named = rule ? writtenNumbers(rule).filter((text) => published.has(Number(text))) : []
      return named.map((text) => `${row.id}: ${text}`)
    })
}

function writtenNumbers({ request, over, at }: Rule): string[] {
  const texts = [...Object.values(request ?? {}), ...Object.values(over ?? {}), ...(at ?? [])].flat()
  return texts.filter((text) => /^\d/.test(text) && !Number.isNaN(Number(text)))
}
