import { expect, test } from 'vitest'
import { isSame, type Locators } from '../../../extension/detect/locators'

const was: Locators = { name: 'duration', code: ['clip-duration'], options: '5 s|10 s', kind: 'choice' }

test.each<[string, Partial<Locators>, boolean]>([
  ['all locators agree', {}, true],
  ['its name is reworded', { name: 'length' }, true],
  ['it is drawn in another way', { kind: 'trigger', options: '' }, true],
  ['its id is new', { code: ['length-field'] }, true],
  ['only its name is the same', { code: ['history-filter'], options: 'any|5 s', kind: 'trigger' }, false],
  ['half of them disagree', { name: 'length', options: '5 s|10 s|any' }, false],
])('a control is the same or lost when %s', (_, change, expected) => {
  expect(isSame(was, { ...was, ...change })).toBe(expected)
})
