import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'vite'
import { install } from '../../hosts/build'

const gallery = join(import.meta.dirname, '..')

/** The sites of the gallery: every folder with a lockfile of its own. */
export async function sites(): Promise<string[]> {
  const folders = await readdir(gallery, { withFileTypes: true })
  return folders
    .map(({ name }) => name)
    .filter((name) => existsSync(join(gallery, name, 'package-lock.json')))
    .toSorted()
}

/** Installs a site from its lockfile and builds it; returns the page's folder. */
export async function buildSite(site: string): Promise<string> {
  const folder = join(gallery, site)
  await install(folder)
  // A test runner's own mode would build React for development.
  process.env.NODE_ENV = 'production'
  const entry = existsSync(join(folder, 'main.tsx')) ? 'main.tsx' : 'main.ts'
  const outDir = join(folder, 'dist')
  await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    plugins: await pluginsOf(folder),
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    resolve: {
      alias: { vue: 'vue/dist/vue.esm-bundler.js' },
      // The harness lies beside the sites; what it imports is the site's own.
      dedupe: ['react', 'react-dom', 'vue', 'svelte'],
    },
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        input: join(folder, entry),
        output: { entryFileNames: 'main.js', codeSplitting: false, assetFileNames: '[name][extname]' },
      },
    },
  })
  const page = await readFile(join(gallery, 'harness/page.html'), 'utf8')
  const styles = (await readdir(outDir)).filter((name) => name.endsWith('.css'))
  const links = styles.map((name) => `<link rel="stylesheet" href="./${name}">`).join('')
  await mkdir(outDir, { recursive: true })
  await writeFile(
    join(outDir, 'index.html'),
    page.replace('src="/main"', 'src="./main.js"').replace('</head>', `${links}</head>`),
  )
  return outDir
}

/** The plugin a site's language needs is the site's own. */
async function pluginsOf(folder: string): Promise<Plugin[]> {
  const svelte = join(folder, 'node_modules/@sveltejs/vite-plugin-svelte/src/index.js')
  if (!existsSync(svelte)) return []
  const loaded = (await import(pathToFileURL(svelte).href)) as { svelte(options: object): Plugin[] }
  return loaded.svelte({ configFile: false })
}
