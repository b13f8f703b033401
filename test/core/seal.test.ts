import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSealed, sealed } from '../../core/seal'
import { loadCard, providers } from '../../core/rate-cards'

const text = (card: object) => JSON.stringify(card, undefined, 2)

test.each(providers)('the card of %s means the same with its seal, which holds', async (provider) => {
  const card = (await loadCard(provider))!
  const made = sealed(text(card))
  expect({ ...JSON.parse(made), $schema: undefined }).toEqual({ ...card, $schema: undefined })
  expect(isSealed(made)).toBe(true)
})

test.each([
  ['without a seal', '{ "format": 1 }'],
  ['with an address of its schema alone', '{ "$schema": "a.json", "format": 1 }'],
  ['with an empty seal', '{ "$schema": "a.json#", "format": 1 }'],
  ['of another version', sealed('{ "format": 1 }', '0.0.9')],
  ['that is none at all', ''],
])('a text %s is not sealed', (_, made) => {
  expect(isSealed(made)).toBe(false)
})

test('no text that differs in a letter, a digit or a space keeps its seal', () => {
  const made = sealed(text({ $schema: 'x', name: 'Nord', amount: '12.50', list: [1, 2, 3] }))
  fc.assert(
    fc.property(fc.nat(made.length - 1), fc.constantFrom(...' 0123456789abcxyz"{}[],.é'), (at, letter) => {
      const other = made.slice(0, at) + letter + made.slice(at + 1)
      fc.pre(other !== made)
      expect(isSealed(other)).toBe(false)
    }),
    { numRuns: 2000, seed: 1 },
  )
})
