import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** Serves a folder on a free port of this machine; `more`: texts at further paths. */
export async function serve(
  folder: string,
  more: { [path: string]: () => string } = {},
): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname
    if (Object.hasOwn(more, path)) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(more[path]!())
      return
    }
    const file = join(folder, path === '/' ? 'index.html' : path.replaceAll('..', ''))
    readFile(file).then(
      (body) =>
        response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() }
}
