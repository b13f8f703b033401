// @vitest-environment node
import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { Entry } from '../../../core/ledger'
import { makeBackup } from '../../../extension/backup/backup'
import { readBackup, restore, undoableSince, undoRestore } from '../../../extension/backup/restore'
import { keepKeys, keysForBackup } from '../../../extension/background/key-backup'
import { dropAllKeys, keepKey } from '../../../extension/background/keys'
import { ledger } from '../../../extension/ledger/open'
import { addTask, plannedTasks } from '../../../extension/plan/tasks'
import { settings } from '../../../extension/settings'
import { change, load } from '../../../extension/storage'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const dump = JSON.parse(readFileSync(new URL('../migrations/fixtures/1.json', import.meta.url), 'utf8'))
const noon = Date.UTC(2026, 10, 21, 12)
const entry = (id: string): Entry => ({
  id,
  at: noon,
  provider: 'atelier',
  account: 'ann',
  kind: 'charge',
  amount: '5',
  currency: 'credits',
  from: 'history',
})

beforeEach(async () => {
  fakeBrowser.reset()
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.1.0' }) })
  await (await ledger()).clear()
  await dropAllKeys()
})
const stored = () => fakeBrowser.storage.local.get(null)
const ids = async () => (await (await ledger()).read()).map(({ id }) => id)
const fill = async () => {
  await fakeBrowser.storage.local.set(dump)
  await (await ledger()).append([entry('a'), entry('b')])
  await keepKey('ann', { key: 'a-very-secret-key' })
}
const made = async (keys = false) => JSON.stringify(await makeBackup(noon, keys ? await keysForBackup() : undefined))

describe('a backup', () => {
  test('holds what is the user’s own, and comes back whole on an empty computer', async () => {
    await fill()
    const text = await made()
    await fakeBrowser.storage.local.clear()
    await (await ledger()).clear()
    const { items, entries, refused } = await restore(readBackup(text)!, noon)
    expect({ items, entries, refused }).toEqual({ items: Object.keys(dump).length, entries: 2, refused: [] })
    expect(await stored()).toMatchObject(dump)
    expect(await ids()).toEqual(['a', 'b'])
  })
  test('holds the spend plan and every kind of ledger entry, and gives them back as they were', async () => {
    await addTask({ provider: 'runway', feature: 'text-to-video', request: { duration: 5 } }, 'task-1')
    const common = { provider: 'atelier', account: 'ann', at: noon, run: 'r1' }
    const entries = [
      { ...common, id: '1', kind: 'press', feature: 'clip', request: { seconds: 5 }, cardVersion: 1, tags: ['Nord'] },
      { ...common, id: '2', kind: 'estimate', total: { low: '5', high: '6' }, currency: 'credits', on: '2026-11-21' },
      { ...common, id: '3', kind: 'charge', amount: '5', currency: 'credits', from: 'history', outcome: 'failed' },
      { ...common, id: '4', kind: 'refund', amount: '5', currency: 'credits' },
      { ...common, id: '5', kind: 'kept', kept: true },
      { ...common, id: '6', kind: 'tagged', tags: ['spring'] },
      { provider: 'atelier', account: 'ann', at: noon, id: '7', kind: 'balance', balance: '400', currency: 'credits' },
    ].map((one) => Entry.parse(one))
    await (await ledger()).append(entries)
    const plan = await load(plannedTasks)
    expect(plan.tasks).toHaveLength(1)
    const text = await made()
    await fakeBrowser.storage.local.clear()
    await (await ledger()).clear()
    expect(await restore(readBackup(text)!, noon)).toMatchObject({ items: 1, entries: entries.length, refused: [] })
    expect(await load(plannedTasks)).toEqual(plan)
    expect(await (await ledger()).read()).toEqual(entries)
  })
  test('has no key unless asked', async () => {
    await fill()
    expect(await made()).not.toContain('a-very-secret-key')
    const text = await made(true)
    expect(text).toContain('a-very-secret-key')
    await dropAllKeys()
    await keepKeys((await restore(readBackup(text)!, noon)).keys!)
    expect(await keysForBackup()).toEqual({ ann: { key: 'a-very-secret-key' } })
  })
  test('leaves out what is not the user’s own, and what the update channel brought', async () => {
    await fakeBrowser.storage.local.set({ 'aside:x': 1, other: 2, 'channel-kept': { v: 1, value: {} } })
    expect(readBackup(await made())!.stored).toEqual({})
  })
})

describe('a restore', () => {
  test('is undone: settings, accounts and history are as before', async () => {
    await fill()
    const text = await made()
    await fakeBrowser.storage.local.clear()
    await (await ledger()).clear()
    await (await ledger()).append([entry('b'), entry('c')])
    await change(settings, (was) => ({ ...was, language: 'fr' }))
    const before = await stored()
    await restore(readBackup(text)!, noon)
    expect((await load(settings)).language).toBe('de')
    expect(await undoableSince()).toBe(noon)
    expect(await undoRestore()).toBe(true)
    expect(await stored()).toEqual(before)
    expect(await ids()).toEqual(['b', 'c'])
    expect(await undoRestore()).toBe(false)
  })
  test('after an undo brings the same history again', async () => {
    await fill()
    const text = await made()
    await (await ledger()).clear()
    await restore(readBackup(text)!, noon)
    await undoRestore()
    await restore(readBackup(text)!, noon)
    expect(await ids()).toEqual(['a', 'b'])
  })
  test('of the same file twice doubles nothing', async () => {
    await fill()
    const { entries } = await restore(readBackup(await made())!, noon)
    expect(entries).toBe(0)
    expect(await ids()).toEqual(['a', 'b'])
  })
  test('leaves out, by name, what it does not understand', async () => {
    const backup = {
      ...readBackup(await made())!,
      stored: { ...dump, settings: { v: 1, value: { language: 7 } }, 'site:x': 1, odd: 2 },
    }
    const { refused } = await restore(backup, noon)
    expect(refused.toSorted()).toEqual(['odd', 'settings', 'site:x'])
    expect((await load(settings)).language).toBe('browser')
  })
  test('brings nothing of the update channel from a file', async () => {
    const held = { v: 1, value: { serial: 1, sites: {}, connectors: {}, refused: [] } }
    const { refused } = await restore({ ...readBackup(await made())!, stored: { 'channel-kept': held } }, noon)
    expect(refused).toEqual(['channel-kept'])
  })
  test('changes nothing where there is no room for the way back', async () => {
    await fill()
    const text = await made()
    await fakeBrowser.storage.local.clear()
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('quota'))
    await expect(restore(readBackup(text)!, noon)).rejects.toThrow('quota')
    set.mockRestore()
    expect(await stored()).toEqual({})
  })
  test.each([
    ['nothing', ''],
    ['a list', '[]'],
    ['another file', '{"format":"forecost-settings-1"}'],
    ['half a file', '{"format":"forecost-backup-1","madeAt":1'],
    [
      'a prototype name',
      '{"format":"forecost-backup-1","madeAt":1,"version":"1","stored":{},"ledger":[],"constructor":{}}',
    ],
  ])('of %s is refused', (_, text) => expect(readBackup(text)).toBeUndefined())
})
