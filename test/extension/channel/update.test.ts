// @vitest-environment node
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '../../../extension/channel/release'
import { stopOf } from '../../../extension/channel/allowed'
import { NOTHING_HELD, update, type Channel, type Held, type Shipped } from '../../../extension/channel/update'
import { readCard } from '../../../core/read-card'
import { readSiteFile } from '../../../extension/sites/site-file'
import { cardOf } from '../../core/sample-card'

// A real channel: files served by a local server, signed with a real key.

const encode = (text: string) => new TextEncoder().encode(text)
const base64 = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64')
const card = (amount: string, version: number, answer = amount) =>
  JSON.stringify(
    cardOf(
      { dimensions: {}, charges: [{ name: 'run', amount }] },
      { version, examples: [{ feature: 'run', request: {}, answer }] },
    ),
  )

let server: Server
let channel: Channel
let keys: CryptoKeyPair
const files = new Map<string, string | undefined>()
beforeAll(async () => {
  server = createServer((request, response) => {
    const file = files.get(request.url!)
    response.writeHead(file === undefined ? 404 : 200).end(file)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  keys = (await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])) as CryptoKeyPair
  const { port } = server.address() as { port: number }
  channel = {
    url: `http://127.0.0.1:${port}/release.json`,
    publicKey: base64(await crypto.subtle.exportKey('raw', keys.publicKey)),
  }
})
afterAll(() => server.close())
beforeEach(() => files.clear())

async function publish(
  release: { serial: number; card?: string; sites?: object; connectors?: object; sha?: string; issuedAt?: number },
  key = keys.privateKey,
) {
  const text = release.card ?? card('5', 1)
  const part = { path: 'cards/sample.json', sha256: release.sha ?? (await sha256(encode(text))) }
  const body = JSON.stringify({
    format: 1,
    serial: release.serial,
    issuedAt: release.issuedAt ?? 1,
    cards: { sample: part },
    sites: release.sites ?? {},
    ...(release.connectors && { connectors: release.connectors }),
  })
  files.set('/cards/sample.json', text)
  files.set('/release.json', body)
  files.set('/release.json.sig', base64(await crypto.subtle.sign({ name: 'Ed25519' }, key, encode(body))))
}
const read = async (url: string) => {
  const response = await fetch(url)
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined
}
const nothing: Shipped = { card: async () => undefined, file: () => undefined }
const pull = (held: Held = NOTHING_HELD, shipped = nothing) => update(channel, held, shipped, read)
const amountOf = (held: Held) => JSON.stringify(held.cards.sample?.value.features.run?.charges[0])

const reels = {
  format: 1,
  id: 'reels',
  name: 'Reel Maker',
  version: 1,
  match: ['https://reels.example/*'],
  card: { provider: 'reels' },
  forms: [{ feature: 'film', generate: [{ by: 'text', value: 'Generate' }], dimensions: {} }],
}

