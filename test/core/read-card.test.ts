import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CARD_BOUNDS, readCard } from '../../core/read-card'
import studio from '../studio/rate-card.json'
import type { RateCard } from '../../core/rate-card'
import { changes, mutated, outcome, single } from './hostile'
import { cardOf } from './sample-card'

const flat = { dimensions: {}, charges: [{ name: 'run', amount: '1' }] }
const withCharge = (amount: unknown, more = {}) => ({
  ...cardOf(flat),
  features: { run: { surface: 'any', source: 'page', dimensions: {}, charges: [{ name: 'run', amount }], ...more } },
})
const nest = (depth: number): unknown => (depth === 0 ? '1' : [nest(depth - 1)])
const meters = (m: object) => withCharge('a', { meters: m })

describe('a hostile card is refused with a reason', () => {
  test.each<[string, string | object, RegExp]>([
    ['text that is no JSON', '{"format":1,', /not JSON/],
    ['nothing at all', '', /not JSON/],
    ['a card that is a list', '[]', /object/i],
    ['three million characters', ' '.repeat(CARD_BOUNDS.bytes + 1), /more than/],
    ['a quantity nested a thousand deep', withCharge(nest(1000)), /deep/],
    [
      'a tier list of a million entries',
      withCharge({ of: '1', tiers: Array.from({ length: 300_000 }, () => 0) }),
      /more than/,
    ],
    [
      'a number that JSON reads as infinite',
      JSON.stringify(withCharge('1')).replace('"amount":"1"', '"amount":1e400'),
      /./,
    ],
    ['a meter made of itself', meters({ a: 'b', b: 'a' }), /itself/],
    ['a meter that is nowhere', withCharge('elsewhere'), /neither a dimension nor a meter/],
    [
      'a name of the prototype',
      JSON.stringify(withCharge('1')).replace('"dimensions":{}', '"dimensions":{"__proto__":{"type":"toggle"}}'),
      /./,
    ],
    [
      'a dimension called constructor',
      withCharge('1', { dimensions: { constructor: { type: 'toggle' } } }),
      /reserved/,
    ],
    ['a homoglyph of a name', withCharge('1', { dimensions: { durаtion: { type: 'toggle' } } }), /a name/],
    ['an unknown field', { ...cardOf(flat), script: 'alert(1)' }, /script/],
    ['a field without a name', { ...cardOf(flat), '': 1 }, /"" is not a field/],
    ['a day that is not in the calendar', { ...cardOf(flat), checkedOn: '2026-02-30' }, /day/],
    ['a source that is nowhere', withCharge('1', { source: 'gone' }), /no source/],
    ['an account at another scheme', { ...cardOf(flat), endpoints: { account: 'javascript:alert(1)' } }, /./],
    ['an account on another host by a path', { ...cardOf(flat), endpoints: { account: '//evil.example/' } }, /./],
  ])('%s', (_, card, message) => {
    const { faults } = readCard(typeof card === 'string' ? card : JSON.stringify(card))
    expect(faults?.map((f) => `${f.path} ${f.message}`).join('\n')).toMatch(message)
  })
  test('one deep enough to work and no deeper', () =>
    expect(readCard(JSON.stringify(withCharge(nest(20)))).card).toBeDefined())
})

test('random changes to a real card end in a fault or in a card that answers', () => {
  const ends = { refused: 0, read: 0 }
  const cards = single(studio as unknown as RateCard)
  const one = fc.property(fc.constantFrom(...cards), changes, (card, list) => void ends[outcome(mutated(card, list))]++)
  fc.assert(one, { numRuns: 1000, seed: 3 })
  expect(ends.refused).toBeGreaterThan(50)
  expect(ends.read).toBeGreaterThan(20)
})
