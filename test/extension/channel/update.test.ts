// @vitest-environment node
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '../../../extension/channel/release'
import { NOTHING_HELD, siteAllowed, update, type Channel, type Held } from '../../../extension/channel/update'
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
  release: { serial: number; card?: string; sites?: object; sha?: string },
  key = keys.privateKey,
) {
  const text = release.card ?? card('5', 1)
  const part = { path: 'cards/sample.json', sha256: release.sha ?? (await sha256(encode(text))) }
  const body = JSON.stringify({
    format: 1,
    serial: release.serial,
    issuedAt: 1,
    cards: { sample: part },
    sites: release.sites ?? {},
  })
  files.set('/cards/sample.json', text)
  files.set('/release.json', body)
  files.set('/release.json.sig', base64(await crypto.subtle.sign({ name: 'Ed25519' }, key, encode(body))))
}
const read = async (url: string) => {
  const response = await fetch(url)
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined
}
const pull = (held: Held = NOTHING_HELD) => update(channel, held, read)
const amountOf = (held: Held) => JSON.stringify(held.cards.sample?.features.run?.charges[0])

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
    expect((await after({ serial: 4, card: card('9', 9) })).refused).toEqual([{ what: 'release', why: 'rolled-back' }]))
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
      { what: 'sample', why: 'not the pinned bytes' },
    ])
  })
  test('refuses an older card in a newer release', async () =>
    expect((await after({ serial: 6, card: card('4', 2) })).refused[0]?.why).toMatch(/^older/))
  test('refuses a card that contradicts its own examples', async () =>
    expect((await after({ serial: 6, card: card('9', 9, '5') })).refused[0]?.why).toMatch(/^contradicts/))
  test('refuses half a card', async () =>
    expect((await after({ serial: 6, card: '{"format":1' })).refused[0]?.why).toMatch(/^malformed/))
  test('keeps what it has when nothing comes', async () => {
    await publish({ serial: 1 })
    const { held } = await pull()
    files.clear()
    expect(await pull(held)).toEqual({ held, refused: [{ what: 'release', why: 'did not come' }] })
  })
})

describe('a site file', () => {
  const states = { broken: { disabled: true }, mended: { minVersion: '0.2' } }
  test('runs where the channel says nothing', () => expect(siteAllowed(states, 'other', '0.1.0')).toBe(true))
  test('is switched off without a release of the add-on', () =>
    expect(siteAllowed(states, 'broken', '9.0.0')).toBe(false))
  test.each([
    ['0.1.9', false],
    ['0.2.0', true],
    ['0.10.0', true],
    ['1.0', true],
  ])('that needs 0.2 on version %s: %s', (version, runs) => expect(siteAllowed(states, 'mended', version)).toBe(runs))
  test('comes signed with the release', async () => {
    await publish({ serial: 1, sites: states })
    expect((await pull()).held.sites).toEqual(states)
  })
})
