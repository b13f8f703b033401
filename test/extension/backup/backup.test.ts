// @vitest-environment node
import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { Entry } from '../../../core/ledger'
import { runsOf } from '../../../core/projections'
import { makeBackup, type Backup } from '../../../extension/backup/backup'
import { readBackup, restore, undoableSince, undoRestore } from '../../../extension/backup/restore'
import { keepKeys, keysForBackup } from '../../../extension/background/key-backup'
import { dropAllKeys, keepKey } from '../../../extension/background/keys'
import { ledger } from '../../../extension/ledger/open'
import { linked } from '../../../extension/linked'
import { addTask, plannedTasks } from '../../../extension/plan/tasks'
import { settings } from '../../../extension/settings'
import { change, load, save } from '../../../extension/storage'

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
  await save(linked('ann'), { kind: 'key', provider: 'runway', addedAt: noon })
  await (await ledger()).append([entry('a'), entry('b')])
  await keepKey('ann', { key: 'a-very-secret-key' })
}
const read = (text: string) => readBackup(text) as Backup
const made = async (keys = false) => JSON.stringify(await makeBackup(noon, keys ? await keysForBackup() : undefined))

describe('a backup', () => {
  test('holds what is the user’s own, and comes back whole on an empty computer', async () => {
    await fill()
    const text = await made()
    await fakeBrowser.storage.local.clear()
    await (await ledger()).clear()
    const { items, entries, refused } = await restore(read(text), noon)
    expect({ items, entries, refused }).toEqual({ items: Object.keys(dump).length + 1, entries: 2, refused: [] })
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
    expect(await restore(read(text), noon)).toMatchObject({ items: 1, entries: entries.length, refused: [] })
    expect(await load(plannedTasks)).toEqual(plan)
    expect(await (await ledger()).read()).toEqual(entries)
  })
  test('has no key unless asked', async () => {
    await fill()
    expect(await made()).not.toContain('a-very-secret-key')
    const text = await made(true)
    expect(text).toContain('a-very-secret-key')
    await dropAllKeys()
    await fakeBrowser.storage.local.clear()
    expect(await keepKeys((await restore(read(text), noon)).keys!)).toBe(0)
    expect(await keysForBackup()).toEqual({ ann: { key: 'a-very-secret-key' } })
  })
  test('leaves out what is not the user’s own, and what the update channel brought', async () => {
    await fakeBrowser.storage.local.set({ 'aside:x': 1, other: 2, 'channel-kept': { v: 1, value: {} } })
    expect(read(await made()).stored).toEqual({})
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
    await restore(read(text), noon)
    expect((await load(settings)).language).toBe('de')
    expect(await undoableSince()).toBe(noon)
    expect(await undoRestore()).toBe(true)
    expect(await stored()).toEqual(before)
    expect(await ids()).toEqual(['b', 'c'])
    expect(await undoRestore()).toBe(false)
  })
  test('gives charges that the vendor has told here already to the presses they belong to, and takes them back when undone', async () => {
    const run = { provider: 'atelier', account: 'ann', at: noon, run: 'r1' }
    const press = { ...run, id: 'p', kind: 'press', feature: 'clip', request: {}, cardVersion: 1 }
    await (await ledger()).append([Entry.parse(press), { ...entry('a'), run: 'r1' } as Entry])
    const text = await made()
    await (await ledger()).clear()
    await (await ledger()).append([entry('a')])
    await restore(read(text), noon)
    expect(runsOf(await (await ledger()).read())).toMatchObject([{ press: { id: 'p' }, net: '5' }])
    await undoRestore()
    expect(await (await ledger()).read()).toEqual([entry('a')])
  })
  test('after an undo brings the same history again', async () => {
    await fill()
    const text = await made()
    await (await ledger()).clear()
    await restore(read(text), noon)
    await undoRestore()
    await restore(read(text), noon)
    expect(await ids()).toEqual(['a', 'b'])
  })
  test('after an undo stands in nobody’s way: the vendor may tell the same lines', async () => {
    await fill()
    const text = await made()
    await (await ledger()).clear()
    await restore(read(text), noon)
    await undoRestore()
    expect(await (await ledger()).append([entry('a')])).toBe(1)
  })
  test('of the same file twice doubles nothing', async () => {
    await fill()
    const { entries } = await restore(read(await made()), noon)
    expect(entries).toBe(0)
    expect(await ids()).toEqual(['a', 'b'])
  })
  test('leaves out, by name, what it does not understand', async () => {
    const backup = {
      ...read(await made()),
      stored: { ...dump, settings: { v: 1, value: { language: 7 } }, 'site:x': 1, odd: 2 },
    }
    const { refused } = await restore(backup, noon)
    expect(refused.toSorted()).toEqual(['odd', 'settings', 'site:x'])
    expect((await load(settings)).language).toBe('browser')
  })
  test('brings nothing of the update channel from a file', async () => {
    const held = { v: 1, value: { serial: 1, sites: {}, connectors: {}, refused: [] } }
    const { refused } = await restore({ ...read(await made()), stored: { 'channel-kept': held } }, noon)
    expect(refused).toEqual(['channel-kept'])
  })
  test('changes nothing where there is no room for the way back', async () => {
    await fill()
    const text = await made()
    await fakeBrowser.storage.local.clear()
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('quota'))
    await expect(restore(read(text), noon)).rejects.toThrow('quota')
    set.mockRestore()
    expect(await stored()).toEqual({})
  })
  test('changes nothing where there is no room for what is restored, and offers no way back from it', async () => {
    await fill()
    const text = await made()
    await fakeBrowser.storage.local.clear()
    const room = fakeBrowser.storage.local.set.bind(fakeBrowser.storage.local)
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation(async (items) => {
      if ('settings' in items) throw new Error('quota')
      return room(items)
    })
    await expect(restore(read(text), noon)).rejects.toThrow('quota')
    set.mockRestore()
    expect(await stored()).toEqual({})
    expect(await undoableSince()).toBeUndefined()
  })
  test('of a file with one id twice counts it once, and keeps what is here under an id that is here', async () => {
    await fill()
    const other = { ...entry('a'), amount: '9' } as Entry
    const twice = [other, entry('c'), { ...entry('c'), amount: '7' } as Entry]
    expect((await restore({ ...read(await made()), ledger: twice }, noon)).entries).toBe(1)
    expect(await (await ledger()).read()).toEqual([entry('a'), entry('b'), entry('c')])
  })
  test('puts no key over another, keeps none without an account, and leaves none behind when it is undone', async () => {
    await fill()
    const backup = {
      ...read(await made(true)),
      keys: { ann: { key: 'of the file' }, nobody: { key: 'of no account' } },
    }
    expect(await keepKeys((await restore(backup, noon)).keys!)).toBe(1)
    expect(await keysForBackup()).toEqual({ ann: { key: 'a-very-secret-key' } })
    await fakeBrowser.storage.local.clear()
    await dropAllKeys()
    expect(await keepKeys((await restore(backup, noon)).keys!)).toBe(0)
    expect(await keysForBackup()).toEqual({ ann: { key: 'of the file' } })
    await undoRestore()
    await keepKeys({})
    expect(await keysForBackup()).toEqual({})
  })
  test('of 10 MB of foreign names leaves all of them out', async () => {
    const stored = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`name ${n}`, 'x'.repeat(500)]))
    const { items, refused } = await restore(read(JSON.stringify({ ...read(await made()), stored })), noon)
    expect([items, refused.length]).toEqual([0, 20_000])
  })
  test.each([
    ['nothing', ''],
    ['a list', '[]'],
    ['another file', '{"format":"forecost-settings-1"}'],
    ['half a file', '{"format":"forecost-backup-1","madeAt":1'],
    [
      'a prototype name',
      '{"format":"forecost-backup-1","madeAt":1,"version":"0.1.0","stored":{},"ledger":[],"constructor":{}}',
    ],
    ['a page', '<!doctype html><title>Sign in</title>'],
    ['an earlier format', '{"format":"forecost-backup-0","version":"9.0.0"}'],
    ['a version in words', '{"format":"forecost-backup-2","version":"the newest"}'],
  ])('of %s is refused', (_, text) => expect(readBackup(text)).toBe('notOne'))
  test('cut off anywhere is refused', async () => {
    await fill()
    const text = await made(true)
    for (let length = 0; length < text.length; length += 97) expect(readBackup(text.slice(0, length))).toBe('notOne')
  })
  test.each([
    ['another format', { format: 'forecost-backup-2' }],
    ['kinds of entries that are not known here', { format: 'forecost-backup-1', ledger: [{ kind: 'new' }] }],
    ['parts that are not known here', { format: 'forecost-backup-1', stored: {}, ledger: [], madeAt: 1, more: 1 }],
  ])('of a newer version with %s says that it is newer', (_, rest) => {
    expect(readBackup(JSON.stringify({ version: '0.2.0', ...rest }))).toBe('newer')
    expect(readBackup(JSON.stringify({ version: '0.1.0', ...rest }))).toBe('notOne')
  })
  test('of more than is read is refused as too big', () => expect(readBackup(' '.repeat(60_000_001))).toBe('tooBig'))
})
