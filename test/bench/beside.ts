import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { gzipSync } from 'node:zlib'
import type { Figure } from './estimate'
import { kilobytes } from './sizes'

/** An embed of others: what a page imports to show it, and the package that is not among ours. */
type Other = { what: string; contents: string; install?: string }
const others: Other[] = [
  { what: 'giscus, its element alone, gzip', contents: `import 'giscus'` },
  {
    what: 'mortgage-calculator-react with the React it needs, gzip',
    contents: `import Calculator from 'mortgage-calculator-react'; import { createElement } from 'react'
      import { render } from 'react-dom'; render(createElement(Calculator), document.body)`,
    install: 'mortgage-calculator-react@0.1.3',
  },
]

/**
 * What embeds of others weigh, bundled and gzipped like ours, as a page downloads them; what they then open in a frame of their own is
 * not counted. One that cannot be installed now is left out.
 */
export const benchBeside = async (): Promise<Figure[]> => (await Promise.all(others.map(weigh))).flat()

async function weigh({ what, contents, install }: Other): Promise<Figure[]> {
  if (!install) return [{ what, value: await weightOf(contents, process.cwd()) }]
  const folder = mkdtempSync(join(tmpdir(), 'forecost-beside-'))
  try {
    const told = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent']
    const { status } = spawnSync('npm', ['install', '--prefix', folder, ...told, install])
    return status === 0 ? [{ what, value: await weightOf(contents, folder) }] : []
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function weightOf(contents: string, resolveDir: string): Promise<string> {
  const define = { 'process.env.NODE_ENV': '"production"' }
  const stdin = { contents, resolveDir }
  const { outputFiles } = await build({ stdin, define, bundle: true, minify: true, write: false, format: 'esm' })
  return kilobytes(gzipSync(outputFiles[0]!.contents, { level: 9 }).length)
}
