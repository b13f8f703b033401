import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Answers = { [path: string]: (request: IncomingMessage, response: ServerResponse) => void }

/** A site of our own for one test: answers by path, counts what was asked. */
export async function openSite(answers: Answers) {
  const asked: string[] = []
  const server: Server = createServer((request, response) => {
    asked.push(request.url!)
    const answer = answers[request.url!]
    if (answer) return answer(request, response)
    response.statusCode = 404
    response.end('nothing here')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    asked,
    answers,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  }
}

export const json = (value: unknown) => (_: IncomingMessage, response: ServerResponse) => {
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify(value))
}
export const status =
  (code: number, headers: { [name: string]: string } = {}) =>
  (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(code, headers)
    response.end('{}')
  }

export const cardOf = (origin: string, over: object = {}) => ({
  format: 1,
  provider: 'atelier',
  name: 'Atelier',
  version: 3,
  checkedOn: '2026-11-01',
  currency: 'credits',
  sources: { page: { url: `${origin}/prices`, seenOn: '2026-11-01', grade: 'first-party' } },
  features: {
    clip: {
      surface: 'app',
      source: 'page',
      dimensions: { seconds: { type: 'number', min: 1, max: 10 } },
      charges: [{ name: 'clip', meter: 'seconds', amount: '4' }],
    },
  },
  endpoints: { account: '/account' },
  examples: [],
  ...over,
})

export const accountOf = (over: object = {}) => ({
  provider: 'atelier',
  id: 'ann',
  currency: 'credits',
  balance: '400',
  readAt: 1,
  from: 'session',
  ...over,
})
