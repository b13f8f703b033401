// @vitest-environment node
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAccount } from '../../../extension/connecting/account'
import { isConfirmed } from '../../../extension/connecting/confirmed'
import { Connector, Expression, type Failure, type HistoryCall } from '../../../extension/connecting/connector'
import { textOf, worth } from '../../../extension/connecting/expression'
import { linesOf } from '../../../extension/connecting/history'
import { requestFor } from '../../../extension/connecting/request'
import { connected, loadConnector, vendorOrigins } from '../../../extension/connectors'
import replies from './replies.json'

// Each connector against a local server that answers as the vendor's documentation says.

const NOW = Date.parse('2026-11-21T10:00:00Z')
const secrets = {
  key: 'the-key',
  secret: 'the-secret',
  ids: { project: 'p 1', email: 'a@b.example', team: 't1', organization: 'b+6/4=' },
}

/** provider: what the documented reply means. */
const expected: Record<string, object> = {
  leonardo: {
    grants: [
      { id: 'api-paid', amount: '45677' },
      { id: 'api-plan', amount: '13' },
    ],
    limits: [{ kind: 'concurrent', max: '5', untold: true }],
  },
  meshy: { balance: '1000', currency: 'credits' },
  tripo: { balance: '100.5' },
  elevenlabs: { balance: '9000', plan: 'starter', resets: 1738356858000 },
  stability: { balance: '0.6336833840314097' },
  openrouter: { balance: '74.75', currency: 'USD' },
  kling: { balance: '0' },
  runway: {
    balance: '2500',
    limits: [
      { kind: 'concurrent', name: 'gen4_turbo', max: '3' },
      { kind: 'runs', name: 'gen4_turbo', max: '200', used: '12' },
    ],
  },
  luma: { balance: '12.34', currency: 'USD' },
  recraft: { balance: '1000' },
  ideogram: { balance: '10.5', currency: 'USD' },
  bfl: { balance: '150' },
  heygen: { balance: '25', currency: 'USD' },
  fal: { balance: '24.5', currency: 'USD' },
  sunoapi: { balance: '100' },
  'remove-bg': {
    grants: [
      { id: 'subscription', amount: '4943' },
      { id: 'payg', amount: '0' },
      { id: 'enterprise', amount: '0' },
    ],
  },
  photoroom: { balance: '83', plan: 'basic', currency: 'images' },
  deepl: { balance: '1069882' },
  rodin: { balance: '1' },
  novita: { balance: '100', currency: 'USD' },
  deepseek: { balance: '110', currency: 'CNY' },
  'd-id': { balance: '10000', resets: Date.parse('2022-11-01T08:04:43.587Z') },
  hedra: { balance: '1200' },
  picsart: { balance: '200' },
  'world-labs': { balance: '1000' },
  'fish-audio': { balance: '12.5', currency: 'USD' },
  deepgram: { balance: '123.45', currency: 'USD' },
  'eden-ai': { balance: '10' },
  abyssale: { grants: [{ id: 'ai', amount: '42' }], limits: [{ max: '500', used: '380' }] },
  'ai-horde': { balance: '6300', limits: [{ kind: 'concurrent', max: '30' }] },
  'useapi-pixverse': { grants: [{ amount: '30' }, { amount: '5600' }, { amount: '20' }], plan: 'pro-plan' },
  'useapi-kling': { balance: '56000' },
  vidu: { balance: '1000', queue: { running: 1, slots: 5, waiting: 20 } },
  moonshot: { balance: '49.5' },
  kie: { balance: '738', confirmed: false },
  topaz: { balance: '120', confirmed: false },
  segmind: { balance: '12.34', confirmed: false },
  xai: { balance: '23.17', confirmed: false },
  siliconflow: { balance: '23.5', confirmed: false },
  pixverse: { grants: [{ amount: '0' }, { amount: '0' }], confirmed: false },
  deepinfra: { balance: '8.5', confirmed: false },
}

