// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { itemAt, kinds } from '../../../extension/items'
import { settings } from '../../../extension/settings'
import { currentAccount, site } from '../../../extension/site'
import { load, understood } from '../../../extension/storage'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))

// Each fixture is what an earlier version really left in storage. One is added whenever a shape changes; none is ever edited.

const folder = new URL('./fixtures/', import.meta.url)
const dumps = readdirSync(folder).map((name) => ({
  name,
  stored: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { [key: string]: { v: number } },
}))

beforeEach(() => fakeBrowser.reset())

describe.each(dumps)('what $name holds', ({ stored }) => {
  test.each(Object.keys(stored))('%s is understood by this version', (key) => {
    const item = itemAt(key)
    expect(item?.key).toBe(key)
    expect(understood(item!, stored[key])).toBeDefined()
  })
  test('is read without putting anything aside', async () => {
    await fakeBrowser.storage.local.set(stored)
    for (const key of Object.keys(stored)) await load(itemAt(key)!)
    expect(Object.keys(await fakeBrowser.storage.local.get(null)).filter((key) => key.startsWith('aside:'))).toEqual([])
  })
})

test('the first version’s settings, card and account come through whole', async () => {
  await fakeBrowser.storage.local.set(dumps.find(({ name }) => name === '1.json')!.stored)
  expect(await load(settings)).toMatchObject({ language: 'de', refreshEvery: 5, off: ['https://off.example'] })
  const kept = await load(site('https://atelier.example'))
  expect(kept.card?.card.name).toBe('Atelier')
  expect(currentAccount(kept)).toMatchObject({ balance: '400', organisation: { name: 'Nord' } })
})

test.each(
  kinds.map(({ key, itemOf }) => [key, itemOf('https://a.example') as { version: number; migrations: object }]),
)('%s knows the way from every earlier version', (_, { version, migrations }) => {
  const steps = Object.keys(migrations).map(Number)
  expect(steps.toSorted((a, b) => a - b)).toEqual(Array.from({ length: version - 1 }, (_step, i) => i + 1))
})

test('everything that is stored is in the registry', () => {
  const registry = readFileSync('extension/items.ts', 'utf8')
  const sources = readdirSync('extension', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
  const declared = sources
    .filter((path) => !['storage.ts', 'items.ts', 'backup/restore.ts'].includes(path))
    .flatMap((path) => [
      ...readFileSync(`extension/${path}`, 'utf8').matchAll(/const (\w+)(?:: Item<| = \(\w+: string\): Item<)/g),
    ])
    .map(([, name]) => name!)
  expect(declared.length).toBeGreaterThan(10)
  for (const name of declared) expect(registry).toMatch(new RegExp(`\\b(one\\(|, )${name},`))
})

test('every kind of thing that is stored is in the newest fixture', () => {
  const newest = dumps.toSorted((a, b) => Number(a.name.split('.')[0]) - Number(b.name.split('.')[0])).at(-1)!
  const keys = Object.keys(newest.stored)
  for (const { key } of kinds) expect(keys.some((it) => it.startsWith(key))).toBe(true)
})
