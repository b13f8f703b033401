import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sha256 } from '../../../extension/channel/release'

const encode = (text: string) => new TextEncoder().encode(text)
const base64 = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64')

export type Published = {
  serial: number
  issuedAt?: number
  /** Card and site file texts by name. */
  cards?: { [provider: string]: string }
  files?: { [id: string]: string }
  states?: { [id: string]: object }
  connectors?: object
}

/** A channel on this computer: real files, really signed. */
export async function openChannel() {
  const files = new Map<string, string>()
  const asked: string[] = []
  const server: Server = createServer((request, response) => {
    asked.push(request.url!)
    const file = files.get(request.url!)
    response.writeHead(file === undefined ? 404 : 200, { 'Access-Control-Allow-Origin': '*' }).end(file)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const make = () => crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']) as Promise<CryptoKeyPair>
  const [keys, stranger] = await Promise.all([make(), make()])
  const part = async (folder: string, name: string, text: string) => {
    files.set(`/${folder}/${name}.json`, text)
    return { path: `${folder}/${name}.json`, sha256: await sha256(encode(text)) }
  }
  /** Signs and serves a release; `as`: whose signature it bears. */
  async function publish(
    { serial, issuedAt = serial, cards = {}, files: sites = {}, states = {}, connectors }: Published,
    as: 'us' | 'stranger' = 'us',
  ) {
    const listed: { [name: string]: object } = { ...states }
    for (const [id, text] of Object.entries(sites)) listed[id] = { ...listed[id], file: await part('sites', id, text) }
    const parts: { [name: string]: object } = {}
    for (const [provider, text] of Object.entries(cards)) parts[provider] = await part('cards', provider, text)
    const body = JSON.stringify({
      format: 1,
      serial,
      issuedAt,
      cards: parts,
      sites: listed,
      ...(connectors && { connectors }),
    })
    files.set('/release.json', body)
    const { privateKey } = as === 'us' ? keys : stranger
    files.set('/release.json.sig', base64(await crypto.subtle.sign({ name: 'Ed25519' }, privateKey, encode(body))))
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/release.json`,
    publicKey: base64(await crypto.subtle.exportKey('raw', keys.publicKey)),
    files,
    asked,
    publish,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  }
}
