import { expect, test } from 'vitest'
import en from '../../../core/locales/en.json'
import { english, languageFor, languages, localeFor } from '../../../core/locales'
import { fill } from '../../../core/locales/message'

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)(?:\}|, plural)/g)].map((found) => found[1]).sort()
const flat = (messages: object): [string, string][] =>
  Object.entries(messages).flatMap(([group, texts]) =>
    Object.entries(texts as { [key: string]: string }).map(([key, text]): [string, string] => [
      `${group}.${key}`,
      text,
    ]),
  )

test.each(Object.keys(languages))('%s has every key of English, with the same placeholders', async (language) => {
  const { messages } = await localeFor(language)
  const wanted = flat(en).map(([key, text]) => [key, placeholders(text)])
  expect(flat(messages).map(([key, text]) => [key, placeholders(text)])).toEqual(wanted)
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
