import { expect, test } from 'vitest'
import en from '../../../core/locales/en.json'
import { english, languageFor, languages, localeFor } from '../../../core/locales'
import { faultsOf } from '../../../core/locales/faults'
import { nearestOf } from '../../../core/locales/languages'
import { fill } from '../../../core/locales/message'

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)(?:\}|, plural)/g)].map((found) => found[1]).sort()
const flat = (messages: object): [string, string][] =>
  Object.entries(messages).flatMap(([group, texts]) =>
    Object.entries(texts as { [key: string]: string }).map(([key, text]): [string, string] => [
      `${group}.${key}`,
      text,
    ]),
  )

test.each(Object.keys(languages))(
  '%s has every key of English, with its placeholders and plural branches',
  async (language) => {
    const { messages } = await localeFor(language)
    expect(faultsOf(language, messages, en)).toEqual([])
  },
)

test.each<[string, object, string]>([
  ['a missing key', { a: { x: '{n}' } }, 'pl: a.y is missing'],
  ['an empty message', { a: { x: '{n}', y: ' ' } }, 'pl: a.y is missing'],
  ['a key of no use', { a: { x: '{n}', y: 'y', z: 'z' } }, 'pl: a.z is not in English'],
  ['a lost placeholder', { a: { x: 'n', y: 'y' } }, 'pl: a.x lacks {n}'],
  ['a placeholder that nothing fills', { a: { x: '{n} {m}', y: 'y' } }, 'pl: a.x has {m}, which nothing fills'],
  ['a stray brace', { a: { x: '{n}', y: 'y}' } }, 'pl: a.y has a stray brace'],
  [
    'a missing plural branch',
    { a: { x: '{n, plural, one {#} other {#}}', y: 'y' } },
    'pl: a.x lacks the plural branch "few"',
  ],
])('%s in a translation is named', (_name, translated, fault) => {
  expect(faultsOf('pl', translated as never, { a: { x: '{n}', y: 'why' } })).toContain(fault)
})

test.each(flat(en))('%s is a message that fills without leaving a brace', (_key, text) => {
  const fillings = Object.fromEntries(placeholders(text).map((name) => [name, '2']))
  expect(fill(text, fillings, english)).not.toMatch(/[{}#]/)
})

test('every message with a plural has a branch for one and for other', () => {
  for (const [key, text] of flat(en)) if (text.includes(', plural')) expect(text, key).toMatch(/one \{.*other \{/)
})

test.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['EN-us', 'en'],
  ['qps-rtl', 'qps-rtl'],
  ['tlh', 'en'],
  ['constructor', 'en'],
])('a reader of %s is given %s', (tag, language) => {
  expect(languageFor(tag)).toBe(language)
})

test.each([
  ['pt', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['pt-br', 'pt-BR'],
  ['de-CH', 'de'],
  ['zh-Hans-CN', 'zh'],
  ['nl', 'en'],
])('where Brazilian, German and Chinese are known, a reader of %s is given %s', (tag, language) => {
  expect(nearestOf(tag, ['en', 'de', 'pt-BR', 'zh'])).toBe(language)
})

test('numbers follow the region of the reader, and a malformed tag falls back to the language', async () => {
  expect((await localeFor('en-GB')).intl).toBe('en-GB')
  expect((await localeFor('en_!!')).intl).toBe('en')
})

test('a missing filling stays visible', () => {
  expect(fill('{a} of {b}', { a: 1 }, english)).toBe('1 of {b}')
})

test('plural branches choose by number, range and exact value', () => {
  const text = '{n, plural, =0 {none} one {# run} other {# runs}}'
  expect(['0', '1', '2'].map((n) => fill(text, { n }, english))).toEqual(['none', '1 run', '2 runs'])
  expect(fill(text, { n: { low: '0', high: '1' } }, english)).toBe('0–1 runs')
})
