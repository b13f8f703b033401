/** Builds the widget into `dist/widget/`: an ES module, a classic script, and their types. */
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { build } from 'vite'

await build({
  configFile: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist/widget',
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
execFileSync('npx', ['tsc', '-p', 'build/tsconfig.types.json'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
await writeFile('dist/widget/forecost.d.ts', "export * from './types/widget/forecost.js'\n")
