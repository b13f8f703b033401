import { expect, test } from 'vitest'
import { numberIn } from '../../../extension/binding/balance'

test.each([
  ['340 credits', 'en', '340'],
  ['1,240 credits', 'en', '1240'],
  ['1.240 Guthaben', 'de', '1240'],
  ['1.234.567 créditos', 'es', '1234567'],
  ['1 240 crédits', 'fr', '1240'],
  ['$12.50 left', 'en', '12.50'],
  ['12,50 € übrig', 'de', '12.50'],
  ['Balance: 12,340.50', 'en', '12340.50'],
])('“%s” on a page in %s is %s', (words, language, number) => expect(numberIn(words, language)).toBe(number))

test.each([
  ['1,240 credits', '', 'a comma could mean two things where the page names no language'],
  ['1.2K credits', 'en', 'it is rounded'],
  ['340 of 1000 credits', 'en', 'there are two numbers'],
  ['80 % left', 'en', 'it is a share'],
  ['-5 credits', 'en', 'it is below zero'],
  ['no credits', 'en', 'there is none'],
  ['auto', 'en', 'there is none'],
  ['1,240 credits', 'not a language!', 'the language is not one'],
])('“%s” on a page in “%s” is unread: %s', (words, language) => expect(numberIn(words, language)).toBeUndefined())
