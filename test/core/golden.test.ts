import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadCards, providerName, providers } from '../../core/rate-cards'
import { goldenTable } from './golden/table'

const cards = await loadCards()

test.each(cards)('the prices of $name are those of its table (npm run cards:golden writes it anew)', (card) => {
  const file = `test/core/golden/${card.provider}.txt`
  expect(existsSync(file), `${file} is missing: npm run cards:golden`).toBe(true)
  expect(goldenTable(card)).toBe(readFileSync(file, 'utf8'))
})

test('no table is left of a card that is gone', () => {
  const tables = readdirSync('test/core/golden').filter((name) => name.endsWith('.txt'))
  expect(tables.filter((name) => !providers.includes(name.replace('.txt', '')))).toEqual([])
})

test('a provider is called what its card says, without loading the card', () => {
  expect(cards.map(({ provider }) => providerName(provider))).toEqual(cards.map(({ name }) => name))
  expect(providerName('unheard-of')).toBe('unheard-of')
})
