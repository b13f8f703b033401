import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import * as z from '../../core/zod'
import { change, load, save, type Item } from '../../extension/storage'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))
beforeEach(() => fakeBrowser.reset())

const Second = z.strictObject({ names: z.array(z.string()) })
const names: Item<z.infer<typeof Second>> = {
  key: 'names',
  version: 2,
  schema: Second,
  initial: () => ({ names: [] }),
  migrations: { 1: (old) => ({ names: [(old as { name: string }).name] }) },
}
/** An object as Chromium stores it. */
const sorted = (value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([k, v]) => [k, sorted(v)]),
      )
    : value
const stored = async (key: string) => (await fakeBrowser.storage.local.get(key))[key]

test('what was never written is the initial value', async () => {
  expect(await load(names)).toEqual({ names: [] })
})
test('an earlier shape is migrated', async () => {
  await fakeBrowser.storage.local.set({ names: { v: 1, value: { name: 'ann' } } })
  expect(await load(names)).toEqual({ names: ['ann'] })
})
test.each([
  ['a shape that is wrong', { v: 2, value: { names: 7 } }],
  ['a later version than ours', { v: 3, value: { names: ['x'] } }],
  ['no envelope', 'text'],
  ['an earlier shape that cannot be migrated', { v: 1, value: null }],
])('%s is put aside, not lost', async (_, raw) => {
  await fakeBrowser.storage.local.set({ names: raw })
  expect(await load(names)).toEqual({ names: [] })
  expect(await stored('aside:names')).toEqual(raw)
})
test('what is kept comes back in its own order, where the browser sorts the keys of objects', async () => {
  const set = fakeBrowser.storage.local.set.bind(fakeBrowser.storage.local)
  const spy = vi
    .spyOn(fakeBrowser.storage.local, 'set')
    .mockImplementation((record) => set(sorted(record) as typeof record))
  const prices: Item<Record<string, string>> = {
    key: 'prices',
    version: 1,
    schema: z.record(z.string(), z.string()),
    initial: () => ({}),
    migrations: {},
  }
  await save(prices, { variants: '1', duration: '5' })
  expect(Object.keys(await load(prices))).toEqual(['variants', 'duration'])
  spy.mockRestore()
})
test('changes made at once are made one after the other', async () => {
  const add = (name: string) => change(names, (was) => ({ names: [...was.names, name] }))
  await Promise.all(['a', 'b', 'c'].map(add))
  expect(await load(names)).toEqual({ names: ['a', 'b', 'c'] })
})
test('a full store makes room by what was put aside, then says so', async () => {
  await fakeBrowser.storage.local.set({ 'aside:names': 'old' })
  const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'))
  await save(names, { names: ['a'] })
  expect(await stored('aside:names')).toBeUndefined()
  expect(await load(names)).toEqual({ names: ['a'] })
  set.mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'))
  await expect(save(names, { names: ['b'] })).rejects.toThrow('quota')
  expect(await load(names)).toEqual({ names: ['a'] })
})
