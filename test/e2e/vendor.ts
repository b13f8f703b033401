import { createServer } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { certificateFor } from './certificate'

export type Reply = { status?: number; headers?: Record<string, string>; body?: unknown; breaksOff?: boolean }

/**
 * A vendor's API on this machine. The add-on knows one origin a vendor and asks no other, so Chromium is started with `args`, which
 * lead that host's name, and those of `others`, here; the add-on is the shipped one.
 */
export async function openVendor(host: string, ...others: string[]) {
  const seen: IncomingMessage[] = []
  let reply: Reply = { body: {} }
  const server = createServer(certificateFor(host), (request: IncomingMessage, response: ServerResponse) => {
    seen.push(request)
    const { status = 200, headers = {}, body = {}, breaksOff } = reply
    if (breaksOff) return void request.socket.destroy()
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    seen,
    args: [
      `--host-resolver-rules=${[host, ...others].map((name) => `MAP ${name} 127.0.0.1:${port}`).join(', ')}`,
      '--ignore-certificate-errors',
    ],
    answers: (next: Reply) => void (reply = next),
    close: () => (server.closeAllConnections(), server.close()),
  }
}