let server: Server
let base = ''
let answer: { status: number; body: string } = { status: 200, body: '{}' }
const seen: IncomingMessage[] = []
beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request)
    response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(answer.body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(() => server.close())

async function ask(connector: Connector, index = 0, status = 200, body: unknown = {}) {
  answer = { status, body: JSON.stringify(body) }
  const call = connector.balance[index]!
  const { url, init } = await requestFor(connector, call, secrets, NOW)
  expect(new URL(url).origin).toBe(connector.origin)
  const reply = await fetch(url.replace(connector.origin, base), init)
  const parsed = { body: await reply.json(), header: (name: string) => reply.headers.get(name) }
  return readAccount(connector, call, reply.status, parsed, { id: 'mine' }, NOW)
}
const load = async (provider: string): Promise<Connector> => Connector.parse(await loadConnector(provider))

describe('every connector', () => {
  test('has an expected reading', () => expect(Object.keys(expected).sort()).toEqual([...connected].sort()))
  test('at least 25 are documented by their vendors', async () => {
    const all = await Promise.all(connected.map(load))
    expect(all.filter(isConfirmed).length).toBeGreaterThanOrEqual(25)
  })
  test.each(connected)('%s reads the documented reply', async (provider) => {
    const connector = await load(provider)
    expect(connector.provider).toBe(provider)
    expect(vendorOrigins).toContain(connector.origin)
    const read = await ask(connector, 0, 200, (replies as Record<string, unknown>)[provider])
    expect(read.failure).toBeUndefined()
    expect(read.account).toMatchObject({ provider, id: 'mine', from: 'connector', readAt: NOW, ...expected[provider] })
  })
  test.each(connected)('%s says nothing of a reply without a balance', async (provider) => {
    for (const body of [{}, [], null, 'unlimited', { balance: 'lots' }, { data: { balance: null } }]) {
      const read = await ask(await load(provider), 0, 200, body)
      expect(read.account).toBeUndefined()
    }
  })
  test.each(connected)('%s names a server that is down', async (provider) => {
    expect((await ask(await load(provider), 0, 500, { error: 'internal' })).failure).toBe('down')
  })
})

describe('documented errors', () => {
  test.each<[string, number, unknown, Failure]>([
    ['elevenlabs', 401, { detail: { status: 'invalid_api_key' } }, 'bad-key'],
    ['elevenlabs', 401, { detail: { status: 'missing_permissions' } }, 'no-permission'],
    ['elevenlabs', 401, { detail: { status: 'quota_exceeded' } }, 'out-of-credit'],
    ['stability', 401, { name: 'unauthorized' }, 'bad-key'],
    ['openrouter', 403, { error: { message: 'Only management keys can perform this operation' } }, 'no-data'],
    ['remove-bg', 403, { errors: [{ title: 'API Key invalid', code: 'auth_failed' }] }, 'bad-key'],
    ['remove-bg', 402, { errors: [{ title: 'Insufficient credits' }] }, 'out-of-credit'],
    ['d-id', 404, { kind: 'NotFoundError' }, 'no-plan'],
    ['sunoapi', 200, { code: 429, msg: 'insufficient' }, 'out-of-credit'],
    ['sunoapi', 200, { code: 405 }, 'throttled'],
    ['deepl', 456, {}, 'out-of-credit'],
    ['bfl', 402, { error: 'insufficient_credits' }, 'out-of-credit'],
    ['tripo', 200, { code: 2010, message: 'no' }, 'nonsense'],
    ['meshy', 429, {}, 'throttled'],
    ['world-labs', 503, {}, 'down'],
    ['photoroom', 403, {}, 'bad-key'],
  ])('%s %i %j means %s', async (provider, status, body, means) => {
    expect((await ask(await load(provider), 0, status, body)).failure).toBe(means)
  })
})

describe('what a connector sends', () => {
  const sent = async (provider: string, index = 0) => {
    await ask(await load(provider), index)
    return seen.at(-1)!
  }
  test.each<[string, string, string | RegExp]>([
    ['meshy', 'authorization', 'Bearer the-key'],
    ['elevenlabs', 'xi-api-key', 'the-key'],
    ['fal', 'authorization', 'Key the-key'],
    ['deepgram', 'authorization', 'Token the-key'],
    ['runway', 'x-runway-version', '2024-11-06'],
    ['d-id', 'authorization', `Basic ${btoa('the-key:the-secret')}`],
    ['pixverse', 'ai-trace-id', /^[0-9a-f-]{36}$/],
    ['kling', 'authorization', /^Bearer [\w-]+\.[\w-]+\.[\w-]+$/],
  ])('%s: %s', async (provider, header, value) => {
    const found = String((await sent(provider)).headers[header])
    if (typeof value === 'string') expect(found).toBe(value)
    else expect(found).toMatch(value)
  })
  test('ids of the user are encoded into the path', async () =>
    expect((await sent('deepgram')).url).toBe('/v1/projects/p%201/balances'))
  test('an organisation and a start are sent where they must be', async () => {
    const { searchParams } = new URL((await sent('ideogram')).url!, base)
    expect(Object.fromEntries(searchParams)).toEqual({
      organization_id: 'b+6/4=',
      start_time: '2026-10-22T10:00:00.000Z',
    })
  })
  test('dates are computed', async () => expect((await sent('kling')).url).toContain(`end_time=${NOW}`))
  test('the key that a chain falls back to tells a cap', async () => {
    const { account } = await ask(await load('openrouter'), 1, 200, {
      // `usage` is of the key's whole life, the limit of this month.
      data: { limit: 100, limit_remaining: 74.5, limit_reset: 'monthly', usage: 925.5 },
    })
    expect(account).toMatchObject({
      balance: '74.5',
      cap: { max: '100', used: '25.5' },
      resets: Date.parse('2026-12-01'),
    })
  })
})

describe('a reply in another shape than the example', () => {
  const wallet = (rest: object) => ({ data: { wallet: null, subscription: null, usage_based: null, ...rest } })
  const cny = { currency: 'CNY', total_balance: '110.00' }
  const usd = { currency: 'USD', total_balance: '2.50' }
  test.each<[string, string, unknown, object | undefined]>([
    ['deepseek: two currencies', 'deepseek', { balance_infos: [cny, usd] }, { balance: '2.5', currency: 'USD' }],
    ['deepseek: the other alone', 'deepseek', { balance_infos: [cny] }, { balance: '110', currency: 'CNY' }],
    ['deepgram: one unit', 'deepgram', balances('usd', 'usd'), { balance: '24', currency: 'USD' }],
    ['deepgram: hours', 'deepgram', balances('hour'), { balance: '12', currency: 'hour' }],
    ['deepgram: two units are no sum', 'deepgram', balances('usd', 'hour'), undefined],
    ['deepl: without end', 'deepl', { character_count: 5_947_223, character_limit: 1e12 }, { balance: null }],
    ['ideogram: a unit of which we know no hundredths', 'ideogram', available('JPY'), undefined],
    ['fal: no currency', 'fal', { credits: { current_balance: 24.5 } }, undefined],
    [
      'heygen: credits of a plan',
      'heygen',
      wallet({ subscription: { plan: 'pro', credits: { premium_credits: { remaining: 45 } } } }),
      { balance: '45', currency: 'credits', plan: 'pro' },
    ],
    [
      'heygen: dollars up to a cap',
      'heygen',
      wallet({ usage_based: { spending_cap_usd: 50, spending_current_usd: 42.5, remaining_credits: null } }),
      { balance: '7.5', currency: 'USD' },
    ],
  ])('%s', async (_, provider, body, account) => {
    const read = await ask(await load(provider), 0, 200, body)
    if (account) expect(read.account).toMatchObject(account)
    else expect(read).toMatchObject({ failure: 'nonsense' })
  })
})
const balances = (...units: string[]) => ({ balances: units.map((unit) => ({ amount: 12, units: unit })) })
const available = (currency: string) => ({ available_credits: { amount: 1050, currency_code: currency } })

test.each<[string, Expression, unknown, string | undefined]>([
  ['a quota of which sixty are a credit', { div: ['/quota', { const: 60 }] }, { quota: 3600 }, '60'],
  ['nothing divides by nothing', { div: ['/quota', '/n'] }, { quota: 3600, n: 0 }, undefined],
  [
    'a sum within a sum',
    { sumOf: '/days', value: { sumOf: '/results', value: '/amount/value' } },
    { days: [{ results: [{ amount: { value: '0.5' } }, { amount: { value: 1 } }] }, { results: [] }] },
    '1.5',
  ],
  ['the least of a list', { leastOf: '/pools', value: '/left' }, { pools: [{ left: 7 }, { left: '2.5' }] }, '2.5'],
  ['the least where one is not known', { leastOf: '/pools', value: '/left' }, { pools: [{ left: 7 }, {}] }, undefined],
  ['a key with a slash and dots', '/models/fal-ai~1flux~1dev.4', { models: { 'fal-ai/flux/dev.4': 3 } }, '3'],
  ['a sign and a scale at once', { scale: { neg: '/total' }, by: '0.01' }, { total: '-2317' }, '23.17'],
])('a connector can say %s', (_, expression, body, amount) =>
  expect(textOf(worth({ body, header: () => null }, Expression.parse(expression)))).toBe(amount),
)
test('a connector can say columns beside each other', async () => {
  const lines = { each: '/time', at: { at: '', as: 'unix-ms' }, amount: { column: '/usage/All' }, currency: 'credits' }
  const call = { method: 'GET' as const, path: '/v1/usage', lines: lines as HistoryCall['lines'] }
  const reply = { body: { time: [1000, 2000], usage: { All: [49, '2.5'] } }, header: () => null }
  expect(linesOf(reply, call, NOW).map(({ at, amount }) => [at, amount])).toEqual([
    [1000, '49'],
    [2000, '2.5'],
  ])
  const history = { ...call, lines }
  expect(Connector.safeParse({ ...(await load('meshy')), history }).success).toBe(true)
})

describe('what a connector cannot say', () => {
  const of = (change: object) => async () => {
    const connector = { ...(await load('meshy')), ...change }
    expect(Connector.safeParse(connector).success).toBe(false)
  }
  const call = (rest: object) => ({
    balance: [{ method: 'GET', path: '/x', read: { currency: 'credits', balance: '/b' }, ...rest }],
  })
  test('a POST that generates', of(call({ method: 'POST', path: '/v1/generations', body: {} })))
  test('another method', of(call({ method: 'DELETE' })))
  test('a path that leaves the origin', of(call({ path: '//evil.example/x' })))
  test('an origin without https', of({ origin: 'http://api.meshy.ai' }))
  test('an origin with a path', of({ origin: 'https://api.meshy.ai/v1' }))
  test('a field nobody knows', of({ script: 'fetch()' }))
  test('a poll every second', of({ floor: 1 }))
})
