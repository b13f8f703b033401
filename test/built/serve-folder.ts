import { createServer, type Server } from 'node:http'
import { readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { AddressInfo } from 'node:net'

const types: { [ending: string]: string } = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** A folder as a plain server of files serves it, under a policy where one is given; addresses may leave ".html" out. */
export async function serveFolder(folder: string, policy?: string): Promise<{ origin: string; server: Server }> {
  const server = createServer((request, reply) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://host').pathname)
    void fileFor(folder, path).then(async (file) => {
      if (!file) return void reply.writeHead(404).end()
      if (policy) reply.setHeader('content-security-policy', policy)
      reply.writeHead(200, { 'content-type': `${types[extname(file)] ?? 'application/octet-stream'}; charset=utf-8` })
      reply.end(await readFile(file))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

async function fileFor(folder: string, path: string): Promise<string | undefined> {
  for (const name of [path, `${path}.html`, `${path}/index.html`]) {
    const file = join(folder, name)
    if (file.startsWith(folder) && (await stat(file).catch(() => undefined))?.isFile()) return file
  }
  return undefined
}
