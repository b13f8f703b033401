import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join, normalize } from 'node:path'
import { build } from 'esbuild'
import type { Hono } from 'hono'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const kinds: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  map: 'application/json',
}
const kindOf = (path: string) => kinds[path.split('.').at(-1)!] ?? 'application/octet-stream'

/** The studio's own scripts and styles, bundled once in memory. */
export async function bundled(): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints: ['app/main.tsx', 'app/page.ts', 'app/first.ts', 'app/style.css'].map((path) => here(`../${path}`)),
    outdir: '/',
    outbase: here('../app'),
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  return new Map(outputFiles.map((file) => [file.path.slice(1), file.text]))
}

/** Own assets, and the built widget from `widgetFolder` under /widget/. */
export function assets(app: Hono, files: Map<string, string>, widgetFolder: string): void {
  app.get('/assets/:name', (c) => {
    const name = c.req.param('name')
    const text = name === 'icon.svg' ? icon : files.get(name)
    return text === undefined ? c.notFound() : c.body(text, 200, { 'Content-Type': kindOf(name) })
  })
  app.get('/widget/*', async (c) => {
    const path = normalize(c.req.path.slice('/widget/'.length))
    if (path.startsWith('..')) return c.notFound()
    try {
      const bytes = await readFile(join(widgetFolder, path))
      return c.body(new Uint8Array(bytes), 200, { 'Content-Type': kindOf(path) })
    } catch {
      return c.notFound()
    }
  })
}

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><defs><linearGradient id="a" x1="0" y1="1" x2="1" y2="0"><stop stop-color="#16c79a"/><stop offset=".55" stop-color="#4a8cff"/><stop offset="1" stop-color="#a66bff"/></linearGradient></defs><rect width="32" height="32" rx="9" fill="#0c1222"/><path d="M6 23c3-9 5-13 7-13 3 0 2 9 5 9 2 0 3-5 8-12-2 9-4 17-8 17-4 0-4-8-6-8-1 0-3 3-6 7z" fill="url(#a)"/></svg>`
