/**
 * Builds the command line into `dist/cli/forecost.js`, one file for Node, and beside it `vectors.json`: the examples of every card and of
 * every shape of price, for other implementations.
 */
import { execFileSync } from 'node:child_process'
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'

const outfile = 'dist/cli/forecost.js'
const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
await build({
  entryPoints: ['core/cli/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  // The module builds: a library's UMD build requires its parts at run time, which a bundle cannot follow.
  mainFields: ['module', 'main'],
  target: 'node20',
  define: { __VERSION__: JSON.stringify(version) },
  banner: { js: '#!/usr/bin/env node' },
  legalComments: 'none',
})
await chmod(outfile, 0o755)

const shapes = 'test/core/shapes'
const files = (await readdir(shapes)).filter((name) => name.endsWith('.json')).sort()
const asked = ['vectors', ...files.map((name) => `${shapes}/${name}`)]
await writeFile('dist/cli/vectors.json', execFileSync(process.execPath, [outfile, ...asked], { maxBuffer: 2 ** 26 }))
