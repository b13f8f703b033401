/** Builds the command line into `dist/cli/forecost.js`, one file for Node. */
import { chmod } from 'node:fs/promises'
import { build } from 'esbuild'

const outfile = 'dist/cli/forecost.js'
await build({
  entryPoints: ['core/cli/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  // The module builds: a library's UMD build requires its parts at run time, which a bundle cannot follow.
  mainFields: ['module', 'main'],
  target: 'node20',
  banner: { js: '#!/usr/bin/env node' },
  legalComments: 'none',
})
await chmod(outfile, 0o755)
