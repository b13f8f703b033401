// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { loadCard } from '../../../core/rate-cards'
import { channelAlarm, checkChannel, syncChannelAlarm } from '../../../extension/background/channel'
import { providerCard } from '../../../extension/background/provider-card'
import { siteFilesAt } from '../../../extension/background/site-files'
import { connectorStop } from '../../../extension/background/stops'
import { isOn } from '../../../extension/background/sites'
import { viewOf } from '../../../extension/background/view'
import { channelChoice, channelKept, type ChannelChoice } from '../../../extension/channel/kept'
import { load, save } from '../../../extension/storage'
import { openChannel } from '../channel/signer'
import { freshBrowser } from './granted'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const noon = Date.UTC(2026, 10, 21, 12)
const reels = 'https://reels.example'
let channel: Awaited<ReturnType<typeof openChannel>>

beforeEach(async () => {
  channel = await openChannel()
  freshBrowser(['https://reels.example/*'])
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.1.0' }) })
})
afterEach(() => channel.close())

const choose = (choice: Partial<ChannelChoice> = {}) =>
  save(channelChoice, { on: true, url: channel.url, publicKey: channel.publicKey, ...choice })
const check = () => checkChannel(() => noon)

const runway = (await loadCard('runway'))!
const newer = (version = runway.version + 1) => JSON.stringify({ ...runway, version })
const file = (change: object = {}) =>
  JSON.stringify({
    format: 1,
    id: 'reels',
    name: 'Reel Maker',
    version: 1,
    match: ['https://reels.example/*'],
    card: { provider: 'runway' },
    forms: [{ feature: 'text-to-video', generate: [{ by: 'text', value: 'Generate' }], dimensions: {} }],
    ...change,
  })

describe('the channel', () => {
  test('is off by default: nothing is asked, and nothing is planned', async () => {
    await channel.publish({ serial: 1 })
    expect(await check()).toBe('off')
    await syncChannelAlarm()
    expect(channel.asked).toEqual([])
    expect(await fakeBrowser.alarms.get(channelAlarm)).toBeUndefined()
  })
  test.each<[string, Partial<ChannelChoice>]>([
    ['switched off', { on: false }],
    ['without a key', { publicKey: undefined }],
    ['without an address', { url: undefined }],
    ['over plain http on another computer', { url: 'http://updates.example/release.json' }],
  ])('%s is off', async (_, choice) => {
    await choose(choice)
    expect(await check()).toBe('off')
  })
  test('that is on is asked once a day, and no more when it is off again', async () => {
    await choose()
    await syncChannelAlarm()
    expect((await fakeBrowser.alarms.get(channelAlarm))?.periodInMinutes).toBe(1440)
    await choose({ on: false })
    await syncChannelAlarm()
    expect(await fakeBrowser.alarms.get(channelAlarm)).toBeUndefined()
  })
  test('brings a newer card, which is in force at once, and not when it is off', async () => {
    await choose()
    await channel.publish({ serial: 1, cards: { runway: newer() } })
    await check()
    expect((await providerCard('runway'))?.version).toBe(runway.version + 1)
    await choose({ on: false })
    expect((await providerCard('runway'))?.version).toBe(runway.version)
  })
  test('that is switched off while it is asked brings nothing', async () => {
    await choose()
    await channel.publish({ serial: 1, cards: { runway: newer() } })
    const checking = check()
    await choose({ on: false })
    expect(await checking).toBe('off')
    expect(await load(channelKept)).toEqual(channelKept.initial())
  })
  test('that another takes the place of while it is asked is not what that other brings', async () => {
    const other = await openChannel()
    await choose()
    await channel.publish({ serial: 1 })
    await other.publish({ serial: 7 })
    const checking = check()
    await choose({ url: other.url, publicKey: other.publicKey })
    await Promise.all([checking, check()])
    expect(await load(channelKept)).toMatchObject({ publicKey: other.publicKey, serial: 7, refused: [] })
    await other.close()
  })
  test('brings no card older than the shipped one, and the reason is kept', async () => {
    await choose()
    const low = JSON.stringify({ ...runway, version: runway.version - 1 })
    await channel.publish({ serial: 1, cards: { runway: runway.version > 1 ? low : newer(0) } })
    await check()
    const { refused, refusedAt } = await load(channelKept)
    expect(refused[0]?.what).toBe('cards/runway')
    expect(refusedAt).toBe(noon)
    expect((await providerCard('runway'))?.version).toBe(runway.version)
  })
  test('keeps what it has through a roll-back, and says so', async () => {
    await choose()
    await channel.publish({ serial: 5, cards: { runway: newer() } })
    await check()
    await channel.publish({ serial: 4, cards: { runway: newer(runway.version + 9) } })
    await check()
    expect((await load(channelKept)).refused).toMatchObject([{ what: 'release', why: 'rolled-back' }])
    expect((await load(channelKept)).serial).toBe(5)
    expect((await providerCard('runway'))?.version).toBe(runway.version + 1)
  })
  test('of another key starts from nothing', async () => {
    await choose()
    await channel.publish({ serial: 9, cards: { runway: newer() } })
    await check()
    const other = await openChannel()
    await other.publish({ serial: 1 })
    await choose({ url: other.url, publicKey: other.publicKey })
    await check()
    expect(await load(channelKept)).toMatchObject({ serial: 1, refused: [] })
    expect((await providerCard('runway'))?.version).toBe(runway.version)
    await other.close()
  })
})

describe('a site', () => {
  test('is priced by the card its file names, where it states none itself', async () => {
    await choose()
    await channel.publish({ serial: 1, files: { reels: file() } })
    await check()
    expect(await viewOf(reels)).toMatchObject({ on: true, cardFrom: 'provider', card: { provider: 'runway' } })
  })
  test('is switched off, mended, and stays off under a roll-back', async () => {
    await choose()
    await channel.publish({ serial: 1, files: { reels: file() } })
    await check()
    expect(await isOn(reels)).toBe(true)
    await channel.publish({ serial: 2, files: { reels: file() }, states: { reels: { disabled: true } } })
    await check()
    expect(await isOn(reels)).toBe(false)
    expect(await viewOf(reels)).toEqual({ on: false })
    await channel.publish({ serial: 1, files: { reels: file() } })
    await check()
    expect(await isOn(reels)).toBe(false)
    await channel.publish({ serial: 3, files: { reels: file({ version: 2, name: 'Mended' }) } })
    await check()
    expect(await isOn(reels)).toBe(true)
    expect((await siteFilesAt(reels)).map(({ name }) => name)).toEqual(['Mended'])
  })
  test('without a file of its own is switched off by its address', async () => {
    await choose()
    await channel.publish({ serial: 1, states: { any: { disabled: true, match: ['https://*.reels.example/*'] } } })
    await check()
    expect(await isOn(reels)).toBe(false)
    await choose({ on: false })
    expect(await isOn(reels)).toBe(true)
  })
  test('that needs a newer add-on waits for it', async () => {
    await choose()
    await channel.publish({ serial: 1, states: { any: { minVersion: '0.2', match: ['https://reels.example/*'] } } })
    await check()
    expect(await isOn(reels)).toBe(false)
  })
})

test('a connector is switched off', async () => {
  await choose()
  await channel.publish({ serial: 1, connectors: { leaky: { disabled: true } } })
  await check()
  expect(await connectorStop('leaky')).toBe('disabled')
  expect(await connectorStop('runway')).toBeUndefined()
})
