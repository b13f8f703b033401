/**
 * The smallest site of each kind that the embed builder writes for, made of the pieces as it prints them: each goes into the file that it
 * names, where an author pastes it.
 */
import { execFile } from 'node:child_process'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { install, node } from './build'

const run = promisify(execFile)
const here = import.meta.dirname

/** Pieces of a snippet, in the order in which they are shown. */
type Site = {
  /** The project of this folder whose packages it is built with. */
  host?: string
  files: (pieces: string[]) => { [file: string]: string }
  assets: string
  out: string
  build?: (folder: string, host: string) => Promise<unknown>
}

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Prices</title></head><body><h1>Prices</h1>${body}</body></html>`

const plain: Site = { files: ([all]) => ({ 'index.html': page(all!) }), assets: '.', out: '.' }

export const snippetSites: { [name: string]: Site } = {
  html: plain,
  iframe: plain,
  mdx: {
    host: 'docusaurus',
    files: ([config, text]) => ({
      'docusaurus.config.js': `module.exports = { title: 'Prices', url: 'http://localhost', baseUrl: '/',
        presets: [['classic', { docs: { routeBasePath: '/' }, blog: false, pages: false }]],
        ${config} }`,
      'docs/index.mdx': `---\nslug: /\n---\n\n# Prices\n\n${text}\n`,
    }),
    assets: 'static',
    out: 'build',
    build: (folder, host) => node(folder, join(host, 'node_modules/@docusaurus/core/bin/docusaurus.mjs'), 'build'),
  },
  vitepress: {
    host: 'vitepress',
    files: ([config, text]) => ({
      '.vitepress/config.mjs': `export default { title: 'Prices',\n${config}\n}`,
      'index.md': `# Prices\n\n${text}\n`,
    }),
    assets: 'public',
    out: '.vitepress/dist',
    build: (folder, host) => node(folder, join(host, 'node_modules/vitepress/bin/vitepress.js'), 'build'),
  },
  starlight: {
    host: 'starlight',
    files: ([config, text]) => ({
      'astro.config.mjs': `import starlight from '@astrojs/starlight'
        export default { telemetry: false, integrations: [starlight({ title: 'Prices', pagefind: false, ${config} })] }`,
      'src/content/docs/index.md': `---\ntitle: Prices\n---\n\n${text}\n`,
    }),
    assets: 'public',
    out: 'dist',
    build: async (folder, host) => {
      await cp(join(host, 'src/content.config.ts'), join(folder, 'src/content.config.ts'))
      return node(folder, join(host, 'node_modules/astro/astro.js'), 'build')
    },
  },
  react: {
    host: 'react',
    files: ([text]) => ({
      'Prices.jsx': text!,
      'main.jsx': `import { createRoot } from 'react-dom/client'
        import { Prices } from './Prices.jsx'
        createRoot(document.querySelector('#app')).render(<Prices />)`,
      'index.html': page('<div id="app"></div><script type="module" src="/main.jsx"></script>'),
      'vite.config.mjs': `export default { oxc: { jsx: { runtime: 'automatic', importSource: 'react' } } }`,
    }),
    assets: 'public',
    out: 'dist',
    build: (folder) => node(folder, join(here, '../../node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'),
  },
  // The same piece where pages are drawn on a server first.
  next: {
    host: 'nextra',
    files: ([text]) => ({
      'app/Prices.jsx': text!,
      'app/layout.jsx': 'export default ({ children }) => <html lang="en"><body>{children}</body></html>',
      'app/page.jsx': `import { Prices } from './Prices'\nexport default () => <main><h1>Prices</h1><Prices /></main>`,
      'next.config.mjs': `export default { output: 'export' }`,
    }),
    assets: 'public',
    out: 'out',
    build: (folder, host) => node(folder, join(host, 'node_modules/next/dist/bin/next'), 'build'),
  },
}

/**
 * Makes the site in a folder of its own beside its host's packages, installs the packed widget as an author does, copies its files to
 * `/<under>` and builds. Returns the folder to serve, and what takes the site away: other tests build all that lies in its host.
 */
export async function buildSnippetSite(name: string, pieces: string[], packed: string, under: string, card: string) {
  const site = snippetSites[name]!
  const host = join(here, site.host ?? 'plain-csp')
  if (site.build) await install(host)
  const folder = join(host, 'test-results', name)
  await rm(folder, { recursive: true, force: true })
  const files = { 'package.json': '{ "private": true }', ...site.files(pieces) }
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  await run('npm', ['install', '--no-save', '--no-package-lock', '--no-audit', '--no-fund', packed], {
    cwd: folder,
    shell: process.platform === 'win32',
  })
  const assets = join(folder, site.assets, under)
  await cp(join(folder, 'node_modules/forecost/dist/widget'), assets, { recursive: true })
  await writeFile(join(assets, 'card.json'), card)
  await site.build?.(folder, host)
  return { served: join(folder, site.out), remove: () => rm(folder, { recursive: true, force: true }) }
}
