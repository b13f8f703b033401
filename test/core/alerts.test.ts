import { describe, expect, test } from 'vitest'
import { alertsFor, isLow, type AlertRules, type Risk } from '../../core/alerts'

const rules: AlertRules = { on: true, lapseWithin: 0, quiet: { from: 22 * 60, to: 7 * 60 } }
const low: Risk = { kind: 'low', account: 'a', key: '2026-11' }
const noon = 12 * 60

describe('one alert an episode', () => {
  const first = alertsFor([low], [], rules, 1, noon)
  test('a new risk is told', () => expect(first.tell).toEqual([low]))
  test('and not again while it lasts', () => expect(alertsFor([low], first.told, rules, 2, noon).tell).toEqual([]))
  test('again when it was over and comes back', () => {
    const over = alertsFor([], first.told, rules, 3, noon)
    expect(over.told).toEqual([])
    expect(alertsFor([low], over.told, rules, 4, noon).tell).toEqual([low])
  })
  test.each<[string, number, number]>([
    ['at noon', noon, 1],
    ['at 21:59', 22 * 60 - 1, 1],
    ['not at 22:00', 22 * 60, 0],
    ['not at 3:00', 180, 0],
    ['at 7:00', 7 * 60, 1],
  ])('%s', (_, minute, count) => expect(alertsFor([low], [], rules, 1, minute).tell).toHaveLength(count))
  test('what began in quiet hours is told after them', () => {
    const night = alertsFor([low], [], rules, 1, 180)
    expect(alertsFor([low], night.told, rules, 2, noon).tell).toEqual([low])
  })
  test('switched off, nothing is told', () =>
    expect(alertsFor([low], [], { ...rules, on: false }, 1, noon).tell).toEqual([]))
})

test.each<[string | undefined, string | undefined, boolean]>([
  ['99.9', '100', true],
  ['100', '100', false],
  ['5', undefined, false],
  [undefined, '100', false],
])('a balance of %s against a mark of %s: low %s', (balance, lowBelow, low) =>
  expect(isLow(balance, { ...rules, lowBelow })).toBe(low),
)
