import { build } from 'esbuild'
import { gzipSync } from 'node:zlib'
import type { Figure } from './estimate'
import { kilobytes } from './sizes'

/** Embeds of others, as a page that bundles them downloads them; what they then open in a frame of their own is not counted. */
const others = ['giscus']

/** What they weigh, bundled and gzipped like ours. */
export const benchBeside = (): Promise<Figure[]> =>
  Promise.all(others.map(async (name) => ({ what: `${name}, its element alone, gzip`, value: await weightOf(name) })))

async function weightOf(name: string): Promise<string> {
  const stdin = { contents: `import '${name}'`, resolveDir: process.cwd() }
  const { outputFiles } = await build({ stdin, bundle: true, minify: true, write: false, format: 'esm' })
  return kilobytes(gzipSync(outputFiles[0]!.contents, { level: 9 }).length)
}
