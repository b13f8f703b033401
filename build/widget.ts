/** Builds the widget into `dist/widget/`: an ES module, a classic script, their types, and the rules that keep its place. */
import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build, minify, type Plugin } from 'vite'

const OUT = 'dist/widget'
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Styles are template literals that begin on their own line: without their spaces they are a third smaller. */
const tightStyles: Plugin = {
  name: 'tight-styles',
  transform: (code, id) =>
    id.includes('/widget/')
      ? code.replace(/= `\n[^`]*`/g, (css) =>
          css
            .replace(/\s*\n\s*/g, '')
            .replace(/([{};:,]) /g, '$1')
            .replace(/[ ;]+\}/g, '}'),
        )
      : undefined,
}

await build({
  configFile: false,
  logLevel: 'warn',
  plugins: [tightStyles],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // The widget draws with its own few lines (widget/draw.ts), so nothing of preact goes into it.
  resolve: { alias: { 'preact/jsx-runtime': here('../widget/jsx-runtime.ts') } },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: OUT,
    target: 'es2022',
    minify: true,
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
await writeFile(`${OUT}/forecost.css`, await readFile('widget/forecost.css', 'utf8'))
execFileSync('npx', ['tsc', '-p', 'build/tsconfig.types.json'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
await writeFile(`${OUT}/forecost.d.ts`, "export * from './types/widget/forecost.js'\n")
