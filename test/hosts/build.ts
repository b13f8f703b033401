import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { card } from '../widget/states'

const run = promisify(execFile)
const here = import.meta.dirname
const widget = join(here, '../../dist/widget')
const vite = join(here, '../../node_modules/vite/bin/vite.js')

/** A documentation host: where it takes static files, how it is built, and where that lands. */
type Host = { assets: string; out: string; build?: (folder: string) => Promise<unknown> }

/** Runs a script of Node in a folder, as for readers: without development, without reports to makers. */
export const node = (folder: string, ...args: string[]): Promise<unknown> =>
  run(process.execPath, args, {
    cwd: folder,
    maxBuffer: 1e8,
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1' },
  })
const tool = (folder: string, path: string, ...args: string[]): Promise<unknown> =>
  node(folder, join(folder, 'node_modules', path), ...args)
const withVite = (folder: string): Promise<unknown> => node(folder, vite, 'build', '--logLevel', 'error')

export const hosts: { [name: string]: Host } = {
  'plain-csp': { assets: 'public', out: 'public' },
  react: { assets: 'public', out: 'dist', build: hydrated },
  vue: { assets: 'public', out: 'dist', build: withVite },
  svelte: { assets: 'public', out: 'dist', build: withVite },
  vitepress: {
    assets: 'public',
    out: '.vitepress/dist',
    build: (folder) => tool(folder, 'vitepress/bin/vitepress.js', 'build'),
  },
  docusaurus: {
    assets: 'static',
    out: 'build',
    build: (folder) => tool(folder, '@docusaurus/core/bin/docusaurus.mjs', 'build'),
  },
  starlight: { assets: 'public', out: 'dist', build: (folder) => tool(folder, 'astro/astro.js', 'build') },
  nextra: { assets: 'public', out: 'out', build: (folder) => tool(folder, 'next/dist/bin/next', 'build') },
}

/** A page that was drawn on the server: its markup is there before React is. */
async function hydrated(folder: string): Promise<void> {
  await withVite(folder)
  await node(folder, vite, 'build', '--logLevel', 'error', '--ssr', 'server.jsx', '--outDir', 'build')
  const { html } = (await import(pathToFileURL(join(folder, 'build/server.js')).href)) as { html: () => string }
  const page = join(folder, 'dist/index.html')
  await writeFile(page, (await readFile(page, 'utf8')).replace('<!--app-->', html()))
}

// Notes what a reader's console would show, and what a policy reports.
const reports = `window.reports = []
for (const level of ['error', 'warn']) {
  const say = console[level]
  console[level] = (...all) => { reports.push(level + ': ' + all.map(String).join(' ')); say.apply(console, all) }
}
addEventListener('error', (event) => reports.push('error: ' + event.message))
addEventListener('unhandledrejection', (event) => reports.push('rejected: ' + event.reason))
document.addEventListener('securitypolicyviolation', (event) => reports.push('policy: ' + event.violatedDirective))
`

/**
 * Installs a project from its lockfile, unless that was done already and to the end: npm writes its own note of what it did last. One that
 * was broken off is begun anew, and a registry that fails once is asked once more.
 */
export async function install(folder: string): Promise<void> {
  const modules = join(folder, 'node_modules')
  if (existsSync(join(modules, '.package-lock.json'))) return
  // Not `npm ci`: it refuses a lockfile in which a package is missing that only another system needs.
  const npm = (): Promise<unknown> =>
    run('npm', ['install', '--no-save', '--no-audit', '--no-fund'], {
      cwd: folder,
      maxBuffer: 1e8,
      shell: process.platform === 'win32',
    })
  await rm(modules, { recursive: true, force: true })
  await npm().catch(npm)
}

/** Installs a host, gives it the widget and a card, and builds it. */
export async function buildHost(name: string): Promise<string> {
  const host = hosts[name]!
  const folder = join(here, name)
  if (host.build) await install(folder)
  const assets = join(folder, host.assets)
  if (host.build) await rm(assets, { recursive: true, force: true })
  await mkdir(assets, { recursive: true })
  await cp(widget, assets, { recursive: true, filter: (path) => !/\.d\.ts$|\/types$/.test(path) })
  await writeFile(join(assets, 'card.json'), JSON.stringify(card))
  await writeFile(join(assets, 'reports.js'), reports)
  await host.build?.(folder)
  return join(folder, host.out)
}
