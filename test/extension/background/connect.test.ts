// @vitest-environment node
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { readHistoryOf, readLinked } from '../../../extension/background/connect'
import { fetchAnswer } from '../../../extension/background/fetch'
import { allKeys, keyOf } from '../../../extension/background/keys'
import {
  forgetUnlinked,
  linkAgain,
  linkKey,
  linkPage,
  relink,
  undoFor,
  unlink,
} from '../../../extension/background/linking'
import { grantedPatterns } from '../../../extension/background/sites'
import { linked, linkedPrefix, presentIn } from '../../../extension/linked'
import { load, loadAll } from '../../../extension/storage'
import { freshBrowser } from './granted'
import { json, openSite, status, type Answers } from './site-server'
import { allowHosts, openVendor } from './vendor'

vi.mock('webextension-polyfill', async () => ({ default: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const noon = Date.UTC(2026, 10, 21, 12)
const floor = 300_000
const path = '/openapi/v1/balance'
const host = 'https://api.meshy.ai/*'
let vendor: Awaited<ReturnType<typeof openVendor>>
let time = noon
const now = () => time

beforeEach(async () => {
  time = noon
  freshBrowser([])
  allowHosts([host])
})
afterEach(async () => {
  await vendor?.close()
})

async function meshy(answers: Answers = { [path]: json({ balance: 1000 }) }) {
  vendor = await openVendor('meshy', answers)
  return (await linkKey({ kind: 'link-key', provider: 'meshy', key: 'msy_secret' }, now))!.id
}
const kept = async (id: string) => (await load(linked(id)))!
const later = async (id: string, ms = floor) => {
  time += ms
  return (await readLinked(id, now))!
}

describe('an account behind a key', () => {
  test('is read at once, with the key in its header and at its own origin only', async () => {
    const id = await meshy()
    expect((await kept(id)).account).toMatchObject({ balance: '1000', from: 'connector', surface: 'api', readAt: noon })
    expect(vendor.calls.map(({ url }) => url)).toEqual(['https://api.meshy.ai/openapi/v1/balance'])
    const { headers, ...init } = vendor.calls[0]!.init
    expect(headers).toMatchObject({ Authorization: 'Bearer msy_secret' })
    expect(init).toMatchObject({
      method: 'GET',
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
  })
  test('for which there is no room leaves no key behind', async () => {
    const full = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES'))
    const before = await allKeys()
    await expect(meshy()).rejects.toThrow('QUOTA_BYTES')
    full.mockRestore()
    expect(await allKeys()).toEqual(before)
  })
  test('has its key in its own store, and in no message, nor in what our pages read', async () => {
    const id = await meshy()
    expect(await keyOf(id)).toEqual({ key: 'msy_secret' })
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('msy_secret')
  })
  test('is not asked more often than the connector says', async () => {
    const id = await meshy()
    await later(id, floor - 1)
    expect(vendor.calls).toHaveLength(1)
    await later(id, 1)
    expect(vendor.calls).toHaveLength(2)
  })
  test('is asked again when the clock was set back', async () => {
    const id = await meshy()
    await later(id, -3_600_000)
    expect(vendor.calls).toHaveLength(2)
  })
  test('is read once where two ask at the same moment', async () => {
    const id = await meshy()
    time += floor
    await Promise.all([readLinked(id, now), readLinked(id, now)])
    expect(vendor.calls).toHaveLength(2)
  })
  test('is not asked without the permission for its host, and says so', async () => {
    const id = await meshy()
    allowHosts([])
    expect((await later(id)).problem?.code).toBe('not-allowed')
    expect(vendor.calls).toHaveLength(1)
  })
  test('takes another key at once', async () => {
    const id = await meshy({ [path]: status(401) })
    expect((await kept(id)).problem?.code).toBe('bad-key')
    vendor.answers[path] = json({ balance: 7 })
    await relink({ kind: 'relink', id, key: 'msy_other' }, now)
    expect(await kept(id)).toMatchObject({ account: { balance: '7' } })
    expect((await kept(id)).problem).toBeUndefined()
    expect(vendor.calls.at(-1)!.init.headers).toMatchObject({ Authorization: 'Bearer msy_other' })
  })
  test('is read anew with another key, where the one before is still being tried', async () => {
    const id = await meshy()
    let late: (() => void) | undefined
    vendor.answers[path] = (request, response) => {
      const isOld = request.headers.authorization === 'Bearer msy_secret'
      if (isOld) late = () => status(401)(request, response)
      else json({ balance: 700 })(request, response)
    }
    time += floor
    const before = readLinked(id, now)
    await expect.poll(() => late).toBeDefined()
    const after = relink({ kind: 'relink', id, key: 'msy_other' }, now)
    await expect.poll(() => keyOf(id)).toEqual({ key: 'msy_other' })
    late!()
    await Promise.all([before, after])
    expect(await kept(id)).toMatchObject({ account: { balance: '700' } })
    expect((await kept(id)).problem).toBeUndefined()
  })
  test('of a vendor without a connector is not added', async () => {
    await meshy()
    expect(await linkKey({ kind: 'link-key', provider: 'constructor', key: 'x' }, now)).toBeUndefined()
    expect((await allKeys()).size).toBeGreaterThan(0)
  })
})

describe('a vendor that answers badly', () => {
  const table: [string, Answers[string], string][] = [
    ['rejects the key', status(401), 'bad-key'],
    ['refuses the key', status(403), 'no-permission'],
    ['has no such account', status(404), 'no-account'],
    ['wants to be paid', status(402), 'out-of-credit'],
    ['is throttled', status(429), 'throttled'],
    ['fails', status(500), 'down'],
    ['is out of service', status(503), 'down'],
    ['sends elsewhere', status(302, { Location: 'https://evil.example/' }), 'elsewhere'],
    ['sends elsewhere for good', status(308, { Location: '/openapi/v1/balance2' }), 'elsewhere'],
    ['answers a page', (_, r) => void r.end('<!doctype html>'), 'nonsense'],
    ['answers nothing', (_, r) => void r.end(), 'nonsense'],
    ['answers a number in words', json({ balance: 'a thousand' }), 'nonsense'],
    ['answers a list', json([1000]), 'nonsense'],
    ['answers true', json({ balance: true }), 'nonsense'],
    ['answers an object for a number', json({ balance: { amount: 3 } }), 'nonsense'],
    ['answers not-a-number', (_, r) => void r.end('{"balance": NaN}'), 'nonsense'],
    ['answers null', json({ balance: null }), 'nonsense'],
    ['nests without end', (_, r) => void r.end('['.repeat(100_000)), 'nonsense'],
    ['breaks off', (_, r) => void r.destroy(), 'down'],
    ['answers ten megabytes', (_, r) => void r.end(`{"balance": 1, "x": "${'x'.repeat(10_000_000)}"}`), 'too-big'],
  ]
  test.each(table)('one that %s is named, and the last good value stays with its age', async (_, answer, code) => {
    const id = await meshy()
    vendor.answers[path] = answer
    const after = await later(id)
    expect(after.problem).toMatchObject({ code, at: time })
    expect(after.account).toMatchObject({ balance: '1000', readAt: noon })
  })
  test('a number that JavaScript cannot hold is never shown rounded', async () => {
    const id = await meshy({ [path]: (_, r) => void r.end('{"balance": 12345678901234567890.5}') })
    const read = (await kept(id)).account?.balance
    // Engines that tell the source of a number give it whole; the others keep what they parsed, and say nothing else.
    expect(['12345678901234567890.5', String(Number('12345678901234567890.5'))]).toContain(read)
  })
  test.each([
    ['a number of seconds', { 'Retry-After': '120' }, 120_000],
    [
      'a date, against its own clock',
      { 'Retry-After': 'Sat, 01 Jan 2000 00:10:00 GMT', Date: 'Sat, 01 Jan 2000 00:00:00 GMT' },
      600_000,
    ],
    ['a year, which is cut to a day', { 'Retry-After': '31536000' }, 86_400_000],
  ])('that throttles and names %s is left alone until then', async (_, headers, wait) => {
    const id = await meshy({ [path]: status(429, headers) })
    expect((await kept(id)).problem).toEqual({ code: 'throttled', at: noon, until: noon + wait })
    await later(id, Math.max(wait, floor) - 1)
    expect(vendor.calls).toHaveLength(1)
    await later(id, 1)
    expect(vendor.calls).toHaveLength(2)
  })
  test('a reply that drips is left when its time is over, and the vendor sees the line close', async () => {
    let closed = 0
    let sent = 0
    const site = await openSite({
      '/drip': (_, response) => {
        response.write('{"balance": 1')
        const drip = () => response.write(' ', () => ((sent += 1), closed === 0 && setTimeout(drip, 10)))
        response.on('close', () => (closed += 1))
        drip()
      },
    })
    expect(await fetchAnswer(`${site.origin}/drip`, {}, { bytes: 1000, seconds: 0.3 })).toEqual({ problem: 'slow' })
    await expect.poll(() => closed).toBe(1)
    expect(sent).toBeLessThan(1000)
    await site.close()
  })
  test('with no network, that is what is said', async () => {
    const id = await meshy()
    await vendor.close()
    vi.stubGlobal('navigator', { onLine: false })
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect((await later(id)).problem?.code).toBe('offline')
    vi.unstubAllGlobals()
  })
})

test('a token signed by a clock that is wrong is told apart from a wrong key', async () => {
  allowHosts(['https://api-singapore.klingai.com/*'])
  const answer: Answers[string] = (_, response) => {
    response.writeHead(401, { Date: new Date(noon + 3_600_000).toUTCString() })
    response.end('{}')
  }
  vendor = await openVendor('kling', {})
  vendor.answers[`/account/costs?start_time=${noon - 400 * 86_400_000}&end_time=${noon}`] = answer
  const { id } = (await linkKey({ kind: 'link-key', provider: 'kling', key: 'ak', secret: 'sk' }, now))!
  expect((await kept(id)).problem?.code).toBe('clock')
})

describe('a chain of calls', () => {
  const credits = '/api/v1/credits'
  const key = '/api/v1/key'
  const openrouter = async (answers: Answers) => {
    allowHosts(['https://openrouter.ai/*'])
    vendor = await openVendor('openrouter', answers)
    return kept((await linkKey({ kind: 'link-key', provider: 'openrouter', key: 'sk' }, now))!.id)
  }
  test('goes on where the first may not be asked by this kind of key', async () => {
    const it = await openrouter({
      [credits]: status(403),
      [key]: json({ data: { limit: 100, limit_remaining: 74.5, usage: 25.5 } }),
    })
    expect(it.account).toMatchObject({ balance: '74.5', cap: { max: '100', used: '25.5' } })
    expect(vendor.asked).toEqual([credits, key])
  })
  test('ends where the first one tells', async () => {
    await openrouter({ [credits]: json({ data: { total_credits: 100, total_usage: 25 } }) })
    expect(vendor.asked).toEqual([credits])
  })
  test('says the key is wrong where the last one says so', async () => {
    const it = await openrouter({ [credits]: status(401), [key]: status(401) })
    expect(it.problem?.code).toBe('bad-key')
  })
})

describe('an account that is taken away', () => {
  test('comes back whole, key and all', async () => {
    const id = await meshy()
    await unlink({ kind: 'unlink', id }, now)
    await later(id)
    expect(vendor.calls).toHaveLength(1)
    await forgetUnlinked(now())
    await linkAgain({ kind: 'link-again', id })
    expect((await later(id)).account?.balance).toBe('1000')
    expect(vendor.calls).toHaveLength(2)
  })
  test('is gone for good after a while, with its key and the permission nothing else needs', async () => {
    const id = await meshy()
    const removed = allowHosts([host, 'https://tool.example/*'])
    await unlink({ kind: 'unlink', id }, now)
    await forgetUnlinked(now() + undoFor)
    expect(await load(linked(id))).toBeUndefined()
    expect(await keyOf(id)).toBeUndefined()
    expect(removed).toEqual([host])
  })
  test('leaves the permission that another account needs', async () => {
    const id = await meshy()
    await linkKey({ kind: 'link-key', provider: 'meshy', key: 'msy_second' }, now)
    const removed = allowHosts([host])
    await unlink({ kind: 'unlink', id }, now)
    await forgetUnlinked(now() + undoFor)
    expect(removed).toEqual([])
  })
})

test('a host allowed for an account is no site of the overlay', async () => {
  allowHosts([host, 'https://tool.example/*'])
  expect(await grantedPatterns()).toEqual(['https://tool.example/*'])
})

describe('a charge history', () => {
  const fal = async (answers: Answers) => {
    allowHosts(['https://api.fal.ai/*'])
    vendor = await openVendor('fal', {
      '/v1/account/billing?expand=credits': json({ credits: { current_balance: 24.5, currency: 'USD' } }),
      ...answers,
    })
    return (await linkKey({ kind: 'link-key', provider: 'fal', key: 'k' }, now))!.id
  }
  const start = `/v1/models/billing-events?start=${encodeURIComponent(new Date(noon - 30 * 86_400_000).toISOString())}&limit=1000`
  const event = (n: number, cost: number | string = 0.045) => ({
    request_id: `r${n}`,
    endpoint_id: 'fal-ai/flux/dev',
    timestamp: '2025-01-15T10:30:45Z',
    cost_total: cost,
  })
  test('is read page after page, with the vendor’s own ids', async () => {
    const id = await fal({
      [start]: json({ billing_events: [event(1), event(2, 0.0375)], next_cursor: 'abc' }),
      [`${start}&cursor=abc`]: json({ billing_events: [event(3, '-0.045')], next_cursor: null }),
    })
    expect(await readHistoryOf(id, now)).toEqual({
      sums: false,
      more: false,
      lines: [
        { id: 'r1', at: Date.UTC(2025, 0, 15, 10, 30, 45), amount: '0.045', currency: 'USD', what: 'fal-ai/flux/dev' },
        { id: 'r2', at: Date.UTC(2025, 0, 15, 10, 30, 45), amount: '0.0375', currency: 'USD', what: 'fal-ai/flux/dev' },
        {
          id: 'r3',
          at: Date.UTC(2025, 0, 15, 10, 30, 45),
          amount: '0.045',
          currency: 'USD',
          what: 'fal-ai/flux/dev',
          refundOf: 'r3',
        },
      ],
    })
  })
  test('is left where a whole page is known already', async () => {
    const id = await fal({ [start]: json({ billing_events: [event(1)], next_cursor: 'abc' }) })
    const read = await readHistoryOf(id, now, () => true)
    expect(read).toMatchObject({ more: false })
    expect(vendor.asked).toHaveLength(2)
  })
  test('that never ends is left after ten pages', async () => {
    const id = await fal({ [start]: json({ billing_events: [event(1)], next_cursor: 'x' }) })
    vendor.answers[`${start}&cursor=x`] = vendor.answers[start]!
    expect(await readHistoryOf(id, now)).toMatchObject({ more: true })
    expect(vendor.asked).toHaveLength(11)
  })
  test('that breaks off keeps what came before', async () => {
    const id = await fal({ [start]: json({ billing_events: [event(1)], next_cursor: 'x' }) })
    vendor.answers[`${start}&cursor=x`] = status(500)
    expect(await readHistoryOf(id, now)).toMatchObject({ problem: { code: 'down' }, lines: [{ id: 'r1' }], more: true })
  })
  test('is not asked more often than the floor', async () => {
    const id = await fal({ [start]: json({ billing_events: [] }) })
    expect(await readHistoryOf(id, now)).toBeDefined()
    expect(await readHistoryOf(id, now)).toBeUndefined()
  })
  test('of a day’s sums says that its lines are no single runs', async () => {
    allowHosts(['https://api.dev.runwayml.com/*'])
    vendor = await openVendor('runway', {
      '/v1/organization': json({ creditBalance: 2500 }),
      '/v1/organization/usage': json({
        results: [
          {
            date: '2026-07-01',
            usedCredits: [
              { model: 'gen4_turbo', amount: 50 },
              { model: 'veo3.1', amount: -40 },
            ],
          },
        ],
      }),
    })
    const { id } = (await linkKey({ kind: 'link-key', provider: 'runway', key: 'k' }, now))!
    expect(await readHistoryOf(id, now)).toMatchObject({ sums: true, lines: [{ amount: '10', currency: 'credits' }] })
    const { init } = vendor.calls.at(-1)!
    expect(init.method).toBe('POST')
    expect(JSON.parse(init.body as string)).toEqual({ startDate: '2026-10-22', beforeDate: '2026-11-21' })
  })
})

test('a page whose balance is asked for twice at once is one account', async () => {
  const origin = 'https://tool.example'
  const [one, two] = await Promise.all([1, 2].map(() => linkPage({ kind: 'link-page', origin }, now)))
  expect(one).toEqual(two)
  expect((await loadAll(linkedPrefix, linked)).size).toBe(1)
})
test('a page that was added again stays one account where its removal is undone', async () => {
  const origin = 'https://tool.example'
  const before = await linkPage({ kind: 'link-page', origin }, now)
  await unlink({ kind: 'unlink', id: before.id }, now)
  const after = await linkPage({ kind: 'link-page', origin }, now)
  await linkAgain({ kind: 'link-again', id: before.id })
  expect(presentIn(await loadAll(linkedPrefix, linked)).map(([id]) => id)).toEqual([after.id])
})
