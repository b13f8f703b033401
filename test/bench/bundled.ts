import { build } from 'esbuild'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * A module of this folder as it ships, bundled: a runner that compiles on the fly keeps every function's name at run time, and
 * measures that instead.
 */
export async function bundled<T>(name: string): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'forecost-bench-'))
  const outfile = join(folder, `${name}.mjs`)
  try {
    const entryPoints = [fileURLToPath(new URL(`./${name}.ts`, import.meta.url))]
    await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' })
    return (await import(pathToFileURL(outfile).href)) as T
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
