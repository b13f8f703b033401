/** Builds the widget into `dist/widget/`: an ES module, a classic script, their types, and the rules that keep its place. */
import { execFileSync } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { build, minify } from 'vite'
import { ownRenderer, tightStyles } from './in-page'
import { spokenFiles } from './languages'

const OUT = 'dist/widget'

const languages = await spokenFiles()

await build({
  configFile: false,
  logLevel: 'warn',
  plugins: [tightStyles, ownRenderer],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { 'process.env.NODE_ENV': '"production"', __LANGUAGES__: JSON.stringify(`.${languages.digest}`) },
  build: {
    outDir: OUT,
    target: 'es2022',
    minify: true,
    // A classic script is told by the document where it came from (widget/place.ts).
    rolldownOptions: { checks: { emptyImportMeta: false } },
    lib: {
      entry: 'widget/forecost.ts',
      name: 'Forecost',
      formats: ['es', 'iife'],
      fileName: (format) => (format === 'es' ? 'forecost.js' : 'forecost.iife.js'),
    },
  },
})
// As a library an ES module keeps its spaces; this one is also loaded by readers as it is.
for (const name of ['forecost.js', 'forecost.iife.js']) {
  const whole = await readFile(`${OUT}/${name}`, 'utf8')
  const { code } = await minify(name, whole, {
    module: name === 'forecost.js',
    compress: { target: 'es2022' },
    mangle: { toplevel: name === 'forecost.js' },
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
