/** Builds the widget into `dist/widget/`: an ES module, a classic script, their types, and the rules that keep its place. */
import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { build, minify, type InlineConfig, type LibraryOptions } from 'vite'
import { ownRenderer, tightStyles } from './in-page'
import { spokenFiles } from './languages'

const OUT = 'dist/widget'

const languages = await spokenFiles()

/** `import('./later/fault')` is a script of its own beside the widget's, whole in itself: a page may have two versions of us. */
const later = (await readdir('widget/later')).map((file) => file.replace(/\.tsx?$/, ''))
const apart = {
  name: 'apart',
  enforce: 'pre' as const,
  resolveId(id: string) {
    const name = /^\.\/later\/(.+)$/.exec(id)?.[1]
    return name ? { id: `./forecost-${name}.js`, external: true } : undefined
  },
}
const files: string[] = []

await bundle({
  entry: 'widget/forecost.ts',
  name: 'Forecost',
  formats: ['es', 'iife'],
  fileName: (format) => (format === 'es' ? 'forecost.js' : 'forecost.iife.js'),
})
for (const name of later) {
  await bundle({ entry: `widget/later/${name}`, formats: ['es'], fileName: () => `forecost-${name}.js` })
}

async function bundle(lib: LibraryOptions): Promise<void> {
  const config: InlineConfig = {
    configFile: false,
    logLevel: 'warn',
    plugins: [tightStyles, ownRenderer, apart],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    define: { 'process.env.NODE_ENV': '"production"', __LANGUAGES__: JSON.stringify(`.${languages.digest}`) },
    build: {
      outDir: OUT,
      emptyOutDir: files.length === 0,
      target: 'es2022',
      minify: true,
      // A classic script is told by the document where it came from (widget/place.ts).
      rolldownOptions: { checks: { emptyImportMeta: false } },
      lib,
    },
  }
  const outputs = [await build(config)].flat()
  for (const { output } of outputs as { output: { fileName: string }[] }[])
    for (const { fileName } of output) await tighten(fileName)
}

/** As a library an ES module keeps its spaces; these are also loaded by readers as they are. */
async function tighten(name: string): Promise<void> {
  files.push(name)
  const module = !name.endsWith('.iife.js')
  const whole = await readFile(`${OUT}/${name}`, 'utf8')
  const { code } = await minify(name, whole, {
    module,
    compress: { target: 'es2022' },
    mangle: { toplevel: module },
    codegen: true,
  })
  await writeFile(`${OUT}/${name}`, code)
}

await rm(`${OUT}/languages`, { recursive: true, force: true })
await mkdir(`${OUT}/languages`)
for (const { name, contents } of languages.files) await writeFile(`${OUT}/languages/${name}`, contents)
await writeFile(`${OUT}/forecost.css`, await readFile('widget/forecost.css', 'utf8'))
execFileSync('npx', ['tsc', '-p', 'build/tsconfig.types.json'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
await writeFile(`${OUT}/forecost.d.ts`, "export * from './types/widget/forecost.js'\n")