describe('the update channel', () => {
  test('brings a card', async () => {
    await publish({ serial: 1 })
    const { held, refused } = await pull()
    expect(refused).toEqual([])
    expect(held.serial).toBe(1)
    expect(amountOf(held)).toContain('"5"')
  })
  test('brings the next one', async () => {
    await publish({ serial: 1 })
    const { held } = await pull()
    await publish({ serial: 2, card: card('6', 2) })
    expect(amountOf((await pull(held)).held)).toContain('"6"')
  })

  const after = async (next: Parameters<typeof publish>[0], key?: CryptoKey) => {
    await publish({ serial: 5, card: card('5', 3) })
    const { held } = await pull()
    await publish(next, key)
    const result = await pull(held)
    expect(amountOf(result.held)).toContain('"5"')
    return result
  }
  test('refuses a roll-back', async () =>
    expect((await after({ serial: 4, card: card('9', 9) })).refused).toMatchObject([
      { what: 'release', why: 'rolled-back' },
    ]))
  test('refuses another signature', async () => {
    const stranger = (await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign'])) as CryptoKeyPair
    expect((await after({ serial: 6, card: card('9', 9) }, stranger.privateKey)).refused).toEqual([
      { what: 'release', why: 'signature' },
    ])
  })
  test('refuses a release changed after it was signed', async () => {
    await publish({ serial: 1 })
    files.set('/release.json', files.get('/release.json')!.replace('"serial":1', '"serial":9'))
    expect((await pull()).refused).toEqual([{ what: 'release', why: 'signature' }])
  })
  test('refuses a card that is not the pinned bytes', async () => {
    expect((await after({ serial: 6, card: card('9', 9), sha: 'a'.repeat(64) })).refused).toEqual([
      { what: 'cards/sample', why: 'other-bytes' },
    ])
  })
  test('refuses an older card in a newer release', async () =>
    expect((await after({ serial: 6, card: card('4', 2) })).refused[0]?.why).toBe('older'))
  test('refuses a card that contradicts its own examples', async () =>
    expect((await after({ serial: 6, card: card('9', 9, '5') })).refused[0]?.why).toBe('contradicts'))
  test('refuses half a card', async () =>
    expect((await after({ serial: 6, card: '{"format":1' })).refused[0]?.why).toBe('malformed'))
  test('keeps what it has when nothing comes', async () => {
    await publish({ serial: 1 })
    const { held } = await pull()
    files.clear()
    expect(await pull(held)).toEqual({ held, refused: [{ what: 'release', why: 'missing' }] })
  })
  test('refuses a card that is older than the one shipped', async () => {
    await publish({ serial: 1, card: card('4', 2) })
    const shipped = { ...nothing, card: async () => readCard(card('5', 3)).card }
    const { held, refused } = await pull(NOTHING_HELD, shipped)
    expect(refused).toMatchObject([{ what: 'cards/sample', why: 'older', detail: 'version 2, held 3' }])
    expect(held.cards).toEqual({})
  })
  test('refuses a second release under the serial of the first', async () => {
    await publish({ serial: 5 })
    const { held } = await pull()
    await publish({ serial: 5, issuedAt: 2 })
    expect((await pull(held)).refused).toMatchObject([{ what: 'release', why: 'rolled-back' }])
  })
  test('tries again what did not come, under the same serial', async () => {
    await publish({ serial: 5 })
    const text = files.get('/cards/sample.json')
    files.delete('/cards/sample.json')
    const { held, refused } = await pull()
    expect(refused).toEqual([{ what: 'cards/sample', why: 'missing' }])
    files.set('/cards/sample.json', text)
    expect(amountOf((await pull(held)).held)).toContain('"5"')
  })
  test('does not read again what it holds', async () => {
    await publish({ serial: 1 })
    const { held } = await pull()
    const asked: string[] = []
    await update(channel, held, nothing, (url) => (asked.push(new URL(url).pathname), read(url)))
    expect(asked.toSorted()).toEqual(['/release.json', '/release.json.sig'])
  })
  test('refuses a release with a field nobody knows, naming it', async () =>
    expect((await after({ serial: 6, sites: { a: { run: 'x' } } })).refused[0]).toMatchObject({
      why: 'malformed',
      detail: expect.stringMatching(/sites\.a/),
    }))
  test('brings what connectors are told', async () => {
    await publish({ serial: 1, connectors: { leaky: { disabled: true } } })
    expect((await pull()).held.connectors).toEqual({ leaky: { disabled: true } })
  })
})

describe('a site file', () => {
  const file = (change: object = {}) => JSON.stringify({ ...reels, ...change })
  async function serve(serial: number, text: string) {
    const part = { path: 'sites/reels.json', sha256: await sha256(encode(text)) }
    await publish({ serial, sites: { reels: { file: part } } })
    files.set('/sites/reels.json', text)
  }
  const heldOf = async (text: string) => {
    await serve(1, text)
    return (await pull()).held
  }
  test('is mended by one of a higher version', async () => {
    const held = await heldOf(file())
    await serve(2, file({ version: 2, name: 'Mended' }))
    expect((await pull(held)).held.files.reels?.value.name).toBe('Mended')
  })
  test.each<[string, string, string]>([
    ['a lower version', file({ version: 1 }), 'older'],
    ['another site’s file', file({ id: 'other', version: 9 }), 'malformed'],
    ['a field nobody knows', file({ script: 'x', version: 9 }), 'malformed'],
    ['half a file', '{"format":', 'malformed'],
  ])('is not replaced by %s', async (_, text, why) => {
    const held = await heldOf(file({ version: 3 }))
    await serve(2, text)
    const next = await pull(held)
    expect(next.refused).toMatchObject([{ what: 'sites/reels', why }])
    expect(next.held.files.reels?.value.version).toBe(3)
  })
  test('is not older than the one shipped', async () => {
    await serve(1, file({ version: 2 }))
    const shipped = { ...nothing, file: () => readSiteFile(file({ version: 3 })).file }
    expect((await pull(NOTHING_HELD, shipped)).refused).toMatchObject([{ what: 'sites/reels', why: 'older' }])
  })
})

describe('a site or a connector', () => {
  const states = { broken: { disabled: true }, mended: { minVersion: '0.2' } }
  test.each<[string, string, string | undefined]>([
    ['other', '0.1.0', undefined],
    ['broken', '9.0.0', 'disabled'],
    ['mended', '0.1.9', 'too-old'],
    ['mended', '0.2.0', undefined],
    ['mended', '0.10.0', undefined],
    ['mended', '1.0', undefined],
    ['constructor', '0.1.0', undefined],
  ])('%s in version %s is stopped: %s', (id, version, stop) => expect(stopOf(states, id, version)).toBe(stop))
  test('is told so by a signed release', async () => {
    await publish({ serial: 1, sites: states })
    expect((await pull()).held.sites).toEqual(states)
  })
})
